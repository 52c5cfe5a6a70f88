/**
 * Does what a process does as it ends: calls the listeners that cells and packages have set for it, so that what they
 * hold, a lock, a temporary file, is given back. One that fails takes none of the others along.
 */
export function runExitHandlers(report: (thrown: unknown) => void): void {
  const code = Number(process.exitCode ?? 0);
  for (const event of ["beforeExit", "exit"] as const) {
    for (const listener of process.rawListeners(event)) {
      try {
        listener.call(process, code);
      } catch (error) {
        report(error);
      }
    }
  }
}
