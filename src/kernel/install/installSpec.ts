import { spawnSync } from "node:child_process";
import { copyFileSync, mkdirSync, writeFileSync } from "node:fs";
import { homedir } from "node:os";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { installTranslator } from "./installTranslator.js";
import { installLabExtension } from "./jupyterlab/installLabExtension.js";
import { ownVersion } from "../../project/index.js";
import { type KernelName, kernelNames, kernelSpec } from "./kernelSpec.js";

/** Where the kernels go: for one reader, for one Python environment, or below a folder. */
export type SpecPlace = "user" | "sys-prefix" | { prefix: string };

const logos = ["logo-svg.svg", "logo-32x32.png", "logo-64x64.png"];

/** What was installed, and what could not be. */
export interface Installed {
  /** The folders of the kernelspecs. */
  kernels: string[];
  /** The folder of what JupyterLab loads beside them. */
  labExtension: string;
  /** The folder of papermill's translator, if a Python is there that could have papermill. */
  translator?: string;
  /** Why it could not be written. */
  refused?: string;
}

/**
 * Installs the kernelspecs, and beside them what JupyterLab needs to leave notebooks as they are and papermill to write
 * parameters in TypeScript.
 *
 * @throws Error if the place is a Python environment and no Python says where it is
 */
export function installSpec(place: SpecPlace): Installed {
  const prefix = place === "user" ? undefined : prefixOf(place);
  const data = prefix === undefined ? userData(process.platform, process.env) : dataOf(prefix);
  const main = fileURLToPath(new URL("../main.js", import.meta.url));
  const kernels = Object.keys(kernelNames).map((name) => {
    const folder = join(data, "kernels", name);
    mkdirSync(folder, { recursive: true });
    const start = join(folder, "start.mjs");
    copyFileSync(new URL("./start/start.mjs", import.meta.url), start);
    const spec = kernelSpec(name as KernelName, { node: process.execPath, start, main });
    writeFileSync(join(folder, "kernel.json"), `${JSON.stringify(spec, null, 2)}\n`);
    for (const logo of logos) {
      copyFileSync(new URL(`./logo/${logo}`, import.meta.url), join(folder, logo));
    }
    return folder;
  });
  const labExtension = installLabExtension(ownVersion(), data);
  try {
    return { kernels, labExtension, translator: installTranslator(ownVersion(), prefix) };
  } catch (error) {
    // The kernels work without it: a Python that only its administrator may change is no reason to fail.
    return { kernels, labExtension, refused: (error as Error).message };
  }
}

function prefixOf(place: Exclude<SpecPlace, "user">): string {
  return place === "sys-prefix" ? pythonPrefix(process.env) : resolve(place.prefix);
}

function dataOf(prefix: string): string {
  return join(prefix, "share", "jupyter");
}

/**
 * Jupyter's data folder of one reader.
 *
 * @source jupyter_core 5, `paths.jupyter_data_dir`
 */
export function userData(platform: string, env: NodeJS.ProcessEnv): string {
  if (env.JUPYTER_DATA_DIR) return env.JUPYTER_DATA_DIR;
  if (platform === "darwin") return join(homedir(), "Library", "Jupyter");
  if (platform === "win32" && env.APPDATA) return join(env.APPDATA, "jupyter");
  return join(env.XDG_DATA_HOME || join(homedir(), ".local", "share"), "jupyter");
}

function pythonPrefix(env: NodeJS.ProcessEnv): string {
  const active = env.VIRTUAL_ENV || env.CONDA_PREFIX;
  if (active) return active;
  for (const python of ["python3", "python"]) {
    const asked = spawnSync(python, ["-c", "import sys; print(sys.prefix)"], { encoding: "utf8" });
    if (asked.status === 0) return asked.stdout.trim();
  }
  throw new Error("kernel install: --sys-prefix needs a Python; activate its environment first");
}
