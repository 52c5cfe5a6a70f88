import { createSession, type Loaded, type Session } from "../../session/index.js";
import { overflowExit } from "./limits.js";
import type { Answer, CellInputs, Order } from "./messages.js";
import { noteReads } from "./reads.js";
import { beginCell, begun, keepBegun } from "./begun.js";
import { watchParent } from "../../grade/index.js";

// The process of one notebook: takes orders from its parent, one cell at a time.

function main(parent: number): void {
  watchParent(parent);
  keepBegun();
  process.on("disconnect", () => process.reallyExit(0));
  let session: Pick<Session, "execute" | "close" | "loaded"> | undefined;
  const inputs = keepInputs();
  const answer = (message: Answer) => process.send?.(message);
  process.on("message", (order: Order) => {
    if (order.type === "derivations") {
      try {
        answer({ type: "derivations", begun: begun() });
      } catch (error) {
        answer({ type: "broken", reason: String(error) });
      }
    } else if (order.type === "inputs") {
      answer({ type: "inputs", inputs: inputs.all });
    } else if (order.type === "open") {
      try {
        session = openSession(order);
        inputs.begin();
        answer({ type: "ready" });
      } catch (error) {
        answer({ type: "broken", reason: (error as Error).message });
      }
    } else if (order.type === "close") {
      void session?.close().then((failures) => answer({ type: "closed", failures }));
    } else {
      const { code, executionCount } = order;
      beginCell(executionCount);
      void session?.execute(code, { executionCount }).then((result) => {
        if (session) inputs.note(executionCount, session.loaded());
        answer({ type: "result", result });
      });
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

/** Keeps what each cell takes from outside and none before it has taken. */
function keepInputs() {
  const reads = noteReads();
  const known = new Set<string>();
  const all: CellInputs[] = [];
  const fresh = (names: string[]) =>
    names.filter((name) => !known.has(name) && Boolean(known.add(name)));
  return {
    all,
    begin: () => void fresh(reads.taken()),
    note(executionCount: number, loaded: Loaded) {
      const files = fresh([...loaded.files, ...reads.taken()]);
      const packages = fresh(loaded.packages);
      if (files.length + packages.length) all.push({ executionCount, files, packages });
    },
  };
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
