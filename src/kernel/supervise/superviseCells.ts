import type { CellsProcess } from "./cellsProcess.js";
import { startCells } from "./cellsProcess.js";
import { interruptChildren } from "../processes/children.js";
import type { KernelDebugger } from "../debug/debugger.js";
import type { InspectorRequest } from "../between/inspectorRelay.js";
import { endProcess } from "../processes/endProcess.js";
import type { KeeperOrder } from "../between/files.js";
import type { Line } from "../between/heldLine.js";
import { createInterrupter } from "./interrupt.js";
import type { Iopub, Publication } from "../wire/iopub.js";
import { log } from "../processes/log.js";
import type { KeptCell, Question, Reply, ToCells } from "../between/messages.js";
import { limitedText } from "./limitedText.js";
import { obstacleText } from "../between/obstacle.js";
import type { SnapshotStore } from "../snapshot/snapshotStore.js";
import type { Message } from "../wire/wire.js";

/** The cells' process as long as the kernel lives: one that has died is followed by another. */
export interface SupervisedCells {
  tell(message: ToCells): void;
  /** Hands on what the reader has answered. */
  line(line: Line, holds: boolean): void;
  /** Resolves when the process that runs them now has opened its session. */
  ready(): Promise<void>;
  /** Orders the keeper, or asks the inspector of the cells' thread. */
  order(order: KeeperOrder | InspectorRequest): void;
  interrupt(): void;
  /**
   * Resolves when the session is closed.
   *
   * @param onHeard told when the thread has heard of it, and calls what is set for the end
   */
  close(onHeard: () => void): Promise<void>;
  /** Ends the process and what its cells have started. */
  end(): void;
}

/** What the cells' messages go to. */
export interface SuperviseParts {
  iopub: Pick<Iopub, "publish">;
  /** Whether a request is under way. */
  isBusy(): boolean;
  /** The cell that runs, and the latest one. */
  running(): Message | undefined;
  latest(): Message | undefined;
  /** The number of the latest cell. */
  count(): number;
  published(publication: Publication): void;
  /** Whether a request is the one that holds the thread. */
  isCurrent(id: number): boolean;
  /** Takes the answer to a request; none if it came too early. */
  answered(id: number, content?: Record<string, unknown>): void;
  kept(cell: KeptCell): void;
  /** Takes the answer to all that is under way: the process has ended. */
  lost(content: Reply): void;
  input(question: Question): void;
  snapshots: SnapshotStore;
  debug: Pick<KernelDebugger, "hear" | "leave" | "take" | "moved">;
}

export function superviseCells(first: CellsProcess, parts: SuperviseParts): SupervisedCells {
  let cells = first;
  let isReady = false;
  let onReady = () => {};
  let ready = new Promise<void>((done) => (onReady = done));
  let began = 0;
  let presses = 0;
  const signalled = new Set<number>();
  let loss: string[] = [];
  let onClosing = () => {};
  let onClosed = () => {};
  const write = (name: "stdout" | "stderr", text: string, of = parts.latest()) => {
    if (of?.content.silent === true) return;
    parts.iopub.publish({ type: "stream", parent: of?.header ?? {}, content: { name, text } });
  };
  const limit = limitedText(write);
  const interrupter = createInterrupter({
    children(which) {
      if (which === "all") signalled.clear();
      if (parts.running()) interruptChildren(cells.pid, began, signalled);
    },
    wait() {
      presses++;
      // The keeper may hear of it late: with nothing under way it would take the question of the next cell.
      if (parts.isBusy()) cells.order(`question ${presses}`);
      cells.tell({ type: "interrupt", press: presses });
    },
    code() {
      parts.debug.leave();
      cells.order(`end ${presses}`);
    },
    rest() {
      cells.order("rest");
      parts.debug.take();
    },
  });

  const listen = () => {
    const inheritance = parts.snapshots.inheritance();
    if (inheritance) cells.tell({ type: "inherit", inheritance });
    cells.listen({
      hear(message) {
        switch (message.type) {
          case "ready":
            isReady = true;
            return onReady();
          case "interrupted":
            return interrupter.answered();
          case "publish":
            return parts.published(message.publication);
          case "reply":
            // What passes a cell was perhaps answered before the interrupt.
            if (parts.isCurrent(message.id)) interrupter.answered();
            // What the cell wrote past the channel has come to this process, but perhaps not been read.
            return void setImmediate(parts.answered, message.id, message.content);
          case "too early":
            return void setImmediate(parts.answered, message.id);
          case "kept":
            return parts.kept(message.cell);
          case "input":
            return parts.input(message);
          case "snapshot":
          case "restored":
            return parts.snapshots.take(message);
          case "closing":
            return onClosing();
          case "closed":
            return onClosed();
        }
      },
      hearKeeper(obstacle) {
        const cell = parts.running();
        if (cell) write("stderr", obstacleText(obstacle, parts.count()), cell);
      },
      hearInspector: parts.debug.hear,
      print: limit.print,
      ended,
    });
  };
  const ended = (cause: string) => {
    interrupter.answered();
    if (!isReady) {
      log(`the process of the cells did not start: ${cause}`);
      endProcess();
    }
    cells.end();
    loss = [
      `The process of the cells has ended: ${cause}.`,
      "All variables are gone. From here on cells run in a new process.",
      ...parts.snapshots.lose(),
    ];
    cells = startCells();
    isReady = false;
    ready = new Promise((done) => (onReady = done));
    listen();
    parts.debug.moved();
    const [what, ...more] = loss;
    const traceback = [`ProcessEnded: ${what}`, ...more];
    const failure = { ename: "ProcessEnded", evalue: loss.join(" "), traceback };
    const cell = parts.running();
    if (cell && cell.content.silent !== true) {
      parts.iopub.publish({ type: "error", parent: cell.header, content: failure });
      loss = []; // where nobody has seen it the next cell says so
    }
    parts.lost({ status: "error", ...failure });
  };
  listen();

  return {
    tell(message) {
      if (message.type === "request" && message.request.header.msg_type === "execute_request") {
        began = Date.now();
        limit.begin();
        if (loss.length) setImmediate(write, "stderr", `${loss.join("\n")}\n`);
        loss = [];
      }
      cells.tell(message);
    },
    line: (line, holds) => (holds ? cells.order(line) : cells.tell({ type: "line", ...line })),
    ready: () => ready,
    order: (order) => cells.order(order),
    interrupt: interrupter.interrupt,
    close(onHeard) {
      onClosing = onHeard;
      cells.tell({ type: "close" });
      return new Promise((done) => (onClosed = done));
    },
    end: () => cells.end(),
  };
}
