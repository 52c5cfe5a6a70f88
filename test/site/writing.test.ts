import { spawnSync } from "node:child_process";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { writeSite } from "../../src/site/index.js";
import { code, markdown, notebookOf } from "./notebookOf.js";

const test = suite("site: writing");
const cli = join(process.cwd(), "src", "cli", "main.ts");

let folder = "";
test.before.each(() => {
  folder = mkdtempSync(join(tmpdir(), "rederive-site-"));
});
test.after.each(() => rmSync(folder, { recursive: true, force: true }));

function build(...args: string[]) {
  const tsx = join(process.cwd(), "node_modules", "tsx", "dist", "loader.mjs");
  return spawnSync(process.execPath, ["--import", `file://${tsx}`, cli, "build", ...args], {
    cwd: folder,
    encoding: "utf8",
  });
}

const site = (paths: string[]) => ({
  files: paths.map((path) => ({ path, content: path })),
  problems: [],
  chapters: [],
  needsPlotly: false,
});

test("a build removes what the build before it made, and nothing else", () => {
  const out = join(folder, "_site");
  writeSite(site(["a.html", "figures/b.js"]), out);
  writeFileSync(join(out, "mine.txt"), "kept");
  writeSite(site(["a.html"]), out);
  assert.equal(readdirSync(out).sort(), [".rederive-site.json", "a.html", "figures", "mine.txt"]);
  assert.equal(readdirSync(join(out, "figures")), []);
});

test("a list of files that names others outside the folder is not followed", () => {
  const out = join(folder, "_site");
  mkdirSync(out);
  writeFileSync(join(folder, "precious"), "kept");
  writeFileSync(join(out, ".rederive-site.json"), '["../precious", "/etc/hostname", 3]');
  writeSite(site(["a.html"]), out);
  assert.ok(existsSync(join(folder, "precious")));
});

test("an output folder that is a file is refused", () => {
  writeFileSync(join(folder, "out"), "");
  assert.throws(() => writeSite(site(["a.html"]), join(folder, "out")), /--out must name a folder/);
});

test("rederive build makes the pages of a folder of notebooks and exits 0", () => {
  mkdirSync(join(folder, "notebooks"));
  const text = notebookOf(markdown("# A title"), code("1 + 1", { "text/plain": "2" }));
  writeFileSync(join(folder, "notebooks", "01-a.ipynb"), text);
  const { status, stdout, stderr } = build();
  assert.is(status, 0, stderr);
  assert.match(stdout, /1 pages? and an index, 0 claims: open _site\/index.html/);
  assert.equal(readdirSync(join(folder, "_site")).sort(), [
    ".rederive-site.json",
    "01-a.html",
    "index.html",
    "notebooks",
    "page.js",
    "style.css",
  ]);
  assert.is(readFileSync(join(folder, "_site", "notebooks", "01-a.ipynb"), "utf8"), text);
});

test("a stored error makes the pages and exits 1", () => {
  const error = { output_type: "error", ename: "Error", evalue: "no", traceback: [] };
  writeFileSync(join(folder, "a.ipynb"), notebookOf(code("throw", error)));
  const { status, stderr } = build("a.ipynb", "--out", "out");
  assert.is(status, 1);
  assert.match(stderr, /failed: a, cell 1: the stored output is an error: Error: no/);
  assert.ok(existsSync(join(folder, "out", "a.html")));
});

test("what cannot be read exits 2 with one sentence, and no page is written", () => {
  writeFileSync(join(folder, "a.ipynb"), "no JSON");
  writeFileSync(join(folder, "b.ipynb"), '{"nbformat": 3}');
  for (const [args, message] of [
    [["a.ipynb"], /a.ipynb: not JSON/],
    [["b.ipynb"], /b.ipynb: .*nbformat 3/],
    [["missing"], /missing: no such file or folder/],
    [["a.ipynb", "--colour"], /unknown option '--colour'/],
  ] as const) {
    const { status, stderr } = build(...args);
    assert.is(status, 2, args.join(" "));
    assert.match(stderr, message);
    assert.not.ok(existsSync(join(folder, "_site")));
  }
});

test.run();
