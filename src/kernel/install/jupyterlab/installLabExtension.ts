import { copyFileSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const name = "jupyterlab-rederive";
const file = "plugin.js";

/**
 * Installs what JupyterLab loads so that a chart's renderer leaves a notebook that nobody touches as it is.
 *
 * @param data Jupyter's data folder
 * @returns the folder of the extension
 */
export function installLabExtension(version: string, data: string): string {
  const folder = join(data, "labextensions", name);
  mkdirSync(join(folder, "static"), { recursive: true });
  copyFileSync(new URL(`./${file}`, import.meta.url), join(folder, "static", file));
  const about = {
    name,
    version,
    description: "Leaves a notebook of the kernel rederive unchanged while its charts are drawn",
    license: "MIT",
    jupyterlab: { _build: { load: `static/${file}`, extension: "./plugin" } },
  };
  writeFileSync(join(folder, "package.json"), `${JSON.stringify(about, null, 2)}\n`);
  return folder;
}
