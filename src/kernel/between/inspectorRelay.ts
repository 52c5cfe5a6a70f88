import { Session } from "node:inspector";
import { jsonLine } from "./jsonLine.js";

/** Hands on, in the keeper, what a debugger in the sockets' process and the inspector of the main thread say. */
export interface InspectorRelay {
  /** Opens the inspector; no port is opened. */
  open(): void;
  /** Closes it: what has stopped goes on, and nothing is left that costs the main thread anything. */
  close(): void;
  post(request: InspectorRequest): void;
  /** Lets code that has stopped go on. */
  letGo(): void;
}

/** A question to the inspector. */
export interface InspectorRequest {
  id: number;
  method: string;
  params?: object;
}

export function inspectorRelay(tell: (line: string) => void): InspectorRelay {
  let session: Session | undefined;
  const say = (message: object) => tell(jsonLine(message));
  return {
    open() {
      session = new Session();
      session.connectToMainThread();
      session.on("inspectorNotification", say);
    },
    close() {
      session?.disconnect();
      session = undefined;
    },
    post({ id, method, params }) {
      session?.post(method, params, (error, result) =>
        say(error ? { id, error: { message: error.message } } : { id, result }),
      );
    },
    letGo: () => session?.post("Debugger.resume"),
  };
}
