import { spawn } from "node:child_process";
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { type Notebook, writeNotebook } from "../../src/notebook/index.js";

const main = join(import.meta.dirname, "..", "..", "dist", "cli", "main.js");

/** A folder outside the project, with what the tests need of it. */
export interface Scratch {
  folder: string;
  /** Writes a file and gives its path; a notebook as Jupyter would. */
  write(name: string, content: string | Notebook): string;
  read(name: string): string;
  /** Names of the files in the folder. */
  names(): string[];
  remove(): void;
}

export function scratch(): Scratch {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "rederive-test-")));
  return {
    folder,
    write(name, content) {
      const path = join(folder, name);
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, typeof content === "string" ? content : writeNotebook(content));
      return path;
    },
    read: (name) => readFileSync(join(folder, name), "utf8"),
    names: () => readdirSync(folder).sort(),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

export interface Finished {
  code: number | null;
  stdout: string;
  stderr: string;
  pid: number;
}

/** Starts the command line program; `done` tells how it ended. */
export function start(args: string[], cwd: string, env: Record<string, string> = {}) {
  const child = spawn(process.execPath, [main, ...args], {
    cwd,
    env: { ...process.env, GITHUB_ACTIONS: "", ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let [stdout, stderr] = ["", ""];
  child.stdout.setEncoding("utf8").on("data", (text) => (stdout += text));
  child.stderr.setEncoding("utf8").on("data", (text) => (stderr += text));
  const pid = child.pid as number;
  const done = new Promise<Finished>((resolve) =>
    child.on("close", (code) => resolve({ code, stdout, stderr, pid })),
  );
  return { child, pid, done };
}

/** Runs the command line program to its end. */
export function rederive(
  args: string[],
  cwd: string,
  env?: Record<string, string>,
): Promise<Finished> {
  return start(args, cwd, env).done;
}

/** Command lines of the processes that hold a text; empty where the system has no /proc. */
export function processesWith(text: string): string[] {
  return processes().filter((line) => line.includes(text));
}

/** Command lines of the notebook processes that a parent has started. */
export function childrenOf(pid: number): string[] {
  return processes().filter((line) => new RegExp(`/child\\.[jt]s ${pid} *$`).test(line));
}

function processes(): string[] {
  try {
    return readdirSync("/proc")
      .filter((name) => /^\d+$/.test(name))
      .map(commandLine);
  } catch {
    return [];
  }
}

function commandLine(pid: string): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, "utf8").replaceAll("\0", " ");
  } catch {
    return ""; // it has ended meanwhile
  }
}

/** Waits until something holds, at most some seconds; gives whether it came to hold. */
export async function eventually(holds: () => boolean, seconds = 10): Promise<boolean> {
  for (let tries = 0; tries < seconds * 20; tries++) {
    if (holds()) return true;
    await new Promise((resume) => setTimeout(resume, 50));
  }
  return holds();
}
