import { type ChildProcess, fork } from "node:child_process";
import { fileURLToPath } from "node:url";
import type { CellLanguage, ErrorOutput } from "../../notebook/index.js";
import type { CellResult } from "../../session/index.js";
import type { Project } from "../../project/index.js";
import { modulesAround } from "./core.js";
import { cellEnvironment } from "./environment.js";
import { type Limits, limitMessage, overflowExit } from "./limits.js";
import { type Answer, type Begun, type CellInputs, isAnswer, type Order } from "./messages.js";
import { residentMiB } from "../../grade/index.js";

/** A cell that ended its process, or had to be ended; the message says why. */
export class CellStopped extends Error {
  override name = "CellStopped";
}

/** The process of one notebook. */
export interface NotebookProcess {
  /** Runs a cell, for at most so many seconds if it has a limit of its own. @throws CellStopped if the process ended or went over a limit */
  run(code: string, executionCount: number, timeout?: number): Promise<CellResult>;
  /** The derivations that the cells have begun. @throws CellStopped as `run` does */
  derivations(): Promise<Begun[]>;
  /** What the cells have taken from outside. @throws CellStopped as `run` does */
  inputs?(): Promise<CellInputs[]>;
  /** Calls what is set for the end of the process; gives what failed of it. @throws CellStopped as `run` does */
  close(): Promise<ErrorOutput[]>;
  kill(): void;
  /** What the kernel says of its language, where it is another program's. */
  languageInfo?: Record<string, unknown>;
}

/** Longest time that a process may take until its session is open, in seconds. */
const startTime = 60; // loading takes a second where nothing else runs

/** Longest time that what is set for its end may take, in seconds. */
const endTime = 5; // the session itself gives up after 2 s

/** Characters of what the process said last: the lines in which Node says why it ends. */
const mostSaid = 4000;
/** Milliseconds between two looks at its memory, in which it cannot take much more than it has. */
const meterPause = 100;

const alive = new Set<ChildProcess>();
let watching = false;

/** Starts a notebook's process and opens its session, in the notebook's folder. */
export async function startProcess(
  cwd: string,
  language: CellLanguage,
  project: Project,
  limits: Limits,
): Promise<NotebookProcess> {
  // A parent that ends in order takes its children along; the children watch for the other endings themselves.
  if (!watching) process.on("exit", () => alive.forEach(killGroup));
  watching = true;
  const child = forkChild(project, limits);
  alive.add(child);
  child.on("exit", () => alive.delete(child));
  let said = "";
  child.stderr?.on("data", (chunk) => (said = `${said}${chunk}`.slice(-mostSaid)));
  const order = (message: Order, seconds: number) =>
    new Promise<Answer>((done, refuse) => {
      const finish = (then: () => void) => {
        clearTimeout(timer);
        clearInterval(meter);
        child.off("message", onMessage).off("exit", onExit);
        then();
      };
      const stop = (why: string) => finish(() => (killGroup(child), refuse(new CellStopped(why))));
      const onMessage = (answer: unknown) => {
        if (isAnswer(answer)) finish(() => done(answer));
      };
      const onExit = (code: number | null, signal: string | null) =>
        stop(exitReason(code, signal, said, limits));
      const timer = setTimeout(
        () => stop(limitMessage("timeout", { ...limits, timeout: seconds })),
        seconds * 1000,
      );
      const meter = setInterval(() => {
        if (residentMiB(child.pid) > limits.memory) stop(limitMessage("memory", limits));
      }, meterPause);
      child.on("message", onMessage).on("exit", onExit);
      child.send(message, (error) => {
        if (error) stop("found its process gone");
      });
    });

  const core = project.found ? undefined : project.core;
  const open = { type: "open", cwd, root: project.root, core, language } as const;
  const ready = await order({ ...open, maxOutput: limits.output * 2 ** 20 }, startTime);
  if (ready.type !== "ready") {
    killGroup(child);
    throw new Error(ready.type === "broken" ? ready.reason : "the session did not open");
  }
  return {
    kill: () => killGroup(child),
    async run(code, executionCount, timeout = limits.timeout) {
      const answer = await order({ type: "cell", code, executionCount }, timeout);
      if (answer.type !== "result") throw new CellStopped("gave no result");
      return answer.result;
    },
    async close() {
      const answer = await order({ type: "close" }, endTime);
      return answer.type === "closed" ? answer.failures : [];
    },
    async inputs() {
      const answer = await order({ type: "inputs" }, limits.timeout);
      return answer.type === "inputs" ? answer.inputs : [];
    },
    async derivations() {
      const answer = await order({ type: "derivations" }, limits.timeout);
      if (answer.type === "derivations") return answer.begun;
      const why = answer.type === "broken" ? `: ${answer.reason}` : "";
      throw new CellStopped(`its derivations could not be read${why}`);
    },
  };
}

function forkChild({ core, root, found }: Project, limits: Limits): ChildProcess {
  const env = cellEnvironment();
  const extension = import.meta.url.endsWith(".ts") ? "ts" : "js";
  const path = fileURLToPath(new URL(`./child.${extension}`, import.meta.url));
  return fork(path, [String(process.pid)], {
    cwd: root,
    execArgv: [
      ...process.execArgv,
      `--max-old-space-size=${limits.memory}`,
      "--experimental-vm-modules", // the project's own files are such modules
      "--disable-warning=ExperimentalWarning",
      "--disable-warning=DeprecationWarning",
    ],
    env: found ? env : { ...env, NODE_PATH: modulesAround(core) },
    stdio: ["ignore", "ignore", "pipe", "ipc"],
    // A group of its own, so that what a cell starts ends with it.
    detached: process.platform !== "win32",
  });
}

function killGroup(child: ChildProcess): void {
  try {
    if (process.platform === "win32") child.kill("SIGKILL");
    else if (child.pid) process.kill(-child.pid, "SIGKILL");
  } catch {
    // It and all that it started are gone already.
  }
}

function exitReason(
  code: number | null,
  signal: string | null,
  said: string,
  limits: Limits,
): string {
  if (code === overflowExit) return limitMessage("output", limits);
  if (/heap out of memory|heap limit/i.test(said)) return limitMessage("memory", limits);
  return `ended its process (${signal ?? `exit code ${code}`})`;
}
