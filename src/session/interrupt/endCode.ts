import { Session } from "node:inspector";
import { mendingCode } from "./guard.js";
import { isHeard, letBe, noteEnding, noteSignal } from "./presses.js";
import { type Treatment, treatment } from "./stack.js";

/** Time after which a stop is asked for once more, in milliseconds: V8 drops one now and then. */
const stopTime = 200;

/** Stops asked for in vain after which code is in a native call: loops stop sooner also on a busy machine. */
const mostInVain = 4;

/** Pause before the main thread is looked at again, in milliseconds. */
const again = 40;

/** Time in which a signal comes to the guard also on a busy machine, in milliseconds: before it, code at a stop would run on. */
const signalTime = 40;

/** Why code does not end now: it is in a native call, or Node has called it without a guard. */
export type Obstacle = "native" | "unguarded";

/** What ends the code that the main thread runs. */
export interface CodeEnder {
  /** Ends code, and what it starts after that, until the interrupt is heard or `rest` is called. */
  begin(press: number): void;
  rest(): void;
}

/**
 * Ends the code that the main thread runs, from another thread: stops it, looks at its stack, and ends it where a guard
 * stands or V8's own queue of jobs has called it. Functions of Node come to their end before.
 *
 * @param shared the numbers that both threads share
 * @param tell is told, once, what stands in the way
 */
export function codeEnder(shared: Int32Array, tell: (obstacle: Obstacle) => void): CodeEnder {
  let stop: (() => void) | undefined;
  const rest = () => {
    letBe(shared);
    stop?.();
    stop = undefined;
  };
  return {
    begin(press) {
      if (stop || isHeard(shared, press)) return;
      noteEnding(shared, press);
      const isOver = () => isHeard(shared, press);
      stop = look({ isOver, rest, tell, onSignal: () => noteSignal(shared) });
    },
    rest,
  };
}

/** What the ending of code has of its surroundings. */
interface LookParts {
  /** Whether the main thread has heard of the interrupt: it may do something else by now. */
  isOver(): boolean;
  rest(): void;
  tell(obstacle: Obstacle): void;
  onSignal(): void;
}

function look({ isOver, rest, tell, onSignal }: LookParts): () => void {
  const session = new Session();
  session.connectToMainThread();
  const urls = new Map<string, string>();
  let timer: NodeJS.Timeout | undefined;
  let told = false;
  const say = (obstacle: Obstacle) => {
    if (!told) tell(obstacle);
    told = true;
  };
  const after = (milliseconds: number, work: () => void) => {
    clearTimeout(timer);
    timer = setTimeout(work, milliseconds);
  };
  const pause = (inVain = 0) => {
    if (isOver()) return rest();
    if (inVain === mostInVain) say("native");
    after(stopTime, () => pause(inVain + 1));
    session.post("Debugger.pause");
  };
  const goOn = (params: { terminateOnResume?: boolean } = {}) => {
    session.post("Debugger.resume", params);
    after(again, pause);
  };
  // V8 marks the function that is stepped out to, and that of Node 22 hears of no end in a marked loop without a statement:
  // the marks go, once, before an end; what steps out again has statements.
  let marks: "none" | "set" | "gone" = "none";
  const unmarked = (end: () => void) => () => {
    if (marks !== "set") return end();
    marks = "gone";
    session.post("Debugger.disable");
    session.post("Debugger.enable");
    pause();
  };
  const treat: Record<Treatment, () => void> = {
    leave: () => goOn(),
    "step out"() {
      if (marks === "none") marks = "set";
      session.post("Debugger.stepOut");
      after(again, pause); // a loop without a statement has no place to stop at
    },
    "end at guard": unmarked(() => {
      onSignal();
      process.kill(process.pid, "SIGINT");
      after(signalTime, () => goOn());
    }),
    "end job": unmarked(() => {
      session.post("Runtime.evaluate", { expression: mendingCode });
      goOn({ terminateOnResume: true });
    }),
    wait() {
      say("unguarded");
      goOn();
    },
  };
  session.on("Debugger.scriptParsed", ({ params }) => urls.set(params.scriptId, params.url));
  session.on("Debugger.paused", ({ params }) => {
    clearTimeout(timer);
    if (isOver()) return rest(); // what has stopped here is no longer what was to end
    const frames = params.callFrames.map(({ functionName: name, location }) => ({
      name,
      url: urls.get(location.scriptId) ?? "",
    }));
    treat[treatment(frames)]();
  });
  session.post("Debugger.enable");
  pause();
  return () => {
    clearTimeout(timer);
    session.post("Debugger.disable"); // lets go of what has stopped
    session.disconnect();
  };
}
