import { isQuestion } from "../cells/answerQuestion.js";
import type { Request } from "../between/messages.js";
import type { StandInProcess } from "./standIn.js";

/** Time that the cells' thread has to answer, in milliseconds; one that is held by a cell does not. */
const patience = 200;

/** Asks what passes the cell that runs: its thread, which answers between two awaits, or else the stand-in. */
export interface Questions {
  ask(request: Request): void;
  /** Whether anything is asked that has no answer yet. */
  isBusy(): boolean;
  /** Tells that the cells' thread has come to a request. */
  heard(id: number): void;
  /** Tells that a request has its answer; gives whether it was one of these and had none. */
  answered(id: number): boolean;
  /** Gives up what is asked of the cells' process, which has ended. */
  lost(): void;
}

/**
 * @param ask hands a request to the cells' thread
 * @param give takes an answer of the stand-in, or that there will be none
 */
export function createQuestions(
  standIn: StandInProcess,
  ask: (request: Request) => void,
  give: (id: number, content?: Record<string, unknown>) => void,
): Questions {
  const waiting = new Set<number>();
  /** What the cells' thread was asked and has not answered: while there is anything, it is held. */
  const atThread = new Set<number>();
  return {
    ask(request) {
      const { id } = request;
      const isHeld = atThread.size > 0;
      waiting.add(id);
      const askStandIn = () => {
        if (waiting.has(id)) void standIn.ask(request).then((content) => give(id, content));
      };
      if (!isQuestion(request)) return ask(request);
      if (isHeld) return askStandIn();
      atThread.add(id);
      ask(request);
      setTimeout(askStandIn, patience);
    },
    isBusy: () => waiting.size > 0,
    heard: (id) => void atThread.delete(id),
    answered: (id) => waiting.delete(id),
    lost() {
      atThread.clear();
      for (const id of waiting) give(id);
    },
  };
}
