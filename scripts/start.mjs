// npm start: installs what is missing, builds, executes and checks the notebooks, writes the site.
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "./build.mjs";
import { installNodeModules } from "./install.mjs";
import { root } from "./link.mjs";

function rederive(...args) {
  const command = [join(root, "dist", "cli", "main.js"), ...args];
  const run = spawnSync(process.execPath, command, {
    cwd: root,
    stdio: ["ignore", "inherit", "inherit"],
  });
  return run.status ?? 2;
}

function start() {
  const began = performance.now();
  try {
    installNodeModules();
    if (build()) console.log("built dist");
  } catch (error) {
    console.error(`start: ${error.message}`);
    return 2;
  }
  // A note that does not hold is written to the site all the same, so that it can be looked at.
  const ran = rederive("run", "notebooks");
  const wrote = ran === 2 ? 2 : rederive("build", "notebooks", "--out", "_site");
  if (wrote !== 2) {
    const seconds = Math.round((performance.now() - began) / 1000);
    const page = join(root, "_site", "index.html");
    console.log(`\nDone in ${seconds} s. Open this in a browser:\n  ${pathToFileURL(page).href}`);
  }
  return Math.max(ran, wrote);
}

process.exitCode = start();
