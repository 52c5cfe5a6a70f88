import { suite } from "uvu";
import * as assert from "uvu/assert";
import { agreementOf, type Made } from "../../src/agree/index.js";
import { derivation } from "../../src/index.js";
import { taggedEquations } from "../../src/notebook/index.js";
import { notebookOf } from "../notebook/build.js";

const test = suite("agree: the equations of a notebook and its derivations");

const equations = (...markdown: string[]) =>
  taggedEquations(notebookOf(...markdown.map((source) => `# Notes\n\n${source}`)));
const made = (...ids: string[]): Made[] =>
  ids.map((id, i) => ({
    cell: i + 2,
    derivation: derivation(id).from("x + x").equals("2*x").toJSON(),
  }));
const sentences = (list: { text: string }[]) => list.map(({ text }) => text);

test("an equation that its derivation checked has no remark", () => {
  const { held, problems, unchecked } = agreementOf(
    equations("$$x + x = 2x \\tag{my.eq}$$"),
    made("my.eq"),
  );
  assert.equal([problems, unchecked], [[], []]);
  assert.is(held[0].finding.kind, "agrees");
});

test("another equation under its id is named with what the page says and what was checked", () => {
  const { problems } = agreementOf(equations("a", "$$1 = 2 \\tag{my.eq}$$"), made("my.eq"));
  assert.is(problems.length, 1);
  assert.is(problems[0].cell, 2);
  assert.match(
    problems[0].text,
    /^my\.eq: the page says `1 = 2`, the derivation checked `x \+ x = 2\*x`/,
  );
});

test("a derivation whose id no equation has is named with its cell and the nearest id", () => {
  const { problems } = agreementOf(
    equations("$$x + x = 2x \\tag{my.eq}$$"),
    made("my.eq", "my.qe", "my.qe"),
  );
  assert.equal(problems, [
    {
      cell: 3,
      text: "my.qe: no equation of this notebook has this id (the nearest is my.eq); write \\tag{my.qe} in the one that it derives",
    },
  ]);
  assert.match(
    agreementOf([], made("my.eq")).problems[0].text,
    /^my\.eq: no equation of this notebook has this id; write/,
  );
});

test("only the first equation of an id is held against its derivations, which many cannot make costly", () => {
  const many = equations("$$x + x = 2x \\tag{my.eq}$$", "$$x + x = 3x \\tag{my.eq}$$");
  assert.equal(
    agreementOf(many, made("my.eq")).held.map(({ finding }) => finding.kind),
    ["agrees", "mistagged"],
  );
});

test("an id that stands twice is named at the second place", () => {
  const twice = equations("$$x + x = 2x \\tag{my.eq}$$", "b", "$$x + x = 2x \\tag{my.eq}$$");
  assert.equal(agreementOf(twice, made("my.eq")).problems, [
    { cell: 3, text: "my.eq: stands twice, first in cell 1; an id is one equation's" },
  ]);
});

test("equations without a derivation, and those that cannot be read, are not checked", () => {
  const { problems, unchecked } = agreementOf(
    equations("$$x = 1 \\tag{my.none}$$\n\n$$x = \\frac{1}{ \\tag{my.eq}$$"),
    made("my.eq"),
  );
  assert.equal(problems, []);
  assert.is(sentences(unchecked)[0], "my.none: no derivation has this id");
  assert.match(sentences(unchecked)[1], /^my\.eq: cannot read this LaTeX/);
});

test("a tag that is no id is a number, unless a derivation has it", () => {
  const numbers = equations("$$a = b \\tag{1}$$\n\n$$a = b \\tag{2.1}$$\n\n$$a = b \\tag{A}$$");
  assert.equal(agreementOf(numbers, []), { held: [], problems: [], unchecked: [] });
  assert.is(agreementOf(numbers, made("2.1")).problems.length, 1);
});

test("two tags in one display are told, and neither has a grade", () => {
  const both = "$$x + x = 2x \\tag{my.eq} \\tag{my.two}$$";
  const { held, problems } = agreementOf(equations("a", both), made("my.eq", "my.two"));
  assert.is(held[0].finding.kind, "mistagged");
  assert.equal(
    problems.map(({ text }) => text),
    [
      "my.eq: its display has \\tag{my.eq} and \\tag{my.two}, and a display has one tag: LaTeX and JupyterLab show an error; write a display for each equation",
    ],
  );
  const rows = "$$\\begin{align}x + x &= 2x \\tag{1}\\\\ y &= 3 \\tag{my.eq}\\end{align}$$";
  assert.match(agreementOf(equations("a", rows), made("my.eq")).problems[0].text, /has one tag/);
  const alone = agreementOf(equations("a", "$$x + x = 2x \\tag{my.eq}$$"), made("my.eq"));
  assert.is(alone.held[0].finding.kind, "agrees");
});

test("a display in a list, a quotation, a heading or a table is not checked, one in a paragraph is", () => {
  const kind = (text: string) => agreementOf(equations(text), made("my.eq")).held[0].finding.kind;
  const display = "$$x + x = 2x \\tag{my.eq}$$";
  for (const before of ["- ", "> ", "2) ", "## ", "| a | ", "    ", "<p>", "  * a "])
    assert.is(kind(before + display), "unchecked", before);
  for (const before of ["", "As ", "2 + 2, ", "  "])
    assert.is(kind(before + display), "agrees", before);
});

test("a tag within aligned is told, whatever is derived", () => {
  const inner = "$$\\begin{aligned}a&=b\\tag{my.eq}\\end{aligned}$$";
  const { problems } = agreementOf(equations("a", inner), []);
  assert.match(
    problems[0].text,
    /^my\.eq: its tag stands within aligned, where JupyterLab shows an error/,
  );
  assert.match(problems[0].text, /write \\tag\{…\} behind \\end\{aligned\}$/);
});

test.run();
