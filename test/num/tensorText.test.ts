import { inspect } from "node:util";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { tensor, zeros } from "../../src/index.js";
import { jupyterDisplay } from "../../src/num/display.js";
import { shortNumber } from "../../src/num/tensorText.js";

const test = suite("tensor texts");
const plain = (data: number[], shape: number[]) =>
  tensor(data, shape)[jupyterDisplay]()["text/plain"];
const latex = (data: number[], shape: number[]) =>
  tensor(data, shape)[jupyterDisplay]()["text/latex"];
const upTo = (count: number) => Array.from({ length: count }, (_, i) => i);

test("shortNumber gives six significant digits at most, integers in full, no minus zero", () => {
  assert.equal([1 / 3, 123456789, -0, 1e-10, 2.5, 0.1 + 0.2, -1234.5678].map(shortNumber), [
    "0.333333",
    "123456789",
    "0",
    "1e-10",
    "2.5",
    "0.3",
    "-1234.57",
  ]);
});

test("a matrix is set flush right below its shape", () => {
  assert.is(plain([1, -20, 3.5, 4], [2, 2]), "Tensor [2, 2]\n  1  -20\n3.5    4");
  assert.is(plain([1, 2], [2]), "Tensor [2]\n1  2");
  assert.is(plain([7], []), "Tensor []\n7");
  assert.is(inspect(tensor([1, 2])), "Tensor [2]\n1  2");
});

test("matrices of a larger tensor carry their leading indices, unless there is one alone", () => {
  assert.is(plain([1, 2, 3, 4], [1, 1, 2, 2]), "Tensor [1, 1, 2, 2]\n1  2\n3  4");
  assert.is(
    plain(upTo(12), [2, 3, 1, 2]),
    "Tensor [2, 3, 1, 2]\n[0, 0]\n0  1\n[0, 1]\n2  3\n[0, 2]\n4  5\n[1, 0]\n6  7\n[1, 1]\n8  9\n[1, 2]\n10  11",
  );
});

test("each matrix holds its own rows", () => {
  assert.is(plain(upTo(8), [2, 2, 2]), "Tensor [2, 2, 2]\n[0]\n0  1\n2  3\n[1]\n4  5\n6  7");
});

test("beyond eight matrices the rest is counted", () => {
  const shown = (count: number) => String(plain(upTo(count), [count, 1, 1])).split("\n");
  assert.is(shown(8).length, 17);
  assert.is(shown(9).at(-1), "and 1 more");
  assert.is(shown(11).at(-1), "and 3 more");
  assert.is(shown(11).length, 18);
});

test("beyond sixteen rows or columns the middle is left out", () => {
  assert.is(
    plain(upTo(16), [16]),
    `Tensor [16]\n${upTo(16)
      .map((n) => `${n}`.padStart(2))
      .join("  ")}`,
  );
  const cut = [...upTo(14), "…", 16].map((n) => `${n}`.padStart(2)).join("  ");
  assert.is(plain(upTo(17), [17]), `Tensor [17]\n${cut}`);
  assert.is(String(plain(upTo(18), [18, 1])).split("\n").length, 17);
});

test("in LaTeX a tensor is a matrix in brackets, with powers of ten", () => {
  assert.is(
    latex([1, 2.5e-10, -3e21, 4], [2, 2]),
    "$\\displaystyle \\begin{bmatrix} 1 & 2.5 \\times 10^{-10} \\\\ -3 \\times 10^{21} & 4 \\end{bmatrix}$",
  );
  assert.match(latex(upTo(17), [17]) as string, /13 & \\cdots & 16 \\end\{bmatrix\}\$$/);
  assert.match(
    latex([1, 2], [2, 1, 1]) as string,
    /\\underset\{\[0\]\}\{\\begin\{bmatrix\} 1 .*\\quad \\underset\{\[1\]\}/,
  );
  assert.match(
    zeros([9, 1, 1])[jupyterDisplay]()["text/latex"] as string,
    /\\quad \\text\{and 1 more\}\$$/,
  );
});

test.run();
