// npm run lab: what `rederive lab` does in any project, with stock tslab's kernel beside ours. Arguments are passed on.
import { spawn } from "node:child_process";
import { join } from "node:path";
import { build } from "./build.mjs";
import { installNodeModules, installPython } from "./install.mjs";
import { installKernel } from "./kernel.mjs";
import { root } from "./link.mjs";

try {
  installNodeModules();
  build();
  installKernel(await installPython());
  const command = [join(root, "dist", "cli", "main.js"), "lab", ...process.argv.slice(2)];
  const child = spawn(process.execPath, command, { cwd: root, stdio: "inherit" });
  process.on("SIGINT", () => {}); // JupyterLab asks back
  for (const signal of ["SIGTERM", "SIGHUP"]) process.on(signal, () => child.kill(signal));
  child.on("exit", (code) => (process.exitCode = code ?? 1));
} catch (error) {
  console.error(`lab: ${error.message}`);
  process.exitCode = 2;
}
