// Runs one test file in a process group of its own and reads uvu's closing lines.
import { spawn } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { root } from "./link.mjs";

const running = new Set();

/** Runs a test file; gives its counts, what it skipped, why it failed, its output and its seconds. */
export function runTestFile(file, { env, minutes, cwd = root }) {
  return new Promise((done) => {
    const began = performance.now();
    const child = spawn(process.execPath, ["--import", "tsx", file], {
      cwd,
      env,
      detached: true,
      stdio: ["ignore", "pipe", "pipe"],
    });
    running.add(child.pid);
    let output = "";
    let late = false;
    const timer = setTimeout(() => {
      late = true;
      killGroup(child.pid);
    }, minutes * 60_000);
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding("utf8").on("data", (text) => (output += text));
    }
    // "exit" and not "close": a process left behind would hold the pipes open.
    child.on("exit", async (code, signal) => {
      clearTimeout(timer);
      const left = await leftBehind(child.pid);
      running.delete(child.pid);
      const counts = count(output, { code: code ?? signal, late: late && minutes, left });
      done({ ...counts, output, seconds: (performance.now() - began) / 1000 });
    });
  });
}

/** Kills every test file that still runs, with all that it started. */
export function killRunning() {
  for (const pid of running) killGroup(pid);
}

function killGroup(pid, signal = "SIGKILL") {
  try {
    return process.kill(-pid, signal);
  } catch {
    return false; // nothing of it is alive
  }
}

// A process that was told to end may need a moment; one that is alive after two seconds was forgotten.
async function leftBehind(pid) {
  for (let tries = 0; tries < 20; tries++) {
    if (!isAlive(pid)) return false;
    await new Promise((resume) => setTimeout(resume, 100));
  }
  return killGroup(pid);
}

// Where /proc tells it, a process that has ended and that nobody has asked after is not alive.
function isAlive(group) {
  if (!killGroup(group, 0)) return false;
  if (!existsSync("/proc/self/stat")) return true;
  return readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .some((pid) => {
      try {
        const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
        const [state, , itsGroup] = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
        return Number(itsGroup) === group && state !== "Z";
      } catch {
        return false; // it ended meanwhile
      }
    });
}

/** Reads a file's output: a file that crashed, ran no test, ran late or left a process behind has failed. */
export function count(output, { code = 0, late = 0, left = false } = {}) {
  const text = output.replace(/\x1b\[[0-9;]*m/g, "");
  const number = (word) =>
    Number([...text.matchAll(new RegExp(`^ {2}${word}: +(\\d+)`, "gm"))].at(-1)?.[1] ?? 0);
  const [total, passed, set] = ["Total", "Passed", "Skipped"].map(number);
  /** @type {string[]} */
  const skips = [...text.matchAll(/^skipped: (.+)$/gm)].map((match) => match[1]);
  if (set) skips.push(`${set} test${set > 1 ? "s" : ""} by test.skip or test.only`);
  const failed = total - passed;
  const fell = (why) => ({ passed, failed: Math.max(failed, 1), skips, why });
  if (late) return fell(`did not end within ${late} minutes`);
  if (failed) return fell(`${failed} of ${total} tests failed`);
  if (code !== 0) return fell(`ended with ${code}`);
  if (total === 0 && !skips.length) return fell("ran no test");
  if (left) return fell("left a process behind");
  return { passed, failed, skips, why: undefined };
}
