import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { behind, held } from "../../scripts/outdated.mjs";
import { count, runTestFile } from "../../scripts/testFile.mjs";
import { root } from "../../scripts/link.mjs";

const test = suite("house: scripts");
const closing = (total: number, passed: number, skipped = 0) =>
  `\n  Total:     ${total}\n  Passed:    ${passed}\n  Skipped:   ${skipped}\n  Duration:  1.0ms\n\n`;

const none = { passed: 0, failed: 0, skips: [], why: undefined };

test("a file's counts are those of uvu's closing lines, in colour too", () => {
  assert.equal(count(closing(3, 3)), { ...none, passed: 3 });
  assert.equal(count(`\x1b[32m${closing(3, 3)}\x1b[39m`).passed, 3);
  const colour = "\n  Total:     2\x1b[32m\n  Passed:    2\x1b[39m\n  Skipped:   0\n";
  assert.equal(count(colour), { ...none, passed: 2 });
});

test("a test that printed such lines before does not count", () => {
  assert.is(count(`${closing(90, 90)}${closing(3, 3)}`).passed, 3);
});

test("a file with a failing test has failed, whatever it exits with", () => {
  assert.equal(count(closing(3, 2)), {
    passed: 2,
    failed: 1,
    skips: [],
    why: "1 of 3 tests failed",
  });
});

test("a file that ran no test, crashed, was late or left a process behind has failed", () => {
  assert.is(count("").why, "ran no test");
  assert.is(count(closing(0, 0)).why, "ran no test");
  assert.is(count("", { code: 1 }).why, "ended with 1");
  assert.is(count(closing(3, 3), { code: 7 }).why, "ended with 7");
  assert.is(count("", { late: 8 }).why, "did not end within 8 minutes");
  assert.is(count(closing(3, 3), { left: true }).why, "left a process behind");
  assert.is(count(closing(3, 3), { left: true }).failed, 1);
});

test("what is skipped is named, and a file may be skipped as a whole", () => {
  const output = "skipped: pages: no Chromium\n";
  assert.equal(count(output), { ...none, skips: ["pages: no Chromium"] });
  assert.equal(count(closing(2, 2, 1)).skips, ["1 test by test.skip or test.only"]);
});

/** Runs a test file with this text, for at most so many minutes. */
async function run(text: string, minutes = 1) {
  const folder = mkdtempSync(join(tmpdir(), "rederive-test-"));
  const file = join(folder, "planted.mjs");
  writeFileSync(file, text);
  try {
    return await runTestFile(file, { env: process.env, minutes });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

// Ended, or a zombie that the machine's first process has not collected yet.
async function isGone(pid: number) {
  const state = () => {
    try {
      process.kill(pid, 0);
      return /State:\s+(\w)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1];
    } catch {
      return undefined;
    }
  };
  for (let tries = 0; tries < 20 && ![undefined, "Z"].includes(state()); tries++) {
    await new Promise((resume) => setTimeout(resume, 100));
  }
  assert.ok([undefined, "Z"].includes(state()), `process ${pid} is alive`);
}

test("a file that never ends is killed with all that it started", async () => {
  const text = `
    import { spawn } from "node:child_process";
    console.log("child", spawn("sleep", ["60"], { stdio: "ignore" }).pid);
    setInterval(() => {}, 1000);`;
  const { why, output } = await run(text, 1 / 30);
  assert.match(why, /^did not end within/);
  await isGone(Number(/child (\d+)/.exec(output)?.[1]));
});

test("a file that leaves a process behind fails, and the process is ended", async () => {
  const text = `
    import { spawn } from "node:child_process";
    const child = spawn("sleep", ["60"], { stdio: "ignore" });
    child.unref();
    console.log("child", child.pid);
    console.log(${JSON.stringify(closing(1, 1))});`;
  const { why, output } = await run(text);
  assert.is(why, "left a process behind");
  await isGone(Number(/child (\d+)/.exec(output)?.[1]));
});

test("the built command is a program, as npx needs it", () => {
  const { stdout, status } = spawnSync(join(root, "dist/cli/main.js"), ["--version"], {
    encoding: "utf8",
  });
  assert.is(status, 0);
  assert.match(stdout, /^\d+\.\d+\.\d+\n$/);
});

test("a package behind its newest release is named, and one that is held on purpose is not", () => {
  const [kept] = [...held.keys()];
  assert.equal(
    behind({
      "sanitize-html": { current: "2.17.0", latest: "2.17.5" },
      absent: { latest: "1.0.0" },
      [kept]: { current: "20.0.0", latest: "26.0.0" },
    }),
    ["absent: not installed, newest 1.0.0", "sanitize-html: 2.17.0, newest 2.17.5"],
  );
  assert.equal(behind({}), []);
});

test.run();
