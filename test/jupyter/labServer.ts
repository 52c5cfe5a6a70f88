import { spawn, spawnSync } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { freePort } from "../kernel/freePort.js";
import { projectCopy } from "../support/projectCopy.js";

export interface LabServer {
  address: string;
  /** The copy of the project in which its notebooks run. */
  folder: string;
  stop(): Promise<void>;
}

/** Cells drawn whether they are in view or not, and no questions. */
const settings: Record<string, object> = {
  "notebook-extension/tracker": { windowingMode: "none" },
  "apputils-extension/notification": { fetchNews: "false" },
};

/** JupyterLab over a copy of the project, whose files a test may change. */
export async function startLab(jupyter: string): Promise<LabServer> {
  const copy = projectCopy("src", "dist", "scripts", "notebooks", "NOTATION.md");
  const { folder } = copy;
  const inCopy = (...path: string[]) => join(folder, ".jupyter", ...path);
  for (const [name, content] of Object.entries(settings)) {
    const file = inCopy("settings", "@jupyterlab", `${name}.jupyterlab-settings`);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, JSON.stringify(content));
  }
  const env = {
    ...process.env,
    JUPYTER_DATA_DIR: inCopy("data"),
    JUPYTER_CONFIG_DIR: inCopy("config"),
    JUPYTER_RUNTIME_DIR: inCopy("runtime"),
    JUPYTERLAB_SETTINGS_DIR: inCopy("settings"),
    JUPYTERLAB_WORKSPACES_DIR: inCopy("workspaces"),
    JUPYTER_PATH: inCopy("prefix", "share", "jupyter"),
  };
  const node = (...args: string[]) =>
    spawnSync(process.execPath, args, { cwd: folder, encoding: "utf8" });
  node(join(folder, "scripts", "link.mjs"));
  const installed = node(
    join(folder, "dist", "cli", "main.js"),
    "kernel",
    "install",
    "--prefix",
    inCopy("prefix"),
  );
  if (installed.status !== 0) throw new Error(installed.stdout + installed.stderr);
  const notebooks = join(folder, "notebooks");
  for (const name of readdirSync(notebooks).filter((one) => one.endsWith(".ipynb"))) {
    const notebook = JSON.parse(readFileSync(join(notebooks, name), "utf8"));
    notebook.metadata.kernelspec = {
      name: "rederive",
      display_name: "TypeScript (Rederive)",
      language: "typescript",
    };
    writeFileSync(join(notebooks, name), JSON.stringify(notebook));
  }
  spawnSync(jupyter, ["trust", join(notebooks, "02-backpropagation.ipynb")], { env });

  const port = await freePort();
  const token = "test";
  const server = spawn(
    jupyter,
    [
      "lab",
      "--no-browser",
      "--allow-root",
      `--port=${port}`,
      `--IdentityProvider.token=${token}`,
      `--ServerApp.root_dir=${folder}`,
      "--LabApp.news_url=None",
      "--LabApp.check_for_updates_class=jupyterlab.NeverCheckForUpdate",
    ],
    { cwd: folder, env, stdio: "ignore", detached: true },
  );
  const exited = new Promise((done) => server.on("exit", done));
  const address = `http://127.0.0.1:${port}`;
  const stop = async () => {
    server.kill("SIGTERM"); // it ends its kernels
    const late = setTimeout(() => process.kill(-(server.pid as number), "SIGKILL"), 10_000);
    await exited;
    clearTimeout(late);
    copy.remove();
  };
  for (let tries = 0; ; tries++) {
    const answer = await fetch(`${address}/api/status?token=${token}`).catch(() => undefined);
    if (answer?.ok) break;
    if (tries === 300) {
      await stop();
      throw new Error("JupyterLab did not start within 90 s");
    }
    await new Promise((resume) => setTimeout(resume, 300));
  }
  return { address: `${address}/lab/tree/notebooks/%s?token=${token}&reset`, folder, stop };
}
