import { createSession } from "../../src/session/index.js";
import type { CellOutput, Session, SessionOptions } from "../../src/session/types.js";

// A session in a process of its own, driven by messages: see openSession.

type Request =
  | { id: number; method: "open"; args: [Partial<SessionOptions> & { cwd: string }] }
  | { id: number; method: "execute"; args: [string, number, boolean?] }
  | { id: number; method: "receive"; args: Parameters<Session["comms"]["receive"]> }
  | { id: number; method: "list" | "memory" | "interrupt" }
  | {
      id: number;
      method: "evaluate" | "complete" | "inspect" | "isComplete";
      args: never[];
    };

const send = (message: object) => void process.send?.(message);
let session: Session;

process.on("message", (request: Request) => {
  void answer(request).then(
    (result) => send({ id: request.id, result }),
    (error: Error) => send({ id: request.id, error: error.message }),
  );
});

async function answer(request: Request): Promise<unknown> {
  switch (request.method) {
    case "open": {
      const [options] = request.args;
      session = createSession({
        root: options.cwd,
        reproducible: false,
        maxOutput: 1e5,
        input: (prompt, password) => Promise.resolve(`answer to ${prompt}${password ? "*" : ""}`),
        sendComm: (type, content) => send({ comm: [type, content] }),
        ...options,
      });
      return null;
    }
    case "execute": {
      const [code, executionCount, silent] = request.args;
      const onOutput = (output: CellOutput) => send({ live: output, of: executionCount });
      return session.execute(code, { executionCount, silent, onOutput });
    }
    case "receive":
      return session.comms.receive(...request.args);
    case "list":
      return session.comms.list();
    case "memory":
      return process.memoryUsage().rss;
    case "interrupt":
      return session.interrupt();
    default:
      return (session[request.method] as (...args: never[]) => Promise<unknown>)(...request.args);
  }
}
