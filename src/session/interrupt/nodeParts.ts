/** What of Node's own parts the guards need and no public interface gives. */
interface NodeParts {
  /** Forgets the asynchronous operations that the running code counts as within. */
  clearAsyncIdStack?(): void;
  /** Lets Node take SIGINT for its guards, whether one stands or not: it no longer ends the process. */
  startSigintWatchdog?(): void;
}

/** Node warns of this way to its parts once; whoever reads the notebook can do nothing about that. */
export function nodePart(name: "async_wrap" | "contextify"): NodeParts {
  const { binding } = process as unknown as { binding?(name: string): NodeParts };
  const { noDeprecation } = process;
  process.noDeprecation = true;
  try {
    return binding?.call(process, name) ?? {};
  } catch {
    return {}; // a Node to come may have closed it: an end is then as safe as Node itself makes it
  } finally {
    process.noDeprecation = noDeprecation;
  }
}

/** Forgets the asynchronous operations that the running code counts as within, which Node expects to be left one by one. */
export function asyncStackClearer(): () => void {
  return nodePart("async_wrap").clearAsyncIdStack ?? clearAsException;
}

/** Taken before a cell can replace them. */
const { _fatalException: handleUncaught } = process as unknown as {
  _fatalException?(error: Error, isOfPromise: boolean): void;
};
const hasCapture = process.hasUncaughtExceptionCaptureCallback.bind(process);
const capture = process.setUncaughtExceptionCaptureCallback.bind(process);

let hasHooks = false;

/** Notes that a cell has made hooks of asynchronous operations: Node counts those of jobs from then on. */
export const noteHooks = (): void => void (hasHooks = true);

/** Node 24 and later give the part no more, and forget them behind an exception that nobody has caught: one is feigned. */
function clearAsException(): void {
  if (!hasHooks || !handleUncaught || hasCapture()) return;
  capture(() => {});
  try {
    handleUncaught.call(process, new Error("a job was ended"), false);
  } finally {
    capture(null);
  }
}
