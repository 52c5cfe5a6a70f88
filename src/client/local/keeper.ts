import { spawn } from "node:child_process";

/** From the one that wants a kernel: what is to be started. */
export interface Start {
  command: string[];
  cwd: string;
  env: NodeJS.ProcessEnv;
}

/** From the keeper: the kernel's process, or how it ended. */
export type Kept = { pid: number } | { ended: string; said: string };

// The keeper of one kernel: it leads a group of processes with the kernel in it, and ends the group as soon as the one
// that started it is gone, however that happened. Few kernels do so themselves.

/** Characters of what the kernel said last. */
const mostSaid = 2000;

function endGroup(): void {
  if (process.platform === "win32") process.kill(process.pid, "SIGKILL");
  else process.kill(-process.pid, "SIGKILL");
}

function keep({ command: [program, ...args], cwd, env }: Start): void {
  const kernel = spawn(program, args, { cwd, env, stdio: ["ignore", "ignore", "pipe"] });
  let said = "";
  kernel.stderr.on("data", (chunk) => (said = `${said}${chunk}`.slice(-mostSaid)));
  const tell = (kept: Kept) => process.send?.(kept);
  kernel.on("error", ({ message }) => tell({ ended: `could not be started: ${message}`, said }));
  kernel.on("close", (code, signal) =>
    tell({ ended: `ended its process (${signal ?? `exit code ${code}`})`, said: reasonIn(said) }),
  );
  if (kernel.pid !== undefined) tell({ pid: kernel.pid });
}

/** What a kernel said last, without what it tells of its start. */
function reasonIn(said: string): string {
  const lines = said.split("\n").filter((line) => !/\b(?:WARNING|INFO|DEBUG)\b/.test(line));
  return lines.join("\n").trim();
}

process.on("disconnect", endGroup);
process.on("SIGINT", () => undefined); // it is for the kernel, and goes to the whole group
process.once("message", (start: Start) => keep(start));
