/** How often the parent is looked for, in milliseconds: an orphan is gone within a second and costs nothing until then. */
const interval = 500;

/** Ends this process at once, and all that its cells started. */
export function endProcess(): void {
  try {
    // Jupyter starts a kernel as the leader of a group of its own; where it is none there is no such group.
    if (process.platform !== "win32") process.kill(-process.pid, "SIGKILL");
  } catch {
    // Only this process is left to end.
  }
  process.kill(process.pid, "SIGKILL");
}

/** Ends this process when the one that started it is gone: a client that was killed cannot send a shutdown. */
export function endWithParent(parent: number): void {
  setInterval(() => {
    if (process.ppid !== parent || !isAlive(parent)) endProcess();
  }, interval);
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM"; // it is there and belongs to someone else
  }
}
