/** What a cell may use; each has a flag. */
export interface Limits {
  /** Seconds a cell may take. */
  timeout: number;
  /** MiB the notebook's process may hold. */
  memory: number;
  /** MiB of output a cell may give. */
  output: number;
}

/** A minute is more than a note should make its reader wait; a GiB and 10 MiB are what JupyterLab shows without trouble. */
export const defaultLimits: Limits = { timeout: 60, memory: 1024, output: 10 };

/** Exit code by which the child says that a cell exceeded its output. */
export const overflowExit = 97;

/** The sentence for a cell that exceeded a limit, and the flag that raises it. */
export function limitMessage(kind: keyof Limits, limits: Limits): string {
  if (kind === "timeout") return `did not end within ${limits.timeout} s (raise it with --timeout)`;
  if (kind === "memory")
    return `used more than ${limits.memory} MiB of memory (raise it with --memory)`;
  return `printed more than ${limits.output} MiB (raise it with --output-limit)`;
}
