import type { Debugger } from "node:inspector";
import { loadedName } from "../../session/beside.js";
import type { Breakpoints } from "./breakpoints.js";
import { describe } from "./describe.js";
import { isCaught } from "./exceptions.js";
import { type Frame, frameReader, type Shown } from "./frames.js";
import type { Inspector } from "./inspect/inspector.js";
import { bindLoading } from "./loading.js";
import type { Scripts } from "./code/scripts.js";
import { isReaders } from "./code/skipped.js";

type Paused = Debugger.PausedEventDataType;

/** The inspector's ways to go on. */
export type Way = "resume" | "stepOver" | "stepInto" | "stepOut";

/** Where the code stands, and how it goes on. */
export interface Stops {
  /** Whether the client knows the code to stand. */
  isStopped(): boolean;
  frames(): Frame[];
  /** @throws Error if there is no such frame */
  frame(id: number): Debugger.CallFrame;
  /** What was thrown, if that has stopped the code. */
  thrown(): Debugger.PausedEventDataType["data"];
  go(way: Way): Promise<void>;
  pause(): Promise<void>;
  /** Takes the inspector's events. */
  paused(event: Paused): void;
  resumed(): void;
  /** Leaves all stops to the interrupt ladder, up to `take`. */
  leave(): void;
  take(): void;
  forget(): void;
}

export interface StopsParts {
  post: Inspector["post"];
  scripts: Scripts;
  breakpoints: Breakpoints;
  /** The kinds of exceptions at which to stop. */
  filters: Set<string>;
  tell(event: string, body: object): void;
  onResumed(): void;
}

/** Pause before a pause is asked for anew, in milliseconds: a stop that V8 has noticed comes sooner. */
const again = 100;

export function stops(parts: StopsParts): Stops {
  const { post, scripts, breakpoints, filters, tell } = parts;
  let stop: { event: Paused; shown: Shown[] } | undefined;
  let isLeft = false;
  /** A stop that was left to the ladder. */
  let left = false;
  /** How the client has let the code go on, and the functions that it was in: a step that left them is over. */
  let way: Way = "resume";
  let within = new Set<string>();
  let isAsked = false;
  /** Where the step began on which the code came through something of the kernel's: it is not over there. */
  let from: string | undefined;
  let passed = false;
  /** Counts the times that the code stood: what is found out slowly may be over. */
  let time = 0;

  const shownFrames = frameReader(scripts);
  const go = (next: Way) => post<void>(`Debugger.${next}`);

  /** A pause that comes while the kernel's own code runs is lost, and has to be asked for anew. */
  const pauseSoon = async () => {
    if (!isAsked) return;
    await post("Debugger.pause");
    setTimeout(() => void pauseSoon().catch(() => {}), again).unref();
  };

  const reasonOf = ({ reason, hitBreakpoints = [], data }: Paused, step: Way): object => {
    if (hitBreakpoints.length) {
      return { reason: "breakpoint", hitBreakpointIds: breakpoints.hit(hitBreakpoints) };
    }
    if (reason === "exception" || reason === "promiseRejection") {
      return { reason: "exception", text: describe(data as never) };
    }
    if (isAsked) return { reason: "pause" };
    return step === "resume"
      ? { reason: "pause", description: "a debugger statement" }
      : { reason: "step" };
  };

  const wayOf = ({ callFrames }: Paused): Way =>
    callFrames.some((one) => within.has(functionOf(one))) ? way : "resume";

  const look = async (event: Paused) => {
    const now = ++time;
    const step = wayOf(event);
    const [top] = event.callFrames;
    if (top.url === loadedName) {
      for (const breakpoint of await bindLoading(post, event, scripts, breakpoints)) {
        tell("breakpoint", { reason: "changed", breakpoint });
      }
      return go(step === "resume" ? step : "stepOut"); // a step over what loads it ends there
    }
    const { scriptId, lineNumber, columnNumber = 0 } = top.location;
    const at = { line: lineNumber, column: columnNumber };
    if (isReaders(top) && !event.hitBreakpoints?.length && (await scripts.isRound(scriptId, at))) {
      return go(step === "resume" ? "stepOver" : step);
    }
    const isThrown = event.reason === "exception" || event.reason === "promiseRejection";
    if (isThrown && !filters.has("all") && (await isCaught(event, scripts))) return go(step);
    const shown = await shownFrames(event.callFrames);
    if (now !== time) return;
    // What stands in no line of the reader's is passed by: what the kernel puts around a cell.
    const isBetween = isReaders(top) && shown[0]?.call !== top;
    if (!shown.length || (isBetween && !event.hitBreakpoints?.length)) {
      passed = true;
      return go(step === "resume" ? "stepOut" : step);
    }
    const isBack = passed && step !== "resume" && siteOf(event, shown) === from;
    if (isBack && !event.hitBreakpoints?.length) return go(step);
    stop = { event, shown };
    const reason = reasonOf(event, step);
    isAsked = false;
    tell("stopped", { ...reason, threadId: 1, allThreadsStopped: true });
  };

  const stopped = () => {
    if (stop) return stop;
    throw new Error(
      "the code does not stand still: set a breakpoint, or send pause, and wait for the event stopped",
    );
  };

  return {
    isStopped: () => stop !== undefined,
    frames: () => stopped().shown.map(({ frame }) => frame),
    frame(id) {
      const found = stopped().shown.find(({ frame }) => frame.id === id);
      if (!found) throw new Error(`there is no frame ${id}: ask for the frames by stackTrace`);
      return found.call;
    },
    thrown: () => stopped().event.data,
    async go(next) {
      const { event, shown } = stopped();
      from = siteOf(event, shown);
      passed = false;
      way = next;
      within = new Set(event.callFrames.filter(isReaders).map(functionOf));
      await go(next);
    },
    async pause() {
      isAsked = true;
      await pauseSoon();
    },
    paused(event) {
      if (isLeft) left = true;
      else void look(event).catch(() => go("resume").catch(() => {}));
    },
    resumed() {
      time++;
      left = false;
      if (!stop) return;
      stop = undefined;
      parts.onResumed();
      tell("continued", { threadId: 1, allThreadsContinued: true });
    },
    leave: () => void (isLeft = true),
    take() {
      isLeft = false;
      way = "resume";
      if (left) void go("resume").catch(() => {});
    },
    forget() {
      [isLeft, left, isAsked, way] = [false, false, false, "resume"];
      this.resumed();
    },
  };
}

function functionOf({ location, functionLocation: at }: Debugger.CallFrame): string {
  return `${location.scriptId} ${at?.lineNumber} ${at?.columnNumber}`;
}

/** A line of the reader's, and how deep in calls. */
function siteOf({ callFrames }: Paused, [{ frame }]: Shown[]): string {
  return `${frame.source.path} ${frame.line} ${callFrames.length}`;
}
