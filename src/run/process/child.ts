import { createSession, type Session } from "../../session/index.js";
import { overflowExit } from "./limits.js";
import type { Answer, Order } from "./messages.js";
import { beginCell, begun, keepBegun } from "./begun.js";
import { watchParent } from "../../grade/index.js";

// The process of one notebook: takes orders from its parent, one cell at a time.

function main(parent: number): void {
  watchParent(parent);
  keepBegun();
  process.on("disconnect", () => process.reallyExit(0));
  let session: Pick<Session, "execute" | "close"> | undefined;
  const answer = (message: Answer) => process.send?.(message);
  process.on("message", (order: Order) => {
    if (order.type === "derivations") {
      try {
        answer({ type: "derivations", begun: begun() });
      } catch (error) {
        answer({ type: "broken", reason: String(error) });
      }
    } else if (order.type === "open") {
      try {
        session = openSession(order);
        answer({ type: "ready" });
      } catch (error) {
        answer({ type: "broken", reason: (error as Error).message });
      }
    } else if (order.type === "close") {
      void session?.close().then((failures) => answer({ type: "closed", failures }));
    } else {
      const { code, executionCount } = order;
      beginCell(executionCount);
      void session
        ?.execute(code, { executionCount })
        .then((result) => answer({ type: "result", result }));
    }
  });
}

function openSession({ cwd, root, core, language, maxOutput }: Order & { type: "open" }) {
  return createSession({
    cwd,
    root,
    core,
    language,
    maxOutput,
    reproducible: true,
    onOverflow: () => process.reallyExit(overflowExit),
  });
}

declare global {
  namespace NodeJS {
    interface Process {
      /** Node's own way out, which no cell replaces. */
      reallyExit(code: number): never;
    }
  }
}

main(Number(process.argv[2]));
