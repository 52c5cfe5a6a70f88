import { spawn, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, dirname, join, resolve } from "node:path";
import { jupyterEnvironment } from "../../src/cli/lab/openLab.js";

export const root = resolve(import.meta.dirname, "..", "..");

export interface Ran {
  status: number | null;
  /** What it wrote to both streams, without colours. */
  log: string;
}

/** Jupyter's programs, with this project's kernel installed beside their own. */
export interface Jupyter {
  run(program: string, args: string[], cwd?: string): Promise<Ran>;
  environment: NodeJS.ProcessEnv;
  /** A folder in the project, where notebooks find the same packages as the chapters do. */
  folder: string;
  remove(): void;
}

/** @param program any program of the environment, for its folder */
export function installedJupyter(program: string): Jupyter {
  const bin = dirname(program);
  const prefix = mkdtempSync(join(tmpdir(), "rederive-jupyter-"));
  const packages = join(prefix, "lib", "python3.11", "site-packages");
  mkdirSync(packages, { recursive: true });
  const command = [join(root, "dist", "cli", "main.js"), "kernel", "install", "--prefix", prefix];
  const installed = spawnSync(process.execPath, command, { encoding: "utf8" });
  if (installed.status !== 0) throw new Error(installed.stdout + installed.stderr);
  mkdirSync(join(root, ".cache"), { recursive: true });
  const folder = mkdtempSync(join(root, ".cache", "jupyter-"));
  const environment = {
    ...jupyterEnvironment(root),
    JUPYTER_DATA_DIR: join(prefix, "data"),
    JUPYTER_CONFIG_DIR: join(prefix, "config"),
    JUPYTER_PATH: join(prefix, "share", "jupyter"),
    PYTHONPATH: packages, // what is installed there beside the kernel
    IPYTHONDIR: join(prefix, "ipython"),
    PATH: [bin, process.env.PATH].join(delimiter),
    NO_COLOR: "1",
  };
  return {
    environment,
    folder,
    run: (name, args, cwd = folder) =>
      new Promise((done) => {
        const child = spawn(join(bin, name), args, {
          cwd,
          env: environment,
          stdio: ["ignore", "pipe", "pipe"],
          timeout: 240_000,
        });
        let log = "";
        for (const stream of [child.stdout, child.stderr]) {
          stream.setEncoding("utf8").on("data", (text) => (log += text));
        }
        child.on("close", (status) => done({ status, log: log.replace(/\x1b\[[0-9;]*m/g, "") }));
      }),
    remove() {
      rmSync(prefix, { recursive: true, force: true });
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Writes a notebook of code cells for this kernel; gives its path. */
export function writeCells(folder: string, name: string, sources: string[]): string {
  const cells = sources.map((source, i) => ({
    cell_type: "code",
    id: `cell-${i}`,
    metadata: {},
    execution_count: null,
    outputs: [],
    source,
  }));
  const kernelspec = {
    name: "rederive",
    display_name: "TypeScript (Rederive)",
    language: "typescript",
  };
  const path = join(folder, name);
  const notebook = { cells, metadata: { kernelspec }, nbformat: 4, nbformat_minor: 5 };
  writeFileSync(path, JSON.stringify(notebook));
  return path;
}
