import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pythonPackages } from "./pythonPackages.js";

const windows = process.platform === "win32";

/** The oldest Python for which JupyterLab 4.6 is published. */
const oldest = [3, 10];

/**
 * The folder of programs in a project's `.venv`, with JupyterLab and what else its environment.yml lists. An environment of
 * the project's author is used as it is, and gets only what is missing; without one it is made.
 *
 * @param say is told what takes long
 * @throws Error if there is no Python, or pip fails; with its report
 */
export function installPython(root: string, say: (text: string) => void = console.log): string {
  const folder = join(root, ".venv");
  const bin = join(folder, windows ? "Scripts" : "bin");
  const mark = join(folder, ".installed");
  const packages = pythonPackages(root);
  // The folder is part of the mark: a .venv that was moved has programs that point to the old place.
  const wanted = [folder, ...packages].join("\n");
  const isOurs = existsSync(mark) || !existsSync(join(folder, "pyvenv.cfg"));
  if (isOurs && existsSync(mark) && readFileSync(mark, "utf8") === wanted) return bin;
  if (!isOurs && existsSync(join(bin, windows ? "jupyter-lab.exe" : "jupyter-lab"))) return bin;
  say(`installing ${packages.join(", ")} into ${folder} …`);
  if (isOurs) makeEnvironment(root, folder, mark);
  const pip = packages.flatMap((entry) => (entry.startsWith("-") ? entry.split(/\s+/) : [entry]));
  const quiet = ["-m", "pip", "install", "--quiet", "--disable-pip-version-check"];
  run(root, join(bin, "python"), [...quiet, ...pip]);
  // The project's files are modules; JupyterLab runs scripts in its packages that are none, and would say that it fails.
  writeFileSync(join(folder, "package.json"), '{ "type": "commonjs" }\n');
  if (isOurs) writeFileSync(mark, wanted);
  return bin;
}

/** It is marked before anything is in it, so that one that was not finished is not taken for the author's. */
function makeEnvironment(root: string, folder: string, mark: string): void {
  const python = findPython();
  if (!python) {
    throw new Error(`no Python >= ${oldest.join(".")} with venv (Debian: python3-venv) is here`);
  }
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder);
  writeFileSync(mark, "not finished\n");
  run(root, python, ["-m", "venv", folder]);
}

function findPython(): string | undefined {
  const asks = `import sys, venv, ensurepip; sys.exit(sys.version_info < (${oldest.join(", ")}))`;
  return ["python3", "python"].find((name) => spawnSync(name, ["-c", asks]).status === 0);
}

/** pip's report is long and matters only when it failed. */
function run(root: string, command: string, args: string[]): void {
  const done = spawnSync(command, args, { cwd: root, encoding: "utf8" });
  if (done.status === 0) return;
  const said = `${done.stdout ?? ""}${done.stderr ?? done.error}`;
  throw new Error(`${command} ${args.slice(0, 3).join(" ")} failed\n${said}`);
}
