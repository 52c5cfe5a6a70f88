import { type ChildProcess, fork } from "node:child_process";
import { fileURLToPath } from "node:url";
import { type GradedClaim, unknownClaim } from "../../derive/claims/gradedClaim.js";
import type { ClaimText } from "../../derive/claims/readClaims.js";
import { residentMiB } from "../../run/residentMiB.js";

/** What one claim may use. */
export interface ClaimLimits {
  /** Seconds. */
  timeout: number;
  /** MiB that the process may hold. */
  memory: number;
}

/** Grades claims one after the other in a process of its own, which is started anew when a claim ends it. */
export interface Grader {
  grade(claim: ClaimText): Promise<GradedClaim>;
  close(): void;
}

const alive = new Set<ChildProcess>();
process.on("exit", () => alive.forEach((child) => child.kill("SIGKILL")));

/** Starts the process at once, so that it loads while the claims are read. */
export function startGrader(limits: ClaimLimits): Grader {
  let child = start(limits.memory);
  return {
    close: () => void child.kill("SIGKILL"),
    async grade(claim) {
      const found = await ask(child, claim, limits);
      if (typeof found !== "string") return found;
      child.kill("SIGKILL");
      child = start(limits.memory);
      return unknownClaim(claim.id, found);
    },
  };
}

function start(memory: number): ChildProcess {
  const extension = import.meta.url.endsWith(".ts") ? "ts" : "js";
  const child = fork(
    fileURLToPath(new URL(`./child.${extension}`, import.meta.url)),
    [String(process.pid)],
    {
      execArgv: [...process.execArgv, `--max-old-space-size=${memory}`],
      stdio: ["ignore", "ignore", "ignore", "ipc"],
    },
  );
  alive.add(child);
  child.on("exit", () => alive.delete(child));
  child.on("error", () => {}); // its exit, or the time limit, tells the same
  return child;
}

/** The graded claim, or why there is none. */
function ask(
  child: ChildProcess,
  claim: ClaimText,
  { timeout, memory }: ClaimLimits,
): Promise<GradedClaim | string> {
  return new Promise((done) => {
    const finish = (found: GradedClaim | string) => {
      clearTimeout(timer);
      clearInterval(meter);
      child.off("message", finish).off("exit", onExit);
      done(found);
    };
    const tooMuch = `gave up at the memory limit of ${memory} MiB (raise it with --memory)`;
    const onExit = (code: number | null, signal: string | null) => {
      // V8 ends a process whose heap is full with SIGABRT.
      const full = signal === "SIGABRT" || code === 134;
      finish(full ? tooMuch : `gave up at a fault that ended the process (${signal ?? code})`);
    };
    const timer = setTimeout(
      () => finish(`gave up at the time limit of ${timeout} s (raise it with --timeout)`),
      timeout * 1000,
    );
    const meter = setInterval(() => {
      if (residentMiB(child.pid) > memory + overhead) finish(tooMuch);
    }, 200);
    child.on("message", finish).on("exit", onExit);
    child.send(claim, (error) => {
      if (error) finish("gave up at a process that had ended");
    });
  });
}

/** MiB that Node itself holds beside its heap. */
const overhead = 100;
