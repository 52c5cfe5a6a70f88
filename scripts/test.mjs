// npm test: installs what is missing, builds, checks types and format, runs each test file in a process of its own.
// They find an empty temporary folder and an empty home. With --long the files of test/long. Other arguments select files
// by a part of their path, and nothing else runs.
import { spawnSync } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { join, relative } from "node:path";
import { build } from "./build.mjs";
import { installNodeModules, installPython } from "./install.mjs";
import { root } from "./link.mjs";
import { makeScratch } from "./scratch.mjs";
import { killRunning, runTestFile } from "./testFile.mjs";

const long = process.argv.includes("--long");
const wanted = process.argv.slice(2).filter((argument) => !argument.startsWith("--"));
const requireAll = process.env.REQUIRE_ALL === "1";
const minutes = long ? 40 : 8; // for one file
const atOnce = 2;
// What takes longest begins first: at the end both workers finish at about the same time.
const longest = [
  "site/browser",
  "engine/package",
  "derive/soundness",
  "run/hostile",
  "session/differential",
  "run/endings",
  "derive/byHand",
  "cli/commands",
  "run/check",
  "kernel/equal",
  "cli/prove",
].map((name) => join(root, "test", `${name}.test.ts`));
const formatted = ["src", "test", "scripts", "bench"].filter((name) =>
  existsSync(join(root, name)),
);

const scratch = makeScratch();

for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) {
  process.on(signal, () => {
    killRunning();
    scratch.remove();
    process.exit(1);
  });
}

async function main() {
  installNodeModules();
  const results = [step("build", build)];
  const env = { ...scratch.env, NO_COLOR: "1", FORCE_COLOR: "0" };
  try {
    env.REDERIVE_VENV_BIN = await installPython();
  } catch (error) {
    console.log(`without Python: ${error.message}`); // its tests say themselves what they skip
  }
  if (!long && !wanted.length) results.push(...checks());
  const files = testFiles(join(root, "test", long ? "long" : "")).filter(
    (file) => !wanted.length || wanted.some((part) => relative(root, file).includes(part)),
  );
  if (!files.length) throw new Error("no test file has such a path");
  const queue = [...longest.filter((file) => files.includes(file)), ...files].filter(
    (file, i, all) => all.indexOf(file) === i,
  );
  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      for (let file = queue.shift(); file; file = queue.shift()) {
        const result = await runTestFile(file, { env, minutes });
        print(relative(root, file), result);
        results.push(result);
      }
    }),
  );
  return conclude(results);
}

function testFiles(folder) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true })
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) {
        return ["fixtures", "long"].includes(entry.name) ? [] : testFiles(path);
      }
      return entry.name.endsWith(".test.ts") ? [path] : [];
    })
    .sort();
}

function checks() {
  const node = (...args) => {
    const run = spawnSync(process.execPath, args, { cwd: root, encoding: "utf8" });
    if (run.status !== 0) throw new Error(`${run.stdout}${run.stderr}`);
  };
  const modules = join(root, "node_modules");
  return [
    step("types of src, test and bench", () =>
      node(join(modules, "typescript/bin/tsc"), "-p", "test/tsconfig.json"),
    ),
    step("lint", () => node(join(modules, "oxlint/bin/oxlint"), ...formatted)),
    step("format", () =>
      node(
        join(modules, "prettier/bin/prettier.cjs"),
        "--check",
        "--no-error-on-unmatched-pattern",
        ...formatted,
      ),
    ),
  ];
}

function step(name, work) {
  const began = performance.now();
  let result = { passed: 1, failed: 0, skips: [], output: "" };
  try {
    work();
  } catch (error) {
    result = { passed: 0, failed: 1, skips: [], output: error.message, why: "see above" };
  }
  print(name, { ...result, seconds: (performance.now() - began) / 1000 });
  return result;
}

function print(name, { passed, failed, skips, why, output, seconds }) {
  const counts = `${passed} passed${failed ? `, ${failed} failed` : ""}`;
  if (failed) console.log(`\n${output.trim()}\n\nFAILED ${name}: ${why}`);
  console.log(`${failed ? "✗" : "✓"} ${name}: ${counts} (${seconds.toFixed(1)} s)`);
  for (const skip of skips) console.log(`  ${requireAll ? "missing" : "skipped"}: ${skip}`);
}

function conclude(results) {
  const sum = (pick) => results.reduce((total, result) => total + pick(result), 0);
  const absent = sum(({ skips }) => skips.length);
  const failed = sum((result) => result.failed) + (requireAll ? absent : 0);
  if (requireAll && absent) console.log(`REQUIRE_ALL=1: ${absent} skipped parts count as failed`);
  const skipped = !requireAll && absent ? `, ${absent} skipped` : "";
  console.log(`${sum((result) => result.passed)} passed, ${failed} failed${skipped}`);
  return failed ? 1 : 0;
}

try {
  process.exitCode = await main();
} catch (error) {
  killRunning();
  console.error(error.message);
  console.log("0 passed, 1 failed");
  process.exitCode = 1;
} finally {
  scratch.remove();
}
