// Installs what is missing: node_modules from the lock file, and a .venv from environment.yml's pip list.
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
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

/** Makes .venv from environment.yml unless it is there; gives its folder of programs. It needs a build. */
export async function installPython() {
  const { installPython: install } = await import("../dist/cli/lab/python.js");
  return withLock("python", () => install(root));
}
