// Installs what is missing: node_modules from the lock file, and a .venv from environment.yml's pip list.
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { link, root } from "./link.mjs";
import { withLock } from "./lock.mjs";

/** Says to scripts/prepare.mjs, which npm runs after each installation, that somebody waits to build. */
export const installing = "REDERIVE_INSTALLING";

const windows = process.platform === "win32";

/** Refuses a Node older than package.json's `engines`, then runs `npm ci` unless node_modules is what the lock says. */
export function installNodeModules() {
  const { engines } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
  const [needed, have] = [engines.node.replace(">=", ""), process.versions.node].map((version) =>
    version.split(".").map(Number),
  );
  if (have[0] < needed[0] || (have[0] === needed[0] && have[1] < needed[1])) {
    throw new Error(`Node ${engines.node} is needed, this is ${process.versions.node}`);
  }
  if (!isInstalled()) {
    withLock("install", () => {
      if (isInstalled()) return;
      console.log("installing the packages of package-lock.json …");
      const run = spawnSync("npm", ["ci", "--no-audit", "--no-fund"], {
        cwd: root,
        stdio: ["ignore", "inherit", "inherit"],
        env: { ...process.env, [installing]: "1" },
        shell: windows,
      });
      if (run.status !== 0) throw new Error("npm ci failed; its report stands above");
    });
  }
  link();
}

// Versions and folders, not dates: a checkout or an `npm install` gives the lock file a new date and changes nothing.
function isInstalled() {
  const read = (...path) => JSON.parse(readFileSync(join(root, ...path), "utf8")).packages;
  if (!existsSync(join(root, "node_modules", ".package-lock.json"))) return false;
  const found = read("node_modules", ".package-lock.json");
  return Object.entries(read("package-lock.json")).every(
    ([path, { version, optional }]) =>
      path === "" ||
      (optional && !found[path]) ||
      (found[path]?.version === version && existsSync(join(root, path))),
  );
}

/** The Python packages of environment.yml's pip list, the only such list. */
export function pythonPackages(text = readFileSync(join(root, "environment.yml"), "utf8")) {
  const lines = text.split(/\r?\n/);
  const start = lines.findIndex((line) => /^\s*- pip:\s*$/.test(line));
  if (start < 0) throw new Error("environment.yml has no `- pip:` list");
  const indent = lines[start].search(/\S/);
  const packages = [];
  for (const line of lines.slice(start + 1)) {
    const entry = line.replace(/(^|\s)#.*$/, "").trimEnd();
    if (!entry) continue;
    if (entry.search(/\S/) <= indent) break;
    packages.push(entry.trim().replace(/^- /, ""));
  }
  return packages;
}

// The oldest Python for which JupyterLab 4.6 is published.
const oldest = [3, 10];

function findPython() {
  const asks = `import sys, venv, ensurepip; sys.exit(sys.version_info < (${oldest.join(", ")}))`;
  return ["python3", "python"].find((name) => spawnSync(name, ["-c", asks]).status === 0);
}

/** Makes .venv from the pip list unless it is there; gives its folder of programs, or throws the reason why not. */
export function installPython() {
  const folder = join(root, ".venv");
  const bin = join(folder, windows ? "Scripts" : "bin");
  const mark = join(folder, ".installed");
  const packages = pythonPackages();
  // The folder is part of the mark: a .venv that was moved has programs that point to the old place.
  const wanted = [folder, ...packages].join("\n");
  const isThere = () => existsSync(mark) && readFileSync(mark, "utf8") === wanted;
  if (isThere()) return bin;
  return withLock("python", () => {
    if (isThere()) return bin;
    const python = findPython();
    if (!python) {
      throw new Error(`no Python >= ${oldest.join(".")} with venv (Debian: python3-venv) is here`);
    }
    console.log("installing the Python packages of environment.yml into .venv …");
    rmSync(folder, { recursive: true, force: true });
    const pip = ["-m", "pip", "install", "--quiet", "--disable-pip-version-check", ...packages];
    run(python, ["-m", "venv", folder]);
    run(join(bin, "python"), pip);
    // This project's files are modules; JupyterLab runs scripts in its packages that are none, and would say that it fails.
    writeFileSync(join(folder, "package.json"), '{ "type": "commonjs" }\n');
    writeFileSync(mark, wanted);
    return bin;
  });
}

// pip's report is long and matters only when it failed.
function run(command, args) {
  const done = spawnSync(command, args, { cwd: root, encoding: "utf8" });
  if (done.status !== 0) {
    const said = `${done.stdout ?? ""}${done.stderr ?? done.error}`;
    throw new Error(`${command} ${args.slice(0, 3).join(" ")} failed\n${said}`);
  }
}
