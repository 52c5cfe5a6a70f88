import type { Notebook } from "../../../src/notebook/index.js";
import { notebookOf } from "../../notebook/build.js";
import { png } from "../peers/outputs.js";

const show = (data: object) => `void jupyter.display(${JSON.stringify(data)});`;

/** Cells by a name for each kind of output; the first two are the equation and its derivation. */
export const kinds: Record<string, string> = {
  prose: "# Kinds\n\nA square: $$(a+b)^2 = a^2+2ab+b^2 \\tag{k.square}$$",
  derivation:
    'import { derivation, lineChart, table } from "rederive";\nderivation("k.square").from("(a+b)^2").equals("a^2+2*a*b+b^2", "expand")',
  number: "0.1 + 0.2",
  text: '"plain text result"',
  object: '({ x: 1, y: 2.5, list: [1, 2], word: "a" })',
  streams: 'console.log("line one\\nline two"); console.error("to stderr");',
  html: show({ "text/html": "<b>12.5</b> <i>x</i>", "text/plain": "12.5 x" }),
  latex: show({ "text/latex": "$\\frac{1}{3}$", "text/plain": "1/3" }),
  svg: show({
    "image/svg+xml": '<svg xmlns="http://www.w3.org/2000/svg"><circle cx="10" cy="5" r="3"/></svg>',
  }),
  json: show({ "application/json": { n: 42, list: [1, 2, 3], deep: { yes: true, none: null } } }),
  plotly: show({
    "application/vnd.plotly.v1+json": { data: [{ y: [1, 4, 9] }], layout: { title: "squares" } },
  }),
  table: "table([{ n: 1, v: 3.25 }, { n: 2, v: 4.5 }])",
  chart:
    'lineChart({ title: "squares", x: { title: "n" }, y: { title: "n^2" }, lines: [{ x: [1, 2, 3], y: [1, 4, 9] }] })',
  bigint: "2n ** 80n",
  array: "Float64Array.from([1, 2.5, 1e-7])",
  map: 'new Map([["a", 1], ["b", 2]])',
  date: "new Date(0)",
  error: 'throw new RangeError("larger than 5")',
  unicode: '"Größe 数学 ≤ 3"',
  colours: 'console.log("\\x1b[31mred\\x1b[0m 7")',
  two: 'void jupyter.display({ "text/plain": "1" }); void jupyter.display({ "text/plain": "2" });',
  png: show({ "image/png": png(0x102030ff), "text/plain": "a picture" }),
  markdown: show({ "text/markdown": "**9.75** done" }),
  long: '"x".repeat(400) + "end"',
};

const names = Object.keys(kinds);

/** The number of a kind's cell among all cells, from 1. */
export const numberOf = (kind: string): number => names.indexOf(kind) + 1;

/** A notebook of 22 kinds of output, never run. */
export function kindsNotebook(): Notebook {
  const notebook = notebookOf(...Object.values(kinds));
  notebook.cells[numberOf("error") - 1].metadata = { tags: ["raises-exception"] };
  return notebook;
}
