// npm test: install what is missing, build, check types and format, run every test file in a process of its own.
// `--long` runs test/long instead. Arguments that are not flags select files by a part of their path.
import { spawn, spawnSync } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { availableParallelism } from "node:os";
import { join, relative } from "node:path";
import { build } from "./build.mjs";
import { installNodeModules, installPython } from "./install.mjs";
import { root } from "./link.mjs";

const long = process.argv.includes("--long");
const wanted = process.argv.slice(2).filter((argument) => !argument.startsWith("--"));
const strict = process.env.REQUIRE_ALL === "1";
const minutes = long ? 35 : 6;
const children = new Set();

function testFiles(folder) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true })
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      if (entry.isDirectory())
        return entry.name === "fixtures" || entry.name === "long" ? [] : testFiles(path);
      return entry.name.endsWith(".test.ts") ? [path] : [];
    })
    .sort();
}

function killAll() {
  for (const child of children) {
    try {
      process.kill(-child.pid, "SIGKILL");
    } catch {
      // It has ended between the look and the kill.
    }
  }
}

function runFile(file, env) {
  return new Promise((done) => {
    const began = performance.now();
    const child = spawn(process.execPath, ["--import", "tsx", file], {
      cwd: root,
      env,
      detached: true,
      stdio: ["ignore", "pipe", "pipe"],
    });
    children.add(child);
    let output = "";
    let late = false;
    const timer = setTimeout(() => {
      late = true;
      process.kill(-child.pid, "SIGKILL");
    }, minutes * 60_000);
    for (const stream of [child.stdout, child.stderr])
      stream.on("data", (chunk) => (output += chunk));
    child.on("close", (code) => {
      clearTimeout(timer);
      children.delete(child);
      try {
        process.kill(-child.pid, "SIGKILL"); // whatever a test left behind goes with it
      } catch {
        // Nothing was left behind.
      }
      done({ output, seconds: (performance.now() - began) / 1000, ...count(output, code, late) });
    });
  });
}

/** Reads uvu's closing lines; a file without them, or with no test, has failed. */
export function count(output, code, late) {
  const text = output.replace(/\x1b\[[0-9;]*m/g, "");
  const total = Number(/^\s*Total:\s+(\d+)/m.exec(text)?.[1] ?? 0);
  const passed = Number(/^\s*Passed:\s+(\d+)/m.exec(text)?.[1] ?? 0);
  const skips = [...text.matchAll(/^skipped: (.+)$/gm)].map((match) => match[1]);
  if (late)
    return {
      passed,
      failed: Math.max(1, total - passed),
      skips,
      why: `no end within ${minutes} min`,
    };
  if (total === 0 && skips.length && code === 0) return { passed: 0, failed: 0, skips };
  if (total === 0)
    return { passed: 0, failed: 1, skips, why: "ran no test: does it end in test.run()?" };
  const failed = total - passed;
  if (code !== 0 && failed === 0) return { passed, failed: 1, skips, why: `exit code ${code}` };
  return { passed, failed, skips };
}

function check(name, command, args) {
  const run = spawnSync(command, args, { cwd: root, encoding: "utf8" });
  const ok = run.status === 0;
  console.log(`${ok ? "✓" : "✗"} ${name}`);
  if (!ok) console.log(`${run.stdout}${run.stderr}`);
  return { passed: ok ? 1 : 0, failed: ok ? 0 : 1, skips: [] };
}

async function main() {
  installNodeModules();
  build();
  const bin = installPython();
  const env = { ...process.env, FORCE_COLOR: "0", NO_COLOR: "1" };
  if (bin) env.REDERIVE_VENV_BIN = bin;
  const results = [];
  if (!long && !wanted.length) {
    const node = process.execPath;
    const modules = join(root, "node_modules");
    results.push(
      check("types of src, test and bench", node, [
        join(modules, "typescript/bin/tsc"),
        "-p",
        "test/tsconfig.json",
      ]),
      check("format", node, [
        join(modules, "prettier/bin/prettier.cjs"),
        "--check",
        "src",
        "test",
        "scripts",
        "bench",
      ]),
    );
  }
  const files = testFiles(join(root, "test", long ? "long" : "")).filter(
    (file) => !wanted.length || wanted.some((part) => relative(root, file).includes(part)),
  );
  const queue = [...files];
  const worker = async () => {
    for (let file = queue.shift(); file; file = queue.shift()) {
      const result = await runFile(file, env);
      results.push(result);
      const name = relative(root, file);
      const mark = result.failed ? "✗" : "✓";
      console.log(
        `${mark} ${name}  ${result.passed} passed${result.failed ? `, ${result.failed} failed` : ""}  ${result.seconds.toFixed(1)} s`,
      );
      for (const skip of result.skips) console.log(`  skipped: ${skip}`);
      if (result.failed) console.log(`${result.output}\n${name}: ${result.why ?? "see above"}`);
    }
  };
  await Promise.all(Array.from({ length: Math.min(2, availableParallelism()) }, worker));
  const sum = (pick) => results.reduce((total, result) => total + pick(result), 0);
  const skipped = sum((result) => result.skips.length);
  const failed = sum((result) => result.failed) + (strict ? skipped : 0);
  if (!files.length) console.log("no test file matches");
  console.log(
    `${sum((result) => result.passed)} passed, ${failed} failed${skipped && !strict ? `, ${skipped} skipped` : ""}`,
  );
  process.exitCode = failed || !files.length ? 1 : 0;
}

for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) {
  process.on(signal, () => {
    killAll();
    process.exit(1);
  });
}
main().catch((error) => {
  console.error(error.message);
  killAll();
  console.log("0 passed, 1 failed");
  process.exitCode = 1;
});
