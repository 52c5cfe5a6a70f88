// Installs the notebooks' kernel (stock tslab) into a Python environment: `node scripts/kernel.mjs` into .venv,
// `node scripts/kernel.mjs PREFIX` into the environment at PREFIX (postBuild does that).
import { spawnSync } from "node:child_process";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { root } from "./link.mjs";

/** Installs the kernelspec `tslab`, its program by absolute path, into a prefix with the Python in `bin`. */
export function installKernel(bin, prefix = join(root, ".venv")) {
  const tslab = join(root, "node_modules", "tslab", "bin", "tslab");
  const args = ["install", "--python", join(bin, "python"), "--prefix", prefix, "--binary", tslab];
  const run = spawnSync(process.execPath, [tslab, ...args], { cwd: root, encoding: "utf8" });
  if (run.status !== 0) throw new Error(`tslab install failed\n${run.stdout}${run.stderr}`);
}

/** The environment for Jupyter's programs: stack traces that name the TypeScript, no data outside .venv. */
export function jupyterEnvironment() {
  return {
    ...process.env,
    NODE_OPTIONS: [process.env.NODE_OPTIONS, "--enable-source-maps"].filter(Boolean).join(" "),
    JUPYTER_DATA_DIR: join(root, ".venv", "jupyter"),
  };
}

if (process.argv[1] && resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  const prefix = process.argv[2] ?? join(root, ".venv");
  installKernel(join(prefix, "bin"), prefix);
}
