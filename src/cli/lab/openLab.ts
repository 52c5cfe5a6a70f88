import { spawn, spawnSync } from "node:child_process";
import { mkdirSync, statSync, writeFileSync } from "node:fs";
import { join, relative, resolve, sep } from "node:path";
import { installSpec } from "../../kernel/index.js";
import { list, loadConfig, selectNotebooks } from "../../project/index.js";
import { installPython } from "./python.js";

/**
 * Opens JupyterLab on a project's notebooks, in the project's own Python environment, which is made if it is missing, and
 * with the kernel in it.
 *
 * @param args passed on to JupyterLab
 * @returns JupyterLab's exit code
 * @throws Error if the environment cannot be made
 */
export async function openLab(root: string, args: string[]): Promise<number> {
  const bin = installPython(root);
  const prefix = join(root, ".venv");
  installSpec({ prefix });
  const env = jupyterEnvironment(root);
  await trust(join(bin, "jupyter"), env);
  askNothing(prefix);
  const options = [
    "lab",
    `--ServerApp.root_dir=${root}`,
    `--LabApp.default_url=/lab${await folderOfNotebooks(root)}`,
    "--MultiKernelManager.default_kernel_name=rederive", // what a new notebook offers first
    "--LabApp.news_url=None", // no news, no look for updates: the version is pinned
    "--LabApp.check_for_updates_class=jupyterlab.NeverCheckForUpdate",
    ...args,
  ];
  const child = spawn(join(bin, "jupyter"), options, { cwd: root, env, stdio: "inherit" });
  // A terminal's Ctrl-C reaches JupyterLab by itself; it asks back, so this process must outlive the signal.
  process.on("SIGINT", () => {});
  for (const signal of ["SIGTERM", "SIGHUP"] as const) process.on(signal, () => child.kill(signal));
  return new Promise((done, fail) => {
    child.on("error", fail);
    child.on("exit", (code) => done(code ?? 1));
  });
}

/** The environment for Jupyter's programs: stack traces that name the TypeScript, no data outside the project's `.venv`. */
export function jupyterEnvironment(root: string): NodeJS.ProcessEnv {
  return {
    ...process.env,
    NODE_OPTIONS: [process.env.NODE_OPTIONS, "--enable-source-maps"].filter(Boolean).join(" "),
    JUPYTER_DATA_DIR: join(root, ".venv", "jupyter"),
  };
}

/** JupyterLab strips MathML and style from the outputs of a notebook that it does not trust. */
async function trust(jupyter: string, env: NodeJS.ProcessEnv): Promise<void> {
  const { files } = await selectNotebooks([]).catch(() => ({ files: [] as string[] }));
  if (!files.length) return;
  const asked = spawnSync(jupyter, ["trust", ...files], { env, encoding: "utf8" });
  if (asked.status !== 0) throw new Error(`jupyter trust failed\n${asked.stdout}${asked.stderr}`);
}

/** Answers JupyterLab's question whether to fetch news, which it asks even where it has no address to fetch them from. */
function askNothing(prefix: string): void {
  const folder = join(prefix, "share", "jupyter", "lab", "settings");
  mkdirSync(folder, { recursive: true });
  const answers = { "@jupyterlab/apputils-extension:notification": { fetchNews: "false" } };
  writeFileSync(join(folder, "overrides.json"), JSON.stringify(answers));
}

/** The first folder of notebooks that the settings name, as JupyterLab's address has it. */
async function folderOfNotebooks(root: string): Promise<string> {
  const { config, folder } = await loadConfig(root);
  const isFolder = (path: string) => statSync(path, { throwIfNoEntry: false })?.isDirectory();
  const found = list(config.notebooks ?? "notebooks").find((path) => isFolder(join(folder, path)));
  if (found === undefined) return "";
  const parts = relative(root, resolve(folder, found)).split(sep).filter(Boolean);
  return parts.length ? `/tree/${parts.map(encodeURIComponent).join("/")}` : "";
}
