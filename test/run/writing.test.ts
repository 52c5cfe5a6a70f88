import { execFileSync, spawnSync } from "node:child_process";
import { chmodSync } from "node:fs";
import { join, resolve } from "node:path";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { notebookOf } from "../notebook/build.js";
import { rederive, scratch } from "./scratch.js";

const test = suite("run: what is written, and what is not");
const files = scratch();
test.after(files.remove);

const main = resolve(import.meta.dirname, "..", "..", "dist", "cli", "main.js");

test("a file that may not grow, as on a full disk, ends in a sentence, and the notebook stays as it is", () => {
  const path = files.write("large.ipynb", notebookOf('console.log("x".repeat(300_000))'));
  const before = files.read("large.ipynb");
  // Blocks of 1024 bytes; the signal that tells of the limit is left aside, so that the write itself fails.
  const script = `trap '' XFSZ; ulimit -f 100; exec "$0" "$@"`;
  const args = ["-c", script, process.execPath, main, "run", path];
  const { status, stderr } = spawnSync("bash", args, { encoding: "utf8", cwd: files.folder });
  assert.is(status, 2, stderr);
  assert.match(
    stderr,
    /^rederive: large\.ipynb: was run, and cannot be stored: a file may not be so large here; it is left as it is$/m,
  );
  assert.is(files.read("large.ipynb"), before);
  assert.equal(files.names(), ["large.ipynb"]);
});

test("a folder that cannot be written to ends in a sentence", async () => {
  if (process.getuid?.() === 0) return; // to the superuser every folder is open
  const path = files.write("closed/a.ipynb", notebookOf("1"));
  chmodSync(join(files.folder, "closed"), 0o500);
  try {
    const { code, stderr } = await rederive(["run", path], files.folder);
    assert.is(code, 2);
    assert.match(stderr, /cannot be stored: its folder cannot be written to; it is left as it is/);
  } finally {
    chmodSync(join(files.folder, "closed"), 0o700);
  }
});

test("what a killed run has left beside a notebook the next one takes away, and what a living one writes stays", async () => {
  const path = files.write("left.ipynb", notebookOf("1"));
  const ended = Number(execFileSync(process.execPath, ["-p", "process.pid"], { encoding: "utf8" }));
  files.write(`left.ipynb.${ended}.tmp`, "{");
  files.write(`left.ipynb.${process.pid}.tmp`, "{");
  files.write("left.ipynb.notes.tmp", "mine");
  const { code, stderr } = await rederive(["run", path], files.folder);
  assert.is(code, 0, stderr);
  const left = files.names().filter((name) => name.startsWith("left"));
  assert.equal(
    left,
    ["left.ipynb", `left.ipynb.${process.pid}.tmp`, "left.ipynb.notes.tmp"].sort(),
  );
});

test.run();
