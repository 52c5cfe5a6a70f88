// Few files in place of many. The core is one for the cells: they load it in a tenth of the time of its modules, as
// long as no source has changed since; what it was made from stands beside it.
import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { root } from "./link.mjs";

const options = {
  absWorkingDir: root,
  bundle: true,
  platform: "node",
  format: "esm",
  target: "node20",
  logLevel: "silent",
};

/** The modules with which a process that grades begins. */
const grading = ["cli/prover/prove.ts", "cli/prover/child.ts", "grade/recordChild.ts"];

/** Those with which a kernel's processes and threads begin, and those that a process loads later. */
const kernel = [
  ...["main.ts", "serve.ts", "cellsMain.ts", "keeper.ts"],
  ...["aside/standInMain.ts", "aside/watch.ts", "debug/debugger.ts"],
].map((path) => `kernel/${path}`);

/**
 * Writes each module with which a process begins over its compiled form, with all that it uses: a process that grades
 * lives for a moment, somebody waits for a kernel, and most of that went into finding and reading hundreds of small
 * files. What several kernel modules use stands in the kernel's folder, as deep as where it came from.
 */
export function bundlePrograms(folder) {
  overwrite(folder, grading, "chunks");
  overwrite(folder, kernel, "kernel");
}

function overwrite(folder, modules, chunks) {
  esbuild().buildSync({
    ...options,
    packages: "external",
    entryPoints: modules.map((path) => join(root, "src", path)),
    outbase: join(root, "src"),
    outdir: folder,
    splitting: true,
    chunkNames: `${chunks}/[hash]`,
    allowOverwrite: true,
  });
}

/** The topics that can be imported by themselves; cells take them from the one file of the core, as its parts. */
export const topics = ["conv", "nn", "prob", "show"];

/** Characters of patterns, which esbuild leaves as they are; of all others it writes the numbers. */
const beyondAscii = /[^\0-\x7f]/g;

/**
 * A file without a character beyond ASCII: V8 reads a text of such characters from half the bytes, and keeps it in half.
 */
function toAscii(path) {
  const text = readFileSync(path, "utf8");
  const numberOf = (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`;
  writeFileSync(path, text.replace(beyondAscii, numberOf));
}

/**
 * Writes `bundle.js`, its source map and `sources.json` into a folder beside src. The packages that the core imports are
 * in it: to find and read them took as long as the core itself.
 */
export function bundle(folder) {
  const { metafile } = esbuild().buildSync({
    ...options,
    entryPoints: [join(root, "src", "index.ts")],
    outfile: join(folder, "bundle.js"),
    banner: {
      js: "// Holds parts of d3 (https://d3js.org), (c) Mike Bostock, under the ISC licence.",
    },
    sourcemap: "external",
    sourcesContent: false,
    metafile: true,
  });
  toAscii(join(folder, "bundle.js"));
  for (const topic of topics) {
    const file = join(folder, topic, "bundle.js");
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, `export { ${namesOf(topic).join(", ")} } from "../bundle.js";\n`);
  }
  const sources = Object.keys(metafile.inputs).sort().map(sourceEntry);
  writeFileSync(join(folder, "sources.json"), JSON.stringify(Object.fromEntries(sources)));
}

/** What a topic exports. */
function namesOf(topic) {
  const { metafile } = esbuild().buildSync({
    ...options,
    entryPoints: [join(root, "src", topic, "index.ts")],
    outdir: "dist", // nothing is written
    write: false,
    metafile: true,
  });
  return Object.values(metafile.outputs)[0].exports;
}

const esbuild = () => createRequire(import.meta.url)("esbuild");

function sourceEntry(path) {
  const { mtimeMs, size } = statSync(join(root, path));
  const sha256 = createHash("sha256")
    .update(readFileSync(join(root, path)))
    .digest("hex");
  return [path, { mtimeMs, size, sha256 }];
}
