import { type Runtime, Session } from "node:inspector";
import { asked } from "./look.js";
import { meetings } from "./meetings.js";
import {
  hasGuard,
  isHeard,
  isSignalUnderWay,
  letBe,
  nextLook,
  noteDealt,
  noteEnding,
  noteLook,
  noteSignal,
} from "./presses.js";
import { framesOf, isWritingStack, meetingPlace, type Treatment, treatment } from "./stack.js";

/** Time after which code that has let no look in is in a native call, in milliseconds: loops let it in at once. */
const nativeAfter = 800;

/** Pause before the main thread is looked at again, in milliseconds. */
const again = 40;

/** The same where a function of Node has to come to its end first, which it mostly does at once. */
const soon = 1;

/** Longest time for which an end is waited before a look, in milliseconds: it must not meet that in the place of the code. */
const endTime = 400;

/** Looks, one after another, for which the stack has no room until code is ended without: a deep call has returned by then. */
const mostWithoutRoom = 2;

/** Why code does not end now: it is in a native call, or Node has called it without a guard. */
export type Obstacle = "native" | "unguarded";

/** What ends the code that the main thread runs. */
export interface CodeEnder {
  /** Ends code, and what it starts after that, until the interrupt is heard or `rest` is called. */
  begin(press: number): void;
  rest(): void;
}

/** What the ending of code has of its surroundings. */
export interface EnderParts {
  /** Is told, once, what stands in the way. */
  tell(obstacle: Obstacle): void;
  /** Lets code that a client's debugger has stopped go on: into its end. */
  letGo(): void;
}

/**
 * Ends the code that the main thread runs, from another thread: looks at its stack, and ends it where a guard stands or
 * V8's own queue of jobs has called it. Functions of Node come to their end before.
 *
 * @param shared the numbers that both threads share
 */
export function codeEnder(shared: Int32Array, parts: EnderParts): CodeEnder {
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
      stop = endCode(shared, { ...parts, rest, isOver: () => isHeard(shared, press) });
    },
    rest,
  };
}

interface EndingParts extends EnderParts {
  /** Whether the main thread has heard of the interrupt: it may do something else by now. */
  isOver(): boolean;
  rest(): void;
}

/** The answer to a look; a stack without room for it gives an exception. */
type Heard = (error: Error | null, answer?: Runtime.EvaluateReturnType) => void;

function endCode(shared: Int32Array, { isOver, rest, tell, letGo }: EndingParts): () => void {
  const session = new Session();
  session.connectToMainThread();
  const met = meetings(session);
  let timer: NodeJS.Timeout | undefined;
  let isDone = false;
  let told = false;
  let withoutRoom = 0;
  const say = (obstacle: Obstacle) => {
    if (!told) tell(obstacle);
    told = true;
  };
  const evaluate = (message: Runtime.EvaluateParameterType, heard?: Heard) =>
    session.post("Runtime.evaluate", message, heard);
  // An end that meets a look in the place of the code leaves V8 so that it evaluates nothing more: the next look comes when
  // the end is on its way, and no signal is.
  const lookAgain = (waited = 0) => {
    clearTimeout(timer);
    if (isDone) return;
    timer = setTimeout(() => {
      if (!isOver() && isSignalUnderWay(shared) && waited < endTime) lookAgain(waited + again);
      else look();
    }, again);
  };
  const heard = () => lookAgain();
  const endWithoutLook = () => {
    if (!hasGuard(shared)) return session.post("Runtime.terminateExecution", heard);
    noteSignal(shared);
    process.kill(process.pid, "SIGINT");
  };
  const end = (found: "end at guard" | "end job") => {
    if (found === "end at guard") return evaluate(asked.endAtGuard, heard);
    evaluate(asked.mend);
    session.post("Runtime.terminateExecution", heard);
  };
  const treat = (stack: string) => {
    const frames = framesOf(stack);
    const found: Treatment = treatment(frames);
    if (found === "step out") {
      met.add(meetingPlace(frames));
      return soon;
    }
    if (found === "wait") say("unguarded");
    if (found === "wait" || found === "leave") return again;
    met.begin();
    if (isWritingStack(stack)) evaluate(asked.writeStacks);
    end(found);
    return endTime;
  };
  const look = () => {
    if (isOver()) return rest();
    timer = setTimeout(() => say("native"), nativeAfter);
    const number = nextLook(shared);
    evaluate(asked.look(number), (error, answer) => {
      if (isDone) return;
      clearTimeout(timer);
      withoutRoom = error || answer?.exceptionDetails ? withoutRoom + 1 : 0;
      const next = treat((answer?.result?.value ?? "") as string);
      if (withoutRoom >= mostWithoutRoom) endWithoutLook();
      letGo();
      noteDealt(shared);
      timer = setTimeout(look, next);
    });
    evaluate(asked.hold(number));
    noteLook(shared, number);
  };
  look();
  return () => {
    isDone = true;
    clearTimeout(timer);
    session.disconnect();
    noteDealt(shared); // lets go of what is held
  };
}
