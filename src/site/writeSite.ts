import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import type { Site } from "./buildSite.js";

const manifest = ".rederive-site.json";

/**
 * Writes a site's files, each beside its place and then renamed into it, and removes what an earlier build left
 * that this one does not make. Other files of the folder are not touched.
 */
export function writeSite({ files, needsPlotly }: Site, out: string): void {
  const stat = statSync(out, { throwIfNoEntry: false });
  if (stat && !stat.isDirectory()) throw new Error(`${out} is a file; --out must name a folder`);
  const made = files.map(({ path }) => path);
  for (const { path, content } of files)
    place(join(out, path), (beside) => writeFileSync(beside, content));
  if (needsPlotly) {
    made.push("plotly.js");
    const plotly = createRequire(import.meta.url).resolve("plotly.js-dist/plotly.js");
    place(join(out, "plotly.js"), (beside) => copyFileSync(plotly, beside));
  }
  for (const path of earlier(out)) {
    if (!made.includes(path)) rmSync(join(out, path), { force: true });
  }
  const list = `${JSON.stringify(made.sort(), null, 1)}\n`;
  place(join(out, manifest), (beside) => writeFileSync(beside, list));
}

function place(path: string, write: (beside: string) => void): void {
  mkdirSync(dirname(path), { recursive: true });
  const beside = `${path}.${process.pid}.tmp`;
  try {
    write(beside);
    renameSync(beside, path);
  } finally {
    rmSync(beside, { force: true });
  }
}

/** Files that the last build into this folder made; nothing that its list could name outside the folder. */
function earlier(out: string): string[] {
  const path = join(out, manifest);
  if (!existsSync(path)) return [];
  try {
    const list: unknown = JSON.parse(readFileSync(path, "utf8"));
    return Array.isArray(list)
      ? list.filter(
          (one): one is string =>
            typeof one === "string" && !/^[/\\]|(^|[/\\])\.\.([/\\]|$)|:/.test(one),
        )
      : [];
  } catch {
    return [];
  }
}
