// The types of what cells import, in one file: the compiler reads it in half the time of the hundred that it is made of.
import { readFileSync, writeFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";

const shared = "bundle.types.d.ts";

/**
 * Writes beside each entry a `bundle.d.ts` that exports its types, and one file that declares them all as modules.
 *
 * @param entries folders of the entries below `folder`, each with an `index.d.ts`; "" is the folder itself
 */
export function bundleTypes(folder, entries) {
  const modules = new Map();
  const nameOf = (file) =>
    `rederive:${relative(folder, file)
      .replaceAll("\\", "/")
      .replace(/\.d\.ts$/, "")}`;
  const add = (file) => {
    if (modules.has(file)) return;
    modules.set(file, "");
    const text = readFileSync(file, "utf8").replace(imported, (_, before, path) => {
      const other = resolve(dirname(file), path.replace(/\.js$/, ".d.ts"));
      add(other);
      return `${before}"${nameOf(other)}"`;
    });
    modules.set(
      file,
      text.replace(/^(export )?declare /gm, "$1").replace(/^\/\/# source.*\n?/gm, ""),
    );
  };
  for (const entry of entries) {
    const index = join(folder, entry, "index.d.ts");
    add(index);
    const path = relative(dirname(index), join(folder, shared)).replaceAll("\\", "/");
    const text = `/// <reference path="${path}" />\nexport * from "${nameOf(index)}";\n`;
    writeFileSync(join(folder, entry, "bundle.d.ts"), text);
  }
  const all = [...modules].map(([file, text]) => `declare module "${nameOf(file)}" {\n${text}}\n`);
  writeFileSync(join(folder, shared), all.join(""));
}

/** Where a file names another: `from "./x.js"`, `import("./x.js")`. */
const imported = /(\bfrom |\bimport\(|^import )"(\.[^"]+)"/gm;
