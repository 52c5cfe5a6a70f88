import { type ChildProcess, fork } from "node:child_process";
import { programs } from "../programs.js";
import type { KeptCell, Request } from "../between/messages.js";
import type { StandInAnswer, StandInOrder } from "./standInMain.js";

type Content = Record<string, unknown>;

/**
 * Answers, in the place of a thread that a cell holds, what frontends ask of names. Its process starts when it is first
 * needed and ends when it is not any more: a compiler beside the session's own takes memory.
 */
export interface StandInProcess {
  /** Takes note of a cell that has run. */
  keep(cell: KeptCell): void;
  /** Forgets all cells: their variables are gone. */
  forget(): void;
  /** Gives the answer, or none if it had to end before. */
  ask(request: Request): Promise<Content | undefined>;
  /** Ends it; what is asked has no answer. */
  end(): void;
}

export function createStandIn(): StandInProcess {
  let cells: KeptCell[] = [];
  let child: ChildProcess | undefined;
  const waiting = new Map<number, (content?: Content) => void>();
  const tell = (order: StandInOrder) => child?.send(order, () => {}); // one that has ended says so by itself
  const start = () => {
    const started = fork(programs.standIn, [String(process.pid)], {
      serialization: "advanced",
      stdio: ["ignore", "ignore", "ignore", "ipc"],
    });
    started.on("message", ({ id, content }: StandInAnswer) => {
      waiting.get(id)?.(content);
      waiting.delete(id);
    });
    started.on("exit", () => started === child && end());
    started.on("error", () => started === child && end());
    return started;
  };
  const end = () => {
    const ended = child;
    child = undefined;
    ended?.kill("SIGKILL");
    for (const give of waiting.values()) give();
    waiting.clear();
  };
  return {
    keep(cell) {
      cells.push(cell);
      tell({ type: "keep", cells: [cell] });
    },
    forget() {
      cells = [];
      end();
    },
    ask(request) {
      if (!child) {
        child = start();
        tell({ type: "keep", cells });
      }
      tell({ type: "ask", request });
      return new Promise((give) => waiting.set(request.id, give));
    },
    end,
  };
}
