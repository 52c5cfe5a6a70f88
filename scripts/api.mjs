// npm run docs:api: makes the API reference of the docstrings of whatever package.json exports, in docs/api. typedoc comes
// from a lock file of its own, since it reads the sources with an older compiler than the package's.
import { spawnSync } from "node:child_process";
import { copyFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { root } from "./link.mjs";
import { withLock } from "./lock.mjs";

const folder = join(root, "scripts", "api");
const ownOptions = join(folder, "typedoc.json");
const installed = join(root, ".cache", "api");
const typedoc = join(installed, "node_modules", "typedoc", "bin", "typedoc");
const mark = join(installed, ".installed");

/** The source file of each export of package.json: the parts first, so that the root refers to them. */
export function entryPoints() {
  const { exports } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
  return Object.values(exports)
    .flatMap(({ default: path }) => path ?? [])
    .map((path) => path.replace("./dist/", "src/").replace(/\.js$/, ".ts"))
    .sort((left, right) => right.split("/").length - left.split("/").length);
}

/**
 * Writes the reference as pages into a folder, and as JSON into a file if one is named.
 *
 * @param {string} out
 * @param {{ json?: string, entries?: string[], options?: string }} [options]
 * @throws Error with typedoc's report, for each warning, too
 */
export function buildApi(out, { json, entries = entryPoints(), options = ownOptions } = {}) {
  install();
  const args = [
    ...["--options", options, "--out", out],
    ...(json ? ["--json", json] : []),
    ...entries,
  ];
  const run = spawnSync(process.execPath, [typedoc, ...args], { cwd: root, encoding: "utf8" });
  if (run.status !== 0) throw new Error(`typedoc reports\n${run.stdout}${run.stderr}`);
}

function install() {
  const lock = readFileSync(join(folder, "package-lock.json"), "utf8");
  const isThere = () => existsSync(mark) && readFileSync(mark, "utf8") === lock;
  if (isThere()) return;
  withLock("api", () => {
    if (isThere()) return;
    mkdirSync(installed, { recursive: true });
    for (const name of ["package.json", "package-lock.json"])
      copyFileSync(join(folder, name), join(installed, name));
    const run = spawnSync("npm", ["ci", "--ignore-scripts", "--no-audit", "--no-fund"], {
      cwd: installed,
      encoding: "utf8",
      shell: process.platform === "win32",
    });
    if (run.status !== 0) throw new Error(`npm ci failed in scripts/api\n${run.stderr}`);
    writeFileSync(mark, lock);
  });
}

if (process.argv[1] && resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  try {
    buildApi(join(root, "docs", "api"));
    console.log("wrote docs/api; open docs/api/index.html");
  } catch (error) {
    console.error(`docs:api: ${error.message}`);
    process.exitCode = 2;
  }
}
