import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { pythonPin } from "../create/ownPins.js";

/** The packages of the pip list in the text of an environment.yml; undefined if it has none. */
export function pipList(text: string): string[] | undefined {
  const lines = text.split(/\r?\n/);
  const start = lines.findIndex((line) => /^\s*- pip:\s*$/.test(line));
  if (start < 0) return undefined;
  const indent = lines[start].search(/\S/);
  const packages: string[] = [];
  for (const line of lines.slice(start + 1)) {
    const entry = line.replace(/(^|\s)#.*$/, "").trimEnd();
    if (!entry) continue;
    if (entry.search(/\S/) <= indent) break;
    packages.push(entry.trim().replace(/^- /, ""));
  }
  return packages;
}

/** What a project's JupyterLab is installed from: the pip list of its environment.yml, and JupyterLab if that does not name it. */
export function pythonPackages(root: string): string[] {
  const file = join(root, "environment.yml");
  const named = (existsSync(file) && pipList(readFileSync(file, "utf8"))) || [];
  return named.some((name) => /^jupyterlab\b/i.test(name))
    ? named
    : [...named, pythonPin("jupyterlab")];
}
