import type { MimeData } from "../../notebook/index.js";
import { cellStreams } from "./cellStreams.js";
import { Collector, type Displays } from "./collector.js";
import { openContext } from "./context.js";
import { needRoom } from "../interrupt/room.js";
import type { CellOutput, CellResult, EarlierResult, ExecuteOptions } from "../types.js";

/** One run of a cell, to which all that it started belongs, also what comes after it has ended. */
export interface CellRun {
  executionCount: number;
  silent: boolean;
  emit(output: CellOutput): void;
  /** Takes what code writes to a stream, which may draw over what it has written. */
  write(name: "stdout" | "stderr", text: string): void;
  display(data: MimeData, id?: string, update?: boolean): void;
  fail(): void;
  /** Hands over what was collected; what comes later goes to `onOutput` or, without one, with the next run's result. */
  end(): CellResult;
}

/** Characters of output, and what happens to a cell that gives more. */
export interface OutputLimit {
  maxOutput: number;
  onOverflow?: () => void;
}

/** Knows the run that code belongs to, across timers and promises. */
export interface CellRuns {
  start(options: ExecuteOptions): CellRun;
  within<T>(run: CellRun, work: () => T): T;
  /** Lets no timer of a run call back any more. */
  cancel(run: CellRun): void;
  /** The run of the code that executes now; the latest one if none can be told. */
  current(): CellRun;
  /** The run whose code made a promise; the current one if none can be told. */
  of(promise: object): CellRun;
}

/** @param report takes what a timer of a run throws */
export function cellRuns(
  limit: OutputLimit,
  report: (thrown: unknown, run: CellRun) => void,
): CellRuns {
  const context = openContext<CellRun>(report);
  const displays: Displays = new Map();
  // What nobody listens to any more: it is handed over with the result of the run during which it came.
  const changed = new Map<CellRun, () => EarlierResult>();
  let latest: CellRun | undefined;
  let isUnderWay = () => false;

  const start = ({ executionCount, silent = false, onOutput }: ExecuteOptions): CellRun => {
    let size = 0;
    let cut = false;
    let failed = false;
    let ended = false;
    const noteChange = () => {
      if (ended && !onOutput) changed.set(run, () => ({ executionCount, ...result() }));
    };
    // A listener updates displays of earlier cells by itself, and nothing is kept for it.
    const collector = new Collector(onOutput ? new Map() : displays, noteChange);
    const result = (): CellResult => ({
      status: failed ? "error" : "ok",
      outputs: collector.outputs,
    });
    const give = (output: CellOutput) => {
      if (!ended || !onOutput) collector.add(output);
      onOutput?.(output);
    };
    const counted = (output: CellOutput) => {
      if (cut) return;
      size += output.output_type === "stream" ? output.text.length : JSON.stringify(output).length;
      if (size > limit.maxOutput) {
        cut = true;
        limit.onOverflow?.();
        give(notice(limit.maxOutput));
      } else give(output);
    };
    const streams = cellStreams({
      executionCount,
      give: counted,
      repeat: give,
      shown: () => (ended && onOutput ? undefined : collector.told()),
    });
    const run: CellRun = {
      executionCount,
      silent,
      emit(output) {
        needRoom();
        streams.before(output);
        counted(output);
      },
      write(name, text) {
        needRoom();
        streams.write(name, text);
      },
      display(data, id, update = false) {
        const transient = id === undefined ? undefined : { display_id: id };
        if (!update) {
          const output = { output_type: "display_data", data, metadata: {} } as const;
          run.emit(transient ? { ...output, transient } : output);
        } else if (transient) {
          run.emit({ output_type: "update_display_data", data, metadata: {}, transient });
        }
      },
      fail() {
        failed = true;
        noteChange();
      },
      end() {
        streams.flush();
        ended = true;
        const earlier = [...changed.values()].map((resultOf) => resultOf());
        changed.clear();
        return earlier.length ? { ...result(), earlier } : result();
      },
    };
    // A message of a comm is no cell, and what comes between its events still belongs to the cell that waits.
    if (executionCount > 0 || !isUnderWay()) {
      latest = run;
      isUnderWay = () => executionCount > 0 && !ended;
    }
    return run;
  };

  const current = () => context.current() ?? latest ?? start({ executionCount: 0 });
  return {
    start,
    within: context.within,
    cancel: context.cancel,
    current,
    of: (promise) => context.of(promise) ?? current(),
  };
}

function notice(characters: number): CellOutput {
  const text = `\noutput cut: the cell gave more than ${characters} characters\n`;
  return { output_type: "stream", name: "stderr", text };
}
