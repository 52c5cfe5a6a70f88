import { type ChildProcess, fork } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { CellResult } from "../session/index.js";
import { type Limits, limitMessage, overflowExit } from "./limits.js";
import type { Answer, Order } from "./messages.js";

/** A cell that ended its process, or had to be ended; the message says why. */
export class CellStopped extends Error {
  override name = "CellStopped";
}

/** The process of one notebook. */
export interface NotebookProcess {
  /** Runs a cell. @throws CellStopped if the process ended or went over a limit */
  run(code: string, executionCount: number): Promise<CellResult>;
  kill(): void;
}

const alive = new Set<ChildProcess>();
// A parent that ends in order takes its children along; the children watch for the other endings themselves.
const killAll = () => alive.forEach((child) => child.kill("SIGKILL"));
let watching = false;

/** Starts a notebook's process and opens its session. */
export async function startProcess(
  cwd: string,
  root: string,
  limits: Limits,
): Promise<NotebookProcess> {
  if (!watching) process.on("exit", killAll);
  watching = true;
  const extension = import.meta.url.endsWith(".ts") ? "ts" : "js";
  const child = fork(fileURLToPath(new URL(`./child.${extension}`, import.meta.url)), [], {
    cwd: root,
    execArgv: [
      ...process.execArgv,
      `--max-old-space-size=${limits.memory}`,
      "--disable-warning=ExperimentalWarning",
    ],
    env: { ...process.env, NO_COLOR: "1", FORCE_COLOR: "0", TZ: "UTC" },
    stdio: ["ignore", "ignore", "pipe", "ipc"],
    serialization: "json",
  });
  alive.add(child);
  let report = "";
  child.stderr?.on("data", (chunk) => (report = `${report}${chunk}`.slice(-4000)));

  const order = (message: Order, seconds: number) =>
    new Promise<Answer>((done, refuse) => {
      const stop = (why: string) => {
        child.kill("SIGKILL");
        finish(() => refuse(new CellStopped(why)));
      };
      const onMessage = (answer: Answer) => finish(() => done(answer));
      const onExit = (code: number | null, signal: string | null) =>
        finish(() => refuse(new CellStopped(exitReason(code, signal, report, limits))));
      const timer = setTimeout(() => stop(limitMessage("timeout", limits)), seconds * 1000);
      const meter = setInterval(() => {
        if (residentMiB(child.pid) > limits.memory) stop(limitMessage("memory", limits));
      }, 100);
      const finish = (then: () => void) => {
        clearTimeout(timer);
        clearInterval(meter);
        child.off("message", onMessage);
        child.off("exit", onExit);
        then();
      };
      child.on("message", onMessage);
      child.on("exit", onExit);
      child.send(message, (error) => {
        if (error) finish(() => refuse(new CellStopped("the notebook's process is gone")));
      });
    });

  child.on("exit", () => alive.delete(child));
  const kill = () => child.kill("SIGKILL");
  try {
    await order({ type: "open", cwd, root, maxOutput: limits.output * 2 ** 20 }, 60);
  } catch (error) {
    kill();
    throw error;
  }
  return {
    kill,
    async run(code, executionCount) {
      const answer = await order({ type: "cell", code, executionCount }, limits.timeout);
      if (answer.type !== "result") throw new CellStopped("the notebook's process gave no result");
      return answer.result;
    },
  };
}

function exitReason(
  code: number | null,
  signal: string | null,
  report: string,
  limits: Limits,
): string {
  if (code === overflowExit) return limitMessage("output", limits);
  if (/heap out of memory|heap limit/i.test(report)) return limitMessage("memory", limits);
  return `ended its process (${signal ?? `exit code ${code}`})${report ? `: ${report.trim().split("\n").at(-1)}` : ""}`;
}

/** Resident memory; 0 where the system does not tell, and the heap's own limit has to do. */
function residentMiB(pid: number | undefined): number {
  try {
    const pages = Number(readFileSync(`/proc/${pid}/statm`, "utf8").split(" ")[1]);
    return (pages * 4096) / 2 ** 20;
  } catch {
    return 0;
  }
}
