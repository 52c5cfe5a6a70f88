import { type ChildProcess, fork } from "node:child_process";
import { fileURLToPath } from "node:url";
import { residentMiB } from "./residentMiB.js";
import { watchParent } from "./watchParent.js";

/** What one question may use. */
export interface GradingLimits {
  /** Seconds. */
  timeout: number;
  /** MiB that the process may hold. */
  memory: number;
}

/** What came of a question: its answer, or why there is none. */
export type Outcome<Answer> = { answer: Answer } | { gaveUp: string };

/** A process that answers one question after the other, and is started anew when a question ends it. */
export interface LimitedProcess<Question, Answer> {
  ask(question: Question): Promise<Outcome<Answer>>;
  close(): void;
}

const alive = new Set<ChildProcess>();
process.on("exit", () => alive.forEach((child) => child.kill("SIGKILL")));

/**
 * Starts the process at once, so that it loads while the questions are read.
 *
 * @param script address of the module that answers, without its extension
 */
export function startLimited<Question extends object, Answer>(
  script: URL,
  limits: GradingLimits,
): LimitedProcess<Question, Answer> {
  let child = start(script, limits.memory);
  return {
    close: () => void child.kill("SIGKILL"),
    async ask(question) {
      const found = await answerOf<Answer>(child, question, limits);
      if ("answer" in found) return found;
      child.kill("SIGKILL");
      child = start(script, limits.memory);
      return found;
    },
  };
}

function start(script: URL, memory: number): ChildProcess {
  const extension = import.meta.url.endsWith(".ts") ? "ts" : "js";
  const child = fork(fileURLToPath(`${script.href}.${extension}`), [String(process.pid)], {
    execArgv: [...process.execArgv, ...heapLimit(memory)],
    stdio: ["ignore", "ignore", "ignore", "ipc"],
  });
  alive.add(child);
  child.on("exit", () => alive.delete(child));
  child.on("error", () => {}); // its exit, or the time limit, tells the same
  return child;
}

/**
 * V8's own limit, where the system does not tell what a process holds: with any flag of V8 the process begins without the
 * compiled code that Node brings along, and takes a seventh longer for a short file of claims.
 */
const heapLimit = (memory: number): string[] =>
  residentMiB(process.pid) > 0 ? [] : [`--max-old-space-size=${memory}`];

function answerOf<Answer>(
  child: ChildProcess,
  question: object,
  { timeout, memory }: GradingLimits,
): Promise<Outcome<Answer>> {
  return new Promise((done) => {
    const finish = (outcome: Outcome<Answer>) => {
      clearTimeout(timer);
      clearInterval(meter);
      child.off("message", onMessage).off("exit", onExit);
      done(outcome);
    };
    const giveUp = (where: string) => finish({ gaveUp: `gave up at ${where}` });
    const tooMuch = `the memory limit of ${memory} MiB (raise it with --memory)`;
    const onMessage = (message: unknown) => {
      if (message !== begun) return finish({ answer: message as Answer });
      clearTimeout(timer);
      const where = `the time limit of ${timeout} s (raise it with --timeout)`;
      timer = setTimeout(() => giveUp(where), timeout * 1000);
    };
    const onExit = (code: number | null, signal: string | null) => {
      // V8 ends a process whose heap is full with SIGABRT.
      const full = signal === "SIGABRT" || code === 134;
      giveUp(full ? tooMuch : `a fault that ended the process (${signal ?? code})`);
    };
    let timer = setTimeout(() => giveUp("a process that did not start"), longestStart);
    const meter = setInterval(() => {
      if (residentMiB(child.pid) > memory + overhead) giveUp(tooMuch);
    }, meterMs);
    child.on("message", onMessage).on("exit", onExit);
    child.send(question, (error) => {
      if (error) giveUp("a process that had ended");
    });
  });
}

/** Milliseconds between two looks at the memory: a process takes a few hundred MiB a second at most. */
const meterMs = 50;
/** MiB that Node itself holds beside its heap. */
const overhead = 100;
/** Milliseconds for loading the engine and what it reads with, which no question pays for. */
const longestStart = 120_000;
/** What the process says when it has read a question and begins to answer: from then on its time is counted. */
const begun = "begun";

/** Answers questions in a process of its own; what it loads is loaded before the time of the first is counted. */
export function answerQuestions<Question, Answer>(answer: (question: Question) => Answer): void {
  process.on("disconnect", () => process.exit());
  process.on("message", (question: Question) => {
    process.send?.(begun, () => process.send?.(answer(question)));
  });
  watchParent(Number(process.argv[2]));
}
