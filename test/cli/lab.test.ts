import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { pipList, pythonPackages } from "../../src/cli/lab/pythonPackages.js";

const test = suite("rederive lab");
const root = resolve(import.meta.dirname, "..", "..");
const folder = mkdtempSync(join(tmpdir(), "rederive-lab-"));
test.after(() => rmSync(folder, { recursive: true, force: true }));

test("environment.yml's pip list is read, each package pinned exactly", () => {
  const packages = pipList(readFileSync(join(root, "environment.yml"), "utf8")) ?? [];
  assert.ok(packages.length >= 3);
  for (const name of packages) assert.match(name, /^[\w-]+==[\d.]+$/);
  assert.equal(pythonPackages(root), packages);
});

test("a pip list ends where its indentation does, and comments are no packages", () => {
  const text =
    "dependencies:\n  - pip\n  - pip:\n    - a==1 # why\n    # none\n\n    - b==2\n  - c\n";
  assert.equal(pipList(text), ["a==1", "b==2"]);
  assert.is(pipList("dependencies:\n  - pip\n"), undefined);
});

test("a project that names no JupyterLab gets the one that is tested here", () => {
  const pin = pipList(readFileSync(join(root, "environment.yml"), "utf8"))?.[0];
  assert.match(String(pin), /^jupyterlab==/);
  assert.equal(pythonPackages(folder), [pin]);
  const own = join(folder, "own");
  mkdirSync(own);
  writeFileSync(join(own, "environment.yml"), "dependencies:\n  - pip:\n      - numpy==2.3.0\n");
  assert.equal(pythonPackages(own), ["numpy==2.3.0", pin]);
});

test.run();
