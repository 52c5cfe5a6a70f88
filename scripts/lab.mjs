// npm run lab: makes the environment of environment.yml, installs the kernel into it, opens JupyterLab on notebooks/.
// Everything stays below .venv; arguments are passed on to JupyterLab.
import { spawn, spawnSync } from "node:child_process";
import { mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { build } from "./build.mjs";
import { installNodeModules, installPython } from "./install.mjs";
import { installKernel, jupyterEnvironment } from "./kernel.mjs";
import { root } from "./link.mjs";

function prepare() {
  installNodeModules();
  build();
  const bin = installPython();
  installKernel(bin);
  const env = jupyterEnvironment();
  // JupyterLab strips MathML and style from the outputs of a notebook that it does not trust.
  const notebooks = readdirSync(join(root, "notebooks"))
    .filter((name) => name.endsWith(".ipynb"))
    .map((name) => join(root, "notebooks", name));
  const trust = spawnSync(join(bin, "jupyter"), ["trust", ...notebooks], {
    env,
    encoding: "utf8",
  });
  if (notebooks.length && trust.status !== 0) {
    throw new Error(`jupyter trust failed\n${trust.stdout}${trust.stderr}`);
  }
  askNothing();
  return { jupyter: join(bin, "jupyter"), env };
}

/** Answers JupyterLab's question whether to fetch news, which it asks even where it has no address to fetch them from. */
function askNothing() {
  const folder = join(root, ".venv", "share", "jupyter", "lab", "settings");
  mkdirSync(folder, { recursive: true });
  const answers = { "@jupyterlab/apputils-extension:notification": { fetchNews: "false" } };
  writeFileSync(join(folder, "overrides.json"), JSON.stringify(answers));
}

function lab() {
  const { jupyter, env } = prepare();
  const args = [
    "lab",
    `--ServerApp.root_dir=${root}`,
    "--LabApp.default_url=/lab/tree/notebooks",
    "--MultiKernelManager.default_kernel_name=rederive", // what a new notebook offers first
    "--LabApp.news_url=None", // no news, no look for updates: the version is pinned
    "--LabApp.check_for_updates_class=jupyterlab.NeverCheckForUpdate",
    ...process.argv.slice(2),
  ];
  const child = spawn(jupyter, args, { cwd: root, env, stdio: "inherit" });
  // A terminal's Ctrl-C reaches JupyterLab by itself; it asks back, so this process must outlive the signal.
  process.on("SIGINT", () => {});
  for (const signal of ["SIGTERM", "SIGHUP"]) process.on(signal, () => child.kill(signal));
  child.on("error", (error) => {
    console.error(`lab: ${error.message}`);
    process.exitCode = 2;
  });
  child.on("exit", (code) => (process.exitCode = code ?? 1));
}

try {
  lab();
} catch (error) {
  console.error(`lab: ${error.message}`);
  process.exitCode = 2;
}
