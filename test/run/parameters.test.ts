import { suite } from "uvu";
import * as assert from "uvu/assert";
import type { CodeCell, Notebook } from "../../src/notebook/index.js";
import { withParameters } from "../../src/run/parameters/withParameters.js";
import { notebookFor } from "./foreignNotebooks.js";
import { rederive, scratch } from "./scratch.js";

const test = suite("run: parameters");
const files = scratch();
test.after(() => files.remove());

const injected = ({ cells }: Notebook): CodeCell[] =>
  cells.filter(
    (cell): cell is CodeCell =>
      cell.cell_type === "code" &&
      ((cell.metadata.tags ?? []) as string[]).includes("injected-parameters"),
  );

/** What is injected behind a cell of parameters. */
function lines(language: string, declared: string, set: Record<string, string>): string[] {
  const notebook = notebookFor(language === "typescript" ? "rederive" : language, language, [
    "1",
    [declared, "parameters"],
    "2",
  ]);
  const after = withParameters(notebook, "n.ipynb", new Map(Object.entries(set)));
  assert.is(after.cells.indexOf(injected(after)[0]), 2);
  return injected(after)[0].source.split("\n").slice(1);
}

test("a value is written as the notebook's language writes it", () => {
  const set = { a: "0.8", b: "true", c: "null", d: '[1, "x"]', e: '{"k": false}', f: "plain text" };
  const all = (assign: string) => [..."abcdef"].map((name) => `${name} ${assign} 0`).join("\n");
  assert.equal(lines("python", all("="), set), [
    "a = 0.8",
    "b = True",
    "c = None",
    'd = [1, "x"]',
    'e = {"k": False}',
    'f = "plain text"',
  ]);
  assert.equal(lines("R", all("<-"), set), [
    "a = 0.8",
    "b = TRUE",
    "c = NULL",
    'd = list(1, "x")',
    'e = list("k" = FALSE)',
    'f = "plain text"',
  ]);
});

test("in TypeScript it keeps the type that is written or that its default has", () => {
  const declared = "let a = 0.5, list: number[] = [1, 2]; // both\nconst on = false;\nlet s = 'x';";
  assert.equal(lines("typescript", declared, { a: "1", list: "[3]", on: "true", s: "7" }), [
    "let a: number = 1;",
    "let list: number[] = [3];",
    "let on: boolean = true;",
    'let s: string = "7";',
  ]);
});

test("a parameter that holds a text takes what looks like a number as a text", () => {
  assert.equal(lines("python", "s = 'x'\nn: str = f()", { s: "12", n: '"13"' }), [
    's = "12"',
    'n = "13"',
  ]);
});

test("an unknown name, a notebook without parameters and a language without writer are refused", () => {
  const notebook = notebookFor("python3", "python", [["alpha = 1\nbeta: int = 2", "parameters"]]);
  const set = new Map([["alhpa", "2"]]);
  const give = (one: Notebook) => () => withParameters(one, "x/n.ipynb", set);
  assert.throws(
    give(notebook),
    /^n\.ipynb: alhpa is no parameter; its parameters are alpha, beta$/,
  );
  assert.throws(give(notebookFor("python3", "python", ["alpha = 1"])), /no cell is tagged `param/);
  assert.throws(
    give(notebookFor("maple", "maple", ["1"])),
    /parameters of maple cannot be set, those of typescript, javascript, python, r can/,
  );
});

test("a second value takes the place of the first, in the same cell", () => {
  const notebook = notebookFor("python3", "python", [["a = 1", "parameters"], "a"]);
  const set = (value: string, one: Notebook) =>
    withParameters(one, "n.ipynb", new Map([["a", value]]));
  const first = set("2", notebook);
  const second = set("3", first);
  assert.is(injected(second).length, 1);
  assert.is(injected(second)[0].id, injected(first)[0].id);
  assert.is(injected(second)[0].source, "# Parameters\na = 3");
});

test("run stores the injected cell; check holds it, and compares nothing under other values", async () => {
  const sources: Parameters<typeof notebookFor>[2] = [
    ["const alpha = 0.5;", "parameters"],
    "alpha * 2",
  ];
  const path = files.write("t.ipynb", notebookFor("rederive", "typescript", sources));
  const cli = (...args: string[]) => rederive([...args, path], files.folder);
  const ran = await cli("run", "--set", "alpha=0.8");
  assert.is(ran.code, 0, ran.stderr);
  assert.match(files.read("t.ipynb"), /"let alpha: number = 0\.8;"/);
  assert.match(files.read("t.ipynb"), /"1\.6"/);
  const before = files.read("t.ipynb");
  assert.is((await cli("check")).code, 0);
  const other = await cli("check", "--set", "alpha=0.9");
  assert.is(other.code, 0, other.stderr);
  assert.match(other.stdout, /was run with other parameters than those stored/);
  const wrong = await cli("check", "--set", "alpha=much");
  assert.is(wrong.code, 1);
  assert.match(wrong.stderr, /cell 2 .*Type 'string' is not assignable to type 'number'/);
  const unknown = await cli("run", "--set", "beta=1");
  assert.is(unknown.code, 2);
  assert.match(unknown.stderr, /beta is no parameter; its parameters are alpha/);
  assert.is(files.read("t.ipynb"), before);
});

test.run();
