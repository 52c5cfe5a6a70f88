import { Session } from "node:inspector";

/**
 * Ends the code that holds the main thread, whatever it is in: to be called from another thread, and only if the main
 * thread has not answered SIGINT, because an idle one would lose what it runs next. What the code had changed stays; a
 * cell that awaits it is ended by SIGINT then.
 */
export function terminateMainThread(): Promise<void> {
  const session = new Session();
  session.connectToMainThread();
  return new Promise((done) => {
    session.post("Runtime.terminateExecution", () => {
      session.disconnect();
      done();
    });
  });
}
