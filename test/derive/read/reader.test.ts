import { parse as mathjs } from "mathjs";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { parse } from "../../../src/derive/read/parse.js";
import { fromMathjs } from "../../../src/derive/read/mathjs.js";
import { type Expr, parts, treeKey, withParts } from "../../../src/derive/tree/expression.js";
import { random } from "../../../src/index.js";

const test = suite("derive: reading");
const source = random(20261124);
const pick = (all: string[]) => all[source.integer(0, all.length - 1)];

/** A random text of the grammar that both readers have. */
function text(depth: number): string {
  if (depth === 0) {
    return pick(["x", "y1", "D_K", "3", "0.25", ".5", "1.5e-2", "α", "x[n]", "w[i, j+1]"]);
  }
  const [a, b] = [text(depth - 1), text(depth - 1)];
  const space = pick(["", " "]);
  const forms = [
    `${a}${space}+${space}${b}`,
    `${a}-${b}`,
    `${a}*${b}`,
    `(${a})/(${b})`,
    `(${a})^${pick(["2", "n", "(1/2)", "-1", "+n"])}`,
    `-${a}`,
    `+${a}`,
    `(${a})`,
    `exp(${a})`,
    `max(${a}, ${b})`,
    `sum(${a}, n, 1, N)`,
    `[${a}, ${b}; ${b}, 1]`,
    `n!`,
    `-${pick(["x", "2"])}^2`,
    `2^3^${pick(["x", "2"])}`,
    `2${space}x`,
    `3${space}(${a})`,
    `(${a})${space}(${b})`,
    `(${a})${space}k^2`,
    `exp(${a})${space}y`,
    `n!${space}z`,
    `2 a b^2/c`,
  ];
  return pick(forms);
}

/** Without brackets in brackets of sums and products, which mathjs keeps by twos. */
function flat(expr: Expr): Expr {
  const inner = withParts(expr, parts(expr).map(flat));
  if (inner.kind === "add") {
    const terms = inner.terms.flatMap((one) => (one.kind === "add" ? one.terms : [one]));
    return { kind: "add", terms };
  }
  if (inner.kind !== "mul") return inner;
  const factors = inner.factors.flatMap((one) => (one.kind === "mul" ? one.factors : [one]));
  return { kind: "mul", factors };
}

test("ours and mathjs's reader give one tree, over 10,000 texts", () => {
  let same = 0;
  for (let i = 0; i < 10_000; i++) {
    const source = text(i % 4);
    let ours;
    try {
      ours = treeKey(flat(parse(source)));
    } catch (error) {
      // Both readings of a text are told where there are two; mathjs takes one.
      assert.match(
        (error as Error).message,
        /it is not clear where|a name right after an exponent/,
        source,
      );
      continue;
    }
    same += 1;
    assert.is(ours, treeKey(flat(fromMathjs(mathjs(source)))), source);
  }
  assert.ok(same > 9_000, `${same} of 10,000 read`);
});

/** What mathjs reads and ours refuses: a reader may take it in two ways, or it is no mathematics. */
const refused: [text: string, why: RegExp][] = [
  ["x 2", /a number right after another factor: write \* for a product, \^ for a power/],
  ["(a + b)2", /a number right after another factor/],
  ["a×b", /write \* for a product/],
  ["$x$", /LaTeX is written tex`…`/],
  ["x[1](y)", /write \* between an entry and a bracket/],
  ["(x)[1]", /an entry is written x\[n\]/],
  ["x mod 3", /write x - n\*floor\(x\/n\) for a remainder/],
  ["5 m to cm", /no name is a unit/],
  ["x'", /write D\(e, x\) for a derivative/],
  ["a .* b", /write it without the point/],
  ["x.y", /a name has no point in it: write exp\(x\) for np\.exp\(x\)/],
  ["1:n", /write y = x for a definition or an assignment, without the colon/],
  ["a ? b : c", /write each case as a statement of its own: x > 0 => y = x/],
  ["(a == b)", /a relation stands between two sides and in no bracket/],
  ["f()", /f\(\) has no argument: write f for a quantity, f\(x\) for a function/],
];

/** What is said of a text that cannot be read. */
function refusal(text: string): string {
  try {
    parse(text);
  } catch (error) {
    return (error as Error).message;
  }
  return `${text} is read`;
}

for (const [text, why] of refused) {
  test(`${text} is read by mathjs and refused here, with what to write`, () => {
    assert.ok(mathjs(text));
    assert.match(refusal(text), why);
  });
}

/** What neither reads, with the place. */
const broken: [text: string, message: string][] = [
  ["x +", "a number, a name or ( must stand here, it ends here\n    x +\n       ^"],
  ["1 + * 2", "a number, a name or ( must stand here, got *\n    1 + * 2\n        ^"],
  ["2*(x + 1", "no ) closes this bracket\n    2*(x + 1\n      ^"],
  ["x) + 1", "no bracket is open here\n    x) + 1\n     ^"],
  ["max(x; y)", "leave it out, or write a comma between arguments\n    max(x; y)\n         ^"],
  ["x – 1", "write - for a minus\n    x – 1\n      ^"],
  [
    "|x|",
    "write abs(x) for an absolute value, b = k*a where a divides b; an event is p(C=1 | T=1)\n    |x|\n    ^",
  ],
  [
    "p(x^2=1)",
    "an event is (C=1) or (C=1 | T=1), or written atMost(X, c), atLeast(X, c), lessThan(X, c), moreThan(X, c)\n    p(x^2=1)\n     ^",
  ],
  ["x\n + y z +\n", "a number, a name or ( must stand here, it ends here\n    \n    ^"],
];

for (const [text, message] of broken) {
  test(`${JSON.stringify(text)} is refused at its place`, () => {
    assert.is(refusal(text), `cannot read this expression: ${message}`);
  });
}

test("of a long line the part around the place is shown", () => {
  const long = `${"x+".repeat(200)}*${"+y".repeat(200)}`;
  assert.match(refusal(long), /^[^\n]*got \*\n {4}… [x+]{60}\*[+y]{59} …\n {4} {62}\^$/);
});
test("decimals are exact, with an exponent too", () => {
  assert.is(treeKey(parse("0.1")), "1/10");
  assert.is(treeKey(parse("2.5e-3")), "1/400");
  assert.is(treeKey(parse("12345678901234567890")), "12345678901234567890");
});
test("a name beside a number is a factor and no unit", () => {
  assert.is(treeKey(parse("3 cm")), treeKey(parse("3*cm")));
});
test("statements and events are read", () => {
  assert.is(treeKey(parse("x = 2 or x > 3")), "or(=(x,2),<(3,x))");
  assert.is(treeKey(parse("0 < x <= 1")), "and(<(0,x),<=(x,1))");
  assert.is(treeKey(parse("p(C=1 | T=0)")), "p(C=1|T=0)");
});
test("a text that is too long, too deep or no expression is refused with its reason", () => {
  assert.throws(() => parse("(".repeat(10_000) + "x" + ")".repeat(10_000)), /nesting deeper than/);
  assert.throws(() => parse("-+".repeat(10_000) + "x"), /nesting deeper than/);
  assert.throws(() => parse("x+".repeat(500_000) + "x"), /an expression of 1000001 characters/);
  assert.throws(() => parse(""), /^expression must be a text that is not empty$/);
});
test.run();
