import { suite } from "uvu";
import * as assert from "uvu/assert";
import {
  tagWithin,
  cellLanguage,
  foreignKernel,
  taggedEquations,
} from "../../src/notebook/index.js";
import { notebookOf } from "./build.js";

const test = suite("notebook: tagged equations and kernels");

const found = (markdown: string) =>
  taggedEquations(notebookOf("1 + 1", `# Notes\n\n${markdown}`)).map(({ tag, tex }) => [tag, tex]);

test("a display between dollars or brackets is taken with its tag, over lines and in a list", () => {
  assert.equal(found("$$a = b \\tag{my.eq}$$"), [["my.eq", "a = b"]]);
  assert.equal(found("\\[\na = b\n\\tag {my.eq}\\]"), [["my.eq", "a = b"]]);
  assert.equal(found("- $$\na = b \\tag*{1}\n$$\n- $$c \\label{x} \\tag{my.two}$$"), [
    ["1", "a = b"],
    ["my.two", "c"],
  ]);
  assert.is(taggedEquations(notebookOf("1", "# a\n$$x \\tag{a.b}$$"))[0].cell, 2);
});

test("a display without a tag, in code, in a fence or in a comment is none", () => {
  for (const markdown of [
    "$$a = b$$",
    "`$$a = b \\tag{my.eq}$$`",
    "``x ` $$a = b \\tag{my.eq}$$``",
    "```tex\n$$a = b \\tag{my.eq}$$\n```",
    "~~~\n$$a = b \\tag{my.eq}$$",
    "<!-- $$a = b \\tag{my.eq}$$ -->",
  ])
    assert.equal(found(markdown), [], markdown);
  assert.equal(found("```\ncode\n```\n\n$$a \\tag{my.eq}$$\n\n```\n$$b \\tag{x.y}$$\n```"), [
    ["my.eq", "a"],
  ]);
});

test("an environment of its own is a display, as JupyterLab typesets it, up to an empty line", () => {
  const align = "\\begin{align*}\na &= b \\tag{my.eq}\n\\end{align*}";
  assert.equal(found("text\n\\begin{equation}\na = b\n\\tag{my.eq}\n\\end{equation}\ntext"), [
    ["my.eq", "a = b"],
  ]);
  assert.equal(found(`${align}\ntext`), [["my.eq", "\\begin{align*}\na &= b \n\\end{align*}"]]);
  for (const markdown of [
    align.replace("\n", "\n \n"),
    align.replace("end{align*}", "end{align}"),
    `\`\`\`\n${align}\n\`\`\``,
    `\\${align}`,
    "$\\begin{aligned} a \\tag{my.eq} \\end{aligned}$",
  ])
    assert.equal(found(markdown), [], markdown);
  assert.equal(found(`\\begin{align*} a\n\n${align}`), [["my.eq", found(align)[0][1]]]);
});

test("a price in dollars does not hide the equation after it", () => {
  assert.equal(found("It costs \\$$5.\n\n$$a \\tag{my.eq}$$"), [["my.eq", "a"]]);
});

test("a notebook is ours by its kernel's name, or by its language where it names none", () => {
  const of = (metadata: Record<string, unknown>) => foreignKernel({ ...notebookOf(), metadata });
  assert.is(of({}), undefined);
  for (const name of ["rederive", "rederive-reproducible", "rederive-js", "tslab", "jslab", "deno"])
    assert.is(of({ kernelspec: { name } }), undefined, name);
  assert.is(of({ language_info: { name: "typescript" } }), undefined);
  assert.is(of({ kernelspec: { name: "python3", language: "python" } }), "python3");
  assert.is(of({ kernelspec: { name: "python3", language: "typescript" } }), "python3");
  assert.is(of({ kernelspec: { language: "R" } }), "R");
  assert.is(of({ language_info: { name: "julia" } }), "julia");
  const language = (name: string) =>
    cellLanguage({ ...notebookOf(), metadata: { kernelspec: { name } } });
  assert.is(language("rederive-js"), "javascript");
  assert.is(language("jslab"), "javascript");
  assert.is(language("rederive"), "typescript");
  assert.is(cellLanguage({ ...notebookOf(), metadata: {} }), "typescript");
});

test("a tag within an inner environment is told, and one behind its end or within align is not", () => {
  const within = (tex: string) => tagWithin(tex);
  assert.is(within(String.raw`\begin{aligned}a&=b\\&=c\tag{t.one}\end{aligned}`), "aligned");
  assert.is(
    within(String.raw`\begin{equation}\begin{split}a\tag{t.one}\end{split}\end{equation}`),
    "split",
  );
  assert.is(within(String.raw`\begin{aligned}a&=b\end{aligned}\tag{t.one}`), undefined);
  assert.is(within(String.raw`\begin{align}a&=b\tag{t.one}\end{align}`), undefined);
  assert.is(within(String.raw`\begin{aligned}a\end{aligned}`), undefined);
});

test.run();
