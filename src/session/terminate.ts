import { Session } from "node:inspector";

/**
 * Ends the code of a cell that holds the main thread, whatever it is in; to be called from another thread if the main
 * thread has not answered SIGINT. What the code had changed stays; a cell that awaits it is ended by SIGINT then.
 *
 * @param interruptible what the session was opened with: a cell runs where it holds 1; without it, the caller
 *   knows that a cell runs
 * @returns whether anything was ended: the session's own work never is
 */
export async function terminateMainThread(interruptible?: Int32Array): Promise<boolean> {
  if (interruptible && Atomics.load(interruptible, 0) !== 1) return false;
  const session = new Session();
  session.connectToMainThread();
  await new Promise<void>((done) => session.post("Runtime.terminateExecution", () => done()));
  session.disconnect();
  return true;
}
