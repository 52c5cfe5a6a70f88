// Compiles src/ into dist/, unless dist was made from exactly these sources.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { bundle, bundlePrograms, topics } from "./bundle.mjs";
import { bundleTypes } from "./bundleTypes.mjs";
import { link, root } from "./link.mjs";
import { withLock } from "./lock.mjs";

const dist = join(root, "dist");
const stamp = ".built";

/** Links the package to itself and compiles what is out of date; throws with the compiler's report. */
export function build() {
  link();
  if (isBuilt(fingerprint())) return false;
  return withLock("build", () => {
    const sources = fingerprint();
    if (isBuilt(sources)) return false;
    // A sibling of dist, so that the source maps' relative paths are right in both.
    const fresh = join(root, `dist.${process.pid}.new`);
    try {
      bundle(fresh); // first: a file that changes meanwhile is not taken for what was compiled
      compile(fresh);
      bundlePrograms(fresh);
      bundleTypes(fresh, ["", ...topics]);
      writeFileSync(join(fresh, stamp), sources);
      replace(fresh);
    } finally {
      rmSync(fresh, { recursive: true, force: true });
    }
    return true;
  });
}

function fingerprint() {
  const hash = createHash("sha256");
  for (const path of [...files(join(root, "src")), "tsconfig.json", "package-lock.json"]) {
    hash
      .update(`${relative(root, resolve(root, path))}\0`)
      .update(readFileSync(resolve(root, path)))
      .update("\0");
  }
  return hash.digest("hex");
}

function isBuilt(sources) {
  const path = join(dist, stamp);
  return existsSync(path) && readFileSync(path, "utf8") === sources;
}

function compile(folder) {
  const tsc = join(root, "node_modules", "typescript", "bin", "tsc");
  const run = spawnSync(process.execPath, [tsc, "-p", root, "--outDir", folder], {
    cwd: root,
    encoding: "utf8",
  });
  if (run.status !== 0) throw new Error(`src does not compile\n${run.stdout}${run.stderr}`);
  for (const path of files(join(root, "src"))) {
    const target = join(folder, relative(join(root, "src"), path));
    if (path.endsWith(".ts") || existsSync(target)) continue;
    mkdirSync(dirname(target), { recursive: true });
    copyFileSync(path, target);
  }
  chmodSync(join(folder, "cli", "main.js"), 0o755); // `npx rederive` runs the file itself
}

// File by file, each by renaming, the stamp last: a process that runs dist meanwhile never finds it gone.
function replace(fresh) {
  const names = files(fresh).map((path) => relative(fresh, path));
  rmSync(join(dist, stamp), { force: true });
  for (const name of [...names.filter((other) => other !== stamp), stamp]) {
    mkdirSync(dirname(join(dist, name)), { recursive: true });
    renameSync(join(fresh, name), join(dist, name));
  }
  const kept = new Set(names);
  for (const path of files(dist)) if (!kept.has(relative(dist, path))) rmSync(path);
}

function files(folder) {
  return readdirSync(folder, { withFileTypes: true })
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      return entry.isDirectory() ? files(path) : [path];
    })
    .sort();
}

if (process.argv[1] && resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  try {
    console.log(build() ? "built dist" : "dist is up to date");
  } catch (error) {
    console.error(`build: ${error.message}`);
    process.exitCode = 2;
  }
}
