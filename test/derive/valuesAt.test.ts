import { suite } from "uvu";
import * as assert from "uvu/assert";
import { rational } from "../../src/num/index.js";
import { Derivation, symbols } from "../../src/derive/index.js";

const test = suite("derive: the values of a chain at a point");

const begin = (...assumptions: string[]) => new Derivation("a.b", assumptions);

test("rational values are exact, others to twelve places", () => {
  const [row] = begin("a < b")
    .from("(b^2 - a^2)/(2*(b - a))")
    .equals("(a + b)/2")
    .at({ a: "1/3", b: rational(7) });
  assert.equal(row, {
    lhs: "(b^2 - a^2)/(2*(b - a))",
    relation: "=",
    rhs: "(a + b)/2",
    left: "11/3",
    right: "11/3",
  });
  assert.is(begin().from("exp(x)").equals("1 + x").at({ x: 1 })[0].left, "≈ 2.718281828459"); // e
});
test("entries and lists take arrays, exact like names", () => {
  const mean = begin("N integer >= 1")
    .from("sum(x[n], n, 1, N)/N")
    .equals("m")
    .at({ x: [2, 4, "9/2"], N: 3, m: 0 });
  assert.is(mean[0].left, "7/2");
  const chain = begin()
    .define("X", symbols("x", [2, 2]))
    .from("transpose(X)")
    .equals("X");
  assert.is(
    chain.at({
      X: [
        [1, 2],
        [3, 4],
      ],
    })[0].left,
    "[[1, 3], [2, 4]]",
  );
  assert.throws(() => chain.at({ X: [[1, 2]] }), /^at: X must have size 2 x 2$/);
});
test("a statement holds or fails", () => {
  const rows = begin("a != 0").from("a*x = b").iff("x = b/a").at({ a: 2, x: 3, b: 6 });
  assert.equal([rows[0].left, rows[0].right], ["holds", "holds"]);
  const [row] = begin().from("x^2 = 4").iff("x = 2 or x < -5").at({ x: -2 });
  assert.equal([row.left, row.right], ["holds", "fails"]);
});
test("where a side has no value, the reason is given", () => {
  const [row] = begin().from("x/x").equals("log(x)").at({ x: 0 });
  assert.match(row.left, /^undefined: /);
  assert.match(row.right, /^undefined: /);
  assert.match(
    begin().from("x").equals("x + y").at({ x: 1 })[0].right,
    /^no value: y has no value here$/,
  );
});
test("a point that breaks an assumption, or speaks of a defined name, is refused", () => {
  assert.throws(() => begin("a < b").at({ a: 3, b: 1 }), /^at: the point must satisfy a < b$/);
  assert.throws(
    () => begin().define("S", "1").at({ S: 2 }),
    /^at: S must have no value, since it is defined$/,
  );
  assert.throws(
    () => begin().at({ x: 0.5 }),
    /^at: x must be exact, got the double 0\.5; write "0\.5"$/,
  );
});
test.run();
