// Installs the kernels into a Python environment: `node scripts/kernel.mjs` into .venv, `node scripts/kernel.mjs
// PREFIX` into the environment at PREFIX (postBuild does that). The notebooks' own is `rederive`; stock tslab runs
// them too.
import { spawnSync } from "node:child_process";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "./build.mjs";
import { root } from "./link.mjs";

/** Installs the kernelspecs, programs by absolute path, into a prefix with the Python in `bin`. */
export function installKernel(bin, prefix = join(root, ".venv")) {
  build();
  node(join(root, "dist", "cli", "main.js"), "kernel", "install", "--prefix", prefix);
  const tslab = join(root, "node_modules", "tslab", "bin", "tslab");
  const python = join(bin, "python");
  node(tslab, "install", "--python", python, "--prefix", prefix, "--binary", tslab);
}

function node(...args) {
  const run = spawnSync(process.execPath, args, { cwd: root, encoding: "utf8" });
  if (run.status !== 0) throw new Error(`${args.join(" ")} failed\n${run.stdout}${run.stderr}`);
}

if (process.argv[1] && resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  const prefix = process.argv[2] ?? join(root, ".venv");
  installKernel(join(prefix, "bin"), prefix);
}
