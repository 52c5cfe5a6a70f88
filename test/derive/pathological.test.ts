import { suite } from "uvu";
import * as assert from "uvu/assert";
import { gradeClaim } from "../../src/derive/claims/gradeClaim.js";

// Input that a person would not write, or did by mistake: an answer in bounded time, and never a wrong one.

const test = suite("derive: pathological input");
/** Seconds; a machine that runs other tests beside this one may be ten times slower than an idle one. */
const bound = 30;

function grade(lhs: string, rhs: string, assumptions: string[] = [], relation: "=" | "<=" = "=") {
  const began = performance.now();
  const claim = { id: "case", lhs, relation, rhs, assumptions };
  const found = gradeClaim(claim, () => performance.now());
  const seconds = (performance.now() - began) / 1000;
  assert.ok(seconds < bound, `${lhs.slice(0, 60)} took ${seconds} s`);
  return found;
}

const many = (count: number, piece: (i: number) => string, joint = "+") =>
  Array.from({ length: count }, (_, i) => piece(i)).join(joint);

test("large powers of sums are decided without being multiplied out, or given up", () => {
  assert.is(grade("(x+y+z+1)^60", "(x+y+z+1)^59*(x+y+z+1)").grade, "proved");
  assert.is(grade("((x+y+z+1)^30)^2", "(x+y+z+1)^60").grade, "proved");
  assert.is(grade("(x+y+z+1)^60", "(x+y+z+1)^60+x").grade, "refuted");
  assert.not.match(grade("(x+y+z+1)^60-(x+y+z)^60", "1").grade, /^proved/);
});

test("towers and huge numbers are given up, each with the place", () => {
  const towers: [string, string][] = [
    ["10^10^10", "10^10^10+1"],
    ["2^2^2^2^2^2", "x"],
    ["x^(10^10)", "x^(10^10)+1"],
    ["exp(exp(exp(exp(exp(10)))))", "1"],
    ["factorial(1000000)", "1"],
    ["2^1000000", "3^1000000"],
  ];
  for (const [lhs, rhs] of towers) {
    const { grade: found, reason } = grade(lhs, rhs);
    assert.is.not(found, "proved", lhs);
    if (found !== "refuted") assert.match(reason ?? "", /gave up at|no values were found: /, lhs);
  }
});

test("long sums and products, written out or by their limits, are answered", () => {
  const names = (order: (i: number) => number) => many(3000, (i) => `x${order(i)}`);
  assert.is(
    grade(
      names((i) => i),
      names((i) => 2999 - i),
    ).grade,
    "proved",
  );
  assert.is(grade("sum(n, n, 1, 10000)", "50005000").grade, "proved");
  assert.not.match(grade("sum(1/n, n, 1, 3000)", "8").grade, /^proved/);
  assert.not.match(
    grade(
      many(200, (i) => `1/(x+${i})`),
      "0",
    ).grade,
    /^proved/,
  );
  assert.not.match(
    grade(
      many(300, (i) => `(x+${i})`, "*"),
      "1",
    ).grade,
    /^proved/,
  );
  const cube = "sum(sum(sum(i*j*k, i, 1, 300), j, 1, 300), k, 1, 300)";
  assert.not.match(grade(cube, "1").grade, /^proved/);
});

test("deep nesting and a text of a megabyte are given up at once", () => {
  const nested = (open: string, close: string, depth: number) =>
    `${open.repeat(depth)}x${close.repeat(depth)}`;
  const deep = [
    nested("(", ")", 10_000),
    nested("-", "", 20_000),
    nested("sqrt(", ")", 3000),
    nested("1/(1+", ")", 2000),
  ];
  for (const text of deep) assert.match(grade(text, "x").reason ?? "", /^gave up at a nesting/);
  for (const text of [many(250_000, () => "x*y"), "x".repeat(1_000_000), "9".repeat(1_000_000)]) {
    assert.match(grade(text, "x").reason ?? "", /^gave up at an expression of \d+ characters/);
  }
});

test("names that mean something elsewhere are names here", () => {
  assert.is(grade("m + cm", "cm + m").grade, "proved");
  assert.is(grade("m", "1").grade, "refuted");
  assert.is(grade("constructor*x", "x*constructor").grade, "proved");
  assert.is(grade("__proto__", "1").grade, "refuted");
  assert.is(grade("toString(x)", "valueOf(x)").grade, "unknown");
});

test("what is no expression is malformed, with the place where that can be told", () => {
  const texts = [
    "x +",
    "x))",
    "2 +* 3",
    '"abc"',
    "import(1, ",
    "x = 5",
    "a; b",
    "[1, 2",
    "x := 1",
    "💥",
    "x ? 1 : 0",
    "sum(x)",
  ];
  for (const text of texts) {
    const { grade: found, reason } = grade(text, "x");
    assert.is(found, "unknown", text);
    assert.match(reason ?? "", /^malformed: /, text);
  }
  assert.match(grade("x", "x", ["nonsense"]).reason ?? "", /^malformed: assumption/);
  assert.match(grade("x+1", "1+x", ["x > 0", "x < 0"]).reason ?? "", /no point was found/);
});

test.run();
