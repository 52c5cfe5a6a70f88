import { execFileSync } from "node:child_process";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { chosen, partOf } from "../../src/cli/input/chosen.js";
import { notebookOf } from "../notebook/build.js";
import { rederive, scratch } from "../run/scratch.js";

const test = suite("cli: notebooks that the flags choose");
const files = scratch();
test.after(files.remove);

const names = ["a", "b", "c", "d", "e"].map((name) => `${name}.ipynb`);
const git = (...args: string[]) =>
  execFileSync("git", ["-c", "user.name=A", "-c", "user.email=a@example.org", ...args], {
    cwd: files.folder,
    encoding: "utf8",
  });

test.before(async () => {
  files.write("package.json", "{}");
  files.write("helper.ts", "export const two = 2;");
  files.write("a.ipynb", notebookOf('import { two } from "./helper.ts";', "two * 2"));
  files.write(
    "b.ipynb",
    notebookOf('import { readFileSync } from "node:fs";\nreadFileSync("b.csv", "utf8")'),
  );
  files.write("b.csv", "1");
  files.write("c.ipynb", notebookOf(...Array<string>(12).fill("1")));
  files.write("d.ipynb", notebookOf("1"));
  files.write("e.ipynb", notebookOf("1", "2", "3"));
  const { code, stderr } = await rederive(["run", ...names, "--jobs", "3"], files.folder);
  assert.is(code, 0, stderr);
  git("init", "-q", "-b", "trunk");
  git("add", ".");
  git("commit", "-q", "-m", "stored");
});

const paths = names.map((name) => `${files.folder}/${name}`);
const bare = (found: string[]) => found.map((path) => path.slice(-7, -6)).join("");

test("the parts of a shard are all notebooks, each in one of them, and about as large as each other", () => {
  for (const of of [1, 2, 3, 8]) {
    const parts = Array.from({ length: of }, (_, i) => partOf(paths, { part: i + 1, of }));
    assert.equal(parts.flat().sort(), paths, String(of));
  }
  assert.is(bare(partOf(paths, { part: 1, of: 2 })), "c");
  assert.is(bare(partOf(paths, { part: 2, of: 2 })), "abde");
});

test("--changed takes notebooks that have changed since a ref, and those whose files or project have", async () => {
  const before = process.cwd();
  process.chdir(files.folder);
  const since = async () => bare(await chosen(paths, { changed: "HEAD" }));
  try {
    assert.is(await since(), "");
    files.write("helper.ts", "export const two = 3;");
    files.write("b.csv", "2");
    assert.is(await since(), "ab");
    git("commit", "-q", "-a", "-m", "moved");
    // The stamps tell, though the ref does not: their outputs are older.
    assert.is(await since(), "ab");
    files.write("d.ipynb", notebookOf("2"));
    files.write("unknown.txt", "");
    assert.is(await since(), "abd");
    files.write("package.json", "{ }");
    assert.is(await since(), "abcde");
  } finally {
    process.chdir(before);
  }
});

test("a ref that git does not know, and numbers that are none, end with exit code 2 and say so", async () => {
  const unknown = await rederive(["check", ...names, "--changed", "nowhere"], files.folder);
  assert.is(unknown.code, 2);
  assert.match(unknown.stderr, /^rederive: --changed nowhere: git cannot compare with it: /m);
  for (const [flag, value, expected] of [
    ["--jobs", "0", /must be a whole number > 0, got 0/],
    ["--shard", "9/8", /must be a part and a number of parts, such as 2\/8, got 9\/8/],
  ] as const) {
    const { code, stderr } = await rederive(["check", ...names, flag, value], files.folder);
    assert.is(code, 2);
    assert.match(stderr, expected);
  }
});

test("a part without notebooks is told, and is no failure", async () => {
  const { code, stdout } = await rederive(["check", "d.ipynb", "--shard", "2/2"], files.folder);
  assert.is(code, 0);
  assert.match(stdout, /the flags leave no notebook to work on/);
});

test.run();
