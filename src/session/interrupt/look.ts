import vm from "node:vm";
import { mend } from "./guard.js";
import { isDealt, isEnding, isLookedAt, isSent, noteSignal } from "./presses.js";

// A look at the code that this thread runs, taken on top of it: V8 lets a message of the inspector in wherever a loop goes
// round and a function begins. Nothing is stopped for it: what stops code describes the values in sight, and for an error
// calls its getters, which may never end and which nothing ends then.

/** The name by which the keeper's messages find their work. */
const looking = Symbol.for("rederive.look");

/** The name under which these messages run: what stands above it in a stack is not what is looked at. */
export const messageName = "node:keeper";

const call = (work: string) => `globalThis[Symbol.for("rederive.look")].${work}`;

const message = (work: string) => ({
  expression: `${call(work)}\n//# sourceURL=${messageName}`,
  silent: true,
  disableBreaks: true,
});

/** What the keeper has this thread evaluate. */
export const asked = {
  /** Gives the stack of what runs, as text. */
  look: (number: number) => message(`look(${number})`),
  /** Holds the thread until what was found is dealt with. */
  hold: (number: number) => message(`hold(${number})`),
  /** Puts right what the end of a job will leave undone. */
  mend: message("mend()"),
  /** Lets stacks be written as before the cell's own way, within which they are being written. */
  writeStacks: message("writeStacks()"),
  /** Ends what a guard guards: the last to be heard before the code goes on. */
  endAtGuard: message("endAtGuard()"),
  /** What is asked where code is to be met; always false, so that it does not stop. */
  meet: call("meet()"),
};

/** A realm of its own: in that of the cells, `Error` is theirs to change. */
const capturing = `
  Error.stackTraceLimit = Infinity;
  Error.prepareStackTrace = (_, sites) =>
    sites.map((site) => (site.getScriptNameOrSourceURL() ? "" : site.getScriptHash()) + " " + site).join("\\n");
  () => new Error().stack;
`;

/** A search of some 20 ms of work, which V8 does without looking whether it is to end. */
const [text, absent] = ["a".repeat(40_000), `${"a".repeat(999)}b`];

// Taken before a cell, or what makes a session reproducible, can replace it.
const kill = process.kill.bind(process);
const { pid } = process;

/**
 * Makes this thread answer to the keeper's messages. It waits in loops: code that waits by `Atomics.wait` may be what is
 * looked at, and V8 has room for one such wait.
 */
export function answerKeeper(shared: Int32Array): void {
  const ownStacks = Object.getOwnPropertyDescriptor(Error, "prepareStackTrace") ?? {
    value: undefined,
    configurable: true,
  };
  let capture: (() => string) | undefined;
  const work = {
    look(number: number): string {
      while (!isSent(shared, number));
      if (!isEnding(shared) || isDealt(shared, number)) return "";
      capture ??= vm.runInNewContext(capturing) as () => string;
      return capture();
    },
    hold(number: number) {
      while (!isDealt(shared, number));
    },
    mend,
    writeStacks: () => void Reflect.defineProperty(Error, "prepareStackTrace", ownStacks),
    /**
     * The thread of Node that hears the signal asks for the end some moments later: the code must not go on until then, and
     * what notes the end must be that code, no message.
     */
    endAtGuard() {
      noteSignal(shared);
      kill(pid, "SIGINT");
      text.lastIndexOf(absent);
    },
    /** Holds code where it is to be met, until a look is on its way: V8 takes that in when it goes on. */
    meet() {
      while (isEnding(shared) && !isLookedAt(shared));
      return false;
    },
  };
  Object.defineProperty(globalThis, looking, { value: work });
}
