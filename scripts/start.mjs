// npm start: install what is missing, build, execute and check the notebooks, write the site.
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "./build.mjs";
import { installNodeModules } from "./install.mjs";
import { root } from "./link.mjs";

function rederive(...args) {
  const run = spawnSync(process.execPath, [join(root, "dist", "cli", "main.js"), ...args], {
    cwd: root,
    stdio: ["ignore", "inherit", "inherit"],
  });
  return run.status ?? 2;
}

function main() {
  try {
    installNodeModules();
    if (build()) console.log("built dist");
  } catch (error) {
    console.error(error.message);
    return 2;
  }
  const ran = rederive("run", "notebooks");
  if (ran === 2) return 2;
  const built = rederive("build", "notebooks", "--out", "_site");
  if (built === 2) return 2;
  console.log(`\nOpen ${pathToFileURL(join(root, "_site", "index.html")).href}`);
  return Math.max(ran, built);
}

process.exitCode = main();
