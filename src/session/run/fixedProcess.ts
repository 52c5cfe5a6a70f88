/** The number of no process: Linux gives none above 2^22. */
const noPid = 2 ** 22 + 1;

const memory = {
  rss: 96 * 2 ** 20,
  heapTotal: 48 * 2 ** 20,
  heapUsed: 32 * 2 ** 20,
  external: 2 ** 21,
  arrayBuffers: 2 ** 14,
};

/**
 * What the process says of itself that differs from run to run: its number, its age, and what it uses. A signal that a
 * cell sends to its own number reaches its process.
 *
 * @param read gives the milliseconds since the first reading of the clock
 */
export function fixProcess(read: () => number): void {
  const { pid, kill } = process;
  const fixed = (name: "pid" | "ppid", value: number) =>
    Object.defineProperty(process, name, { value, enumerable: true, configurable: true });
  fixed("pid", noPid);
  fixed("ppid", noPid - 1);
  process.kill = (to, signal) => {
    const target = Math.abs(to) === noPid ? Math.sign(to) * pid : to;
    return kill.call(process, target, signal);
  };
  process.memoryUsage = Object.assign(() => ({ ...memory }), { rss: () => memory.rss });
  process.uptime = () => read() / 1000;
  process.cpuUsage = (before = { user: 0, system: 0 }) => ({
    user: read() * 1000 - before.user,
    system: 0 - before.system,
  });
  const { resourceUsage } = process;
  process.resourceUsage = () => {
    const names = Object.keys(resourceUsage.call(process));
    const nothing = Object.fromEntries(names.map((name) => [name, 0]));
    return nothing as unknown as NodeJS.ResourceUsage;
  };
}
