import { suite } from "uvu";
import * as assert from "uvu/assert";
import { cubeRootOf } from "../../../src/derive/evaluate/integerRoots.js";
import { intervals } from "../../../src/derive/evaluate/interval.js";
import { Arithmetic } from "../../../src/derive/evaluate/value.js";
import { rational, random as seeded, tex, derivation } from "../../../src/index.js";
import { allGraded, type Row, verdictOf } from "../rows.js";

const test = suite("derive: cube roots");

/** Proved without an open condition. */
const everywhere: Row[] = [
  ["cbrt(-8)", "=", "-2", []],
  ["cbrt(-1/27)", "=", "-1/3", []],
  ["cbrt(-x)", "=", "-cbrt(x)", []],
  ["cbrt(x)^3", "=", "x", []],
  ["cbrt(-x^3)", "=", "-x", []],
  ["cbrt(x*y)", "=", "cbrt(x)*cbrt(y)", []],
  ["cbrt(x-1)", "=", "-cbrt(1-x)", []],
  ["cbrt(8*x-16)", "=", "2*cbrt(x-2)", []],
  ["cbrt(cbrt(x))^9", "=", "x", []],
  ["cbrt(x)", "<", "0", ["x < 0"]],
  ["cbrt(x)", "=", "-(-x)^(1/3)", ["x < 0"]],
  ["cbrt(x)", "=", "x^(1/3)", ["x >= 0"]],
  ["x", "<", "0", ["cbrt(x) < 0"]],
  ["0", "<=", "cbrt(x)^2", []],
  ["cbrt(x)", "<", "4", ["x < 64"]],
  ["2*cbrt(x)", "<=", "cbrt(y)", ["8*x <= y"]],
  ["sqrt(cbrt(x)^2)", "=", "abs(cbrt(x))", []],
  ["abs(cbrt(x))", "=", "cbrt(abs(x))", []],
  ["max(cbrt(x), cbrt(-x))", "=", "abs(cbrt(x))", []],
  ["sum(cbrt(k), k, -3, 3)", "=", "0", []],
  ["cbrt(-2)", "≈", "-1.26", []],
  ["integrate(cbrt(x), x, -1, 0)", "=", "-3/4", []],
  ["integrate(cbrt(x), x, -1, 8)", "=", "45/4", []],
  ["integrate(x*cbrt(x), x, -1, 1)", "=", "6/7", []],
  ["integrate(cbrt(2*x-1)^2, x, 0, 1)", "=", "3/5", []],
];
/** Proved where what is printed holds. */
const conditional: Row[] = [
  ["cbrt(x)", "=", "x^(1/3)", []],
  ["(x^(1/3))^3", "=", "x", []],
  ["D(cbrt(x), x)", "=", "1/(3*cbrt(x)^2)", []],
  ["D(cbrt(x-1)*x, x)", "=", "cbrt(x-1) + x*cbrt(x-1)/(3*(x-1))", []],
  ["1/cbrt(x)", "=", "cbrt(x)^2/x", []],
  ["log(cbrt(x))", "=", "log(x)/3", []],
];
const fails: Row[] = [
  ["cbrt(-8)", "=", "2", []],
  ["0", "<=", "cbrt(x)", []],
  ["cbrt(x)", "=", "abs(cbrt(x))", []],
  ["sqrt(cbrt(x)^2)", "=", "cbrt(x)", []],
  ["cbrt(-x)", "=", "cbrt(x)", []],
  ["cbrt(x)^3", "=", "abs(x)", []],
  ["cbrt(x)", "=", "x^(1/3)", ["x < 0"]],
  ["cbrt(x+y)", "=", "cbrt(x) + cbrt(y)", []],
  ["cbrt(x)", "<=", "x", ["x > 0"]],
  ["cbrt(x)", "<", "3", ["x < 28"]],
  ["2*cbrt(x)", "<", "cbrt(y)", ["7*x < y"]],
  ["integrate(cbrt(x), x, -1, 0)", "=", "3/4", []],
  ["integrate(cbrt(x), x, -1, 1)", "=", "3/2", []],
];

test("what holds of the real cube root on both sides of 0 is proved", () =>
  allGraded(everywhere, /^proved$/));
test("a power 1/3, a quotient and a derivative keep their conditions", () =>
  allGraded(conditional, /^proved-if$/));
test("what fails below 0 is refuted", () => allGraded(fails, /^refuted$/));
test("the power 1/3 is the principal one and has no value below 0", () => {
  const { conditions } = verdictOf(["cbrt(x)", "=", "x^(1/3)", []]);
  assert.equal(
    conditions.map(({ text }) => text),
    ["x >= 0"],
  );
});
test("\\sqrt[3] in LaTeX is the real cube root", () => {
  const step = derivation("a.b")
    .chain(tex`\sqrt[3]{-27 x} = -3 \sqrt[3]{x}`)
    .toJSON().steps[0];
  assert.equal([step.grade, step.lhsLatex], ["proved", "\\sqrt[3]{-27 x}"]);
});
test("a cube root is exact where it is rational, and enclosed to the last unit elsewhere", () => {
  const exact = new Arithmetic();
  assert.is(`${exact.cbrt(rational("-8/343"))}`, "-2/7");
  const random = seeded(7);
  const P = 64n;
  const { cbrt } = intervals(Number(P));
  for (let i = 0; i < 300; i++) {
    const value = BigInt(random.integer(-(10 ** 9), 10 ** 9)) * BigInt(random.integer(1, 10 ** 9));
    const root = cubeRootOf(value);
    assert.ok(root ** 3n <= value && (root + 1n) ** 3n > value, `${value}`);
    const { lo, hi } = cbrt({ lo: value, hi: value });
    assert.ok(lo ** 3n <= value << (2n * P) && hi ** 3n >= value << (2n * P), `${value}`);
    assert.ok(hi - lo <= 1n, `${value}`);
  }
});
test.run();
