// Compiles src/ into dist/, unless dist is newer than every source file. Two builds at once do no harm:
// each compiles into a folder of its own and swaps it in by renaming.
import { spawnSync } from "node:child_process";
import {
  existsSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { link, root } from "./link.mjs";

const stamp = join(root, "dist", ".built");

function newest(path) {
  const stat = statSync(path);
  if (!stat.isDirectory()) return stat.mtimeMs;
  return Math.max(stat.mtimeMs, ...readdirSync(path).map((name) => newest(join(path, name))));
}

export function isBuilt() {
  if (!existsSync(stamp)) return false;
  const inputs = ["src", "tsconfig.json", "package.json"].map((name) => newest(join(root, name)));
  return statSync(stamp).mtimeMs >= Math.max(...inputs);
}

/** Links the package to itself and compiles what is out of date; throws with the compiler's report. */
export function build() {
  link();
  if (isBuilt()) return false;
  const began = new Date();
  const fresh = join(root, `dist.${process.pid}.new`);
  const old = join(root, `dist.${process.pid}.old`);
  const tsc = join(root, "node_modules", "typescript", "bin", "tsc");
  const compiled = spawnSync(process.execPath, [tsc, "-p", root, "--outDir", fresh], {
    cwd: root,
    encoding: "utf8",
  });
  try {
    if (compiled.status !== 0) {
      throw new Error(`build: src does not compile\n${compiled.stdout}${compiled.stderr}`);
    }
    // The time at which the compiler began, so that an edit made meanwhile counts as newer.
    writeFileSync(join(fresh, ".built"), `${began.toISOString()}\n`);
    utimesSync(join(fresh, ".built"), began, began);
    if (existsSync(join(root, "dist"))) renameSync(join(root, "dist"), old);
    renameSync(fresh, join(root, "dist"));
  } finally {
    rmSync(fresh, { recursive: true, force: true });
    rmSync(old, { recursive: true, force: true });
  }
  return true;
}

if (process.argv[1] && resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  try {
    console.log(build() ? "built dist" : "dist is up to date");
  } catch (error) {
    console.error(error.message);
    process.exit(2);
  }
}
