import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const here = import.meta.dirname;
const windows = process.platform === "win32";

/**
 * Installs SymPy, as requirements.txt pins it, into a .venv beside this file unless it is there; gives its Python.
 *
 * @throws Error if there is no Python with venv, or the installation fails
 */
export function installPeer(): string {
  const folder = join(here, ".venv");
  const python = join(folder, windows ? "Scripts/python.exe" : "bin/python");
  const mark = join(folder, ".installed");
  const wanted = `${folder}\n${readFileSync(join(here, "requirements.txt"), "utf8")}`;
  if (existsSync(mark) && readFileSync(mark, "utf8") === wanted) return python;
  const found = ["python3", "python"].find((name) => {
    return spawnSync(name, ["-c", "import venv, ensurepip"]).status === 0;
  });
  if (!found) throw new Error("bench:derive needs Python 3 with venv (Debian: python3-venv)");
  console.log("installing SymPy into bench/derive/.venv …");
  rmSync(folder, { recursive: true, force: true });
  run(found, ["-m", "venv", folder]);
  run(python, [
    "-m",
    "pip",
    "install",
    "--quiet",
    "--disable-pip-version-check",
    "-r",
    join(here, "requirements.txt"),
  ]);
  writeFileSync(mark, wanted);
  return python;
}

function run(command: string, args: string[]): void {
  const done = spawnSync(command, args, { encoding: "utf8" });
  if (done.status !== 0) {
    throw new Error(
      `${command} ${args.slice(0, 3).join(" ")} failed\n${done.stdout}${done.stderr}`,
    );
  }
}
