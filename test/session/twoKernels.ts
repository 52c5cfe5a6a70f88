import { spawn } from "node:child_process";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { CellLanguage } from "../../src/notebook/index.js";
import type { Summary } from "./summary.js";

/** A project for cells: a module, data, and a package in CommonJS. */
export function sampleProject(): { folder: string; remove(): void } {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "rederive-cells-")));
  const write = (name: string, text: string) => {
    mkdirSync(join(folder, name, ".."), { recursive: true });
    writeFileSync(join(folder, name), text);
  };
  write("package.json", '{ "name": "cells", "private": true }');
  write(
    "local.ts",
    "export type Twice = (x: number) => number;\nexport const twice: Twice = (x) => 2 * x;\nexport default { name: 'local' };\n",
  );
  write("data.json", '{ "n": 42 }');
  write("node_modules/cjs-package/package.json", '{ "name": "cjs-package", "version": "1.0.0" }');
  write("node_modules/cjs-package/index.js", "exports.shout = (x) => x.toUpperCase() + '!';\n");
  write("node_modules/cjs-package/index.d.ts", "export function shout(x: string): string;\n");
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

/** Runs cells in one of the two children and gives what came of each; of those that a limit of milliseconds lets end. */
export async function runIn(
  child: "sessionChild" | "tslabChild",
  folder: string,
  cells: string[],
  language: CellLanguage = "typescript",
  limit?: number,
): Promise<Summary[]> {
  const own = realpathSync(mkdtempSync(join(tmpdir(), "rederive-run-")));
  const [list, results] = [join(own, "cells.json"), join(own, "results.json")];
  writeFileSync(list, JSON.stringify(cells));
  try {
    const ended = runChild(`${child}.ts`, [folder, list, results, language], limit);
    if (limit === undefined) await ended;
    else await ended.catch((error: Error) => console.log(error.message.slice(0, 2000)));
    return existsSync(results) ? (JSON.parse(readFileSync(results, "utf8")) as Summary[]) : [];
  } finally {
    rmSync(own, { recursive: true, force: true });
  }
}

/** Runs a TypeScript file of this folder in a process that can hold a session, and waits for its good end. */
export function runChild(file: string, args: string[], limit?: number): Promise<string> {
  const child = spawn(
    process.execPath,
    [...sessionFlags, join(import.meta.dirname, file), ...args],
    {
      stdio: ["ignore", "pipe", "pipe"],
      env: { ...process.env, NO_COLOR: "1", FORCE_COLOR: "0" },
      timeout: limit,
      killSignal: "SIGKILL",
    },
  );
  let [said, complained] = ["", ""];
  child.stdout.setEncoding("utf8").on("data", (text: string) => (said += text));
  child.stderr.setEncoding("utf8").on("data", (text: string) => (complained += text));
  return new Promise((done, refuse) =>
    child.on("close", (status, signal) =>
      status === 0
        ? done(said)
        : refuse(new Error(`${file} ended with ${status ?? signal}\n${complained}`)),
    ),
  );
}

/** What a process needs to be started with to hold a session and to run TypeScript. */
export const sessionFlags = [
  "--experimental-vm-modules",
  "--no-warnings",
  "--import",
  pathToFileURL(createRequire(import.meta.url).resolve("tsx")).href,
];
