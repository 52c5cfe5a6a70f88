// Installs what is missing: node_modules from the lock file, and a .venv from environment.yml's pip list.
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { link, root } from "./link.mjs";

const windows = process.platform === "win32";

/** Runs `npm ci` when node_modules is absent or older than the lock file. */
export function installNodeModules() {
  const mark = join(root, "node_modules", ".package-lock.json");
  const lock = join(root, "package-lock.json");
  if (existsSync(mark) && statSync(mark).mtimeMs >= statSync(lock).mtimeMs) return link();
  console.log("installing the packages of package-lock.json …");
  const done = spawnSync("npm", ["ci", "--no-audit", "--no-fund"], {
    cwd: root,
    stdio: ["ignore", "inherit", "inherit"],
    shell: windows,
  });
  if (done.status !== 0) {
    throw new Error("npm ci failed: its report stands above; run it again when it is mended");
  }
  const now = new Date();
  utimesSync(mark, now, now);
  link();
}

/** The Python packages of environment.yml's pip list, the only such list. */
export function pythonPackages(text = readFileSync(join(root, "environment.yml"), "utf8")) {
  const lines = text.split(/\r?\n/);
  const start = lines.findIndex((line) => /^\s*- pip:\s*$/.test(line));
  if (start < 0) throw new Error("environment.yml: no `- pip:` list");
  const indent = lines[start].search(/\S/);
  const packages = [];
  for (const line of lines.slice(start + 1)) {
    if (!line.trim() || line.trim().startsWith("#")) continue;
    if (line.search(/\S/) <= indent) break;
    packages.push(line.trim().replace(/^- /, ""));
  }
  return packages;
}

function python() {
  for (const name of ["python3", "python"]) {
    const run = spawnSync(name, [
      "-c",
      "import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 10))",
    ]);
    if (run.status === 0) return name;
  }
  return undefined;
}

/** Makes .venv and installs the pip list; gives its bin folder, or undefined where there is no Python. */
export function installPython() {
  const folder = join(root, ".venv");
  const bin = join(folder, windows ? "Scripts" : "bin");
  const packages = pythonPackages();
  const mark = join(folder, ".installed");
  const wanted = packages.join("\n");
  if (existsSync(mark) && readFileSync(mark, "utf8") === wanted) return bin;
  const name = python();
  if (!name) return undefined;
  console.log("installing environment.yml's Python packages into .venv …");
  rmSync(folder, { recursive: true, force: true });
  for (const [command, args] of [
    [name, ["-m", "venv", folder]],
    [
      join(bin, "python"),
      ["-m", "pip", "install", "--quiet", "--disable-pip-version-check", ...packages],
    ],
  ]) {
    const done = spawnSync(command, args, { cwd: root, stdio: ["ignore", "inherit", "inherit"] });
    if (done.status !== 0)
      throw new Error(`${command} ${args.slice(0, 3).join(" ")} failed: see above`);
  }
  writeFileSync(mark, wanted);
  return bin;
}
