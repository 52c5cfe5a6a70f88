import { suite } from "uvu";
import * as assert from "uvu/assert";
import { random, rational, sum } from "../../src/index.js";

const test = suite("rational");
test("a decimal text is exact", () => {
  assert.equal(
    ["0.9", "1/3", "-2.5e-3", "6/4", "1e3", " 7 "].map((text) => `${rational(text)}`),
    ["9/10", "1/3", "-1/400", "3/2", "1000", "7"],
  );
  assert.is(`${rational(-6, -4)}`, "3/2");
  assert.is(`${rational(10n, 4n)}`, "5/2");
});
test("the operations are those of fractions", () => {
  const [a, b] = [rational("1/2"), rational("-2/3")];
  assert.equal(
    [a.add(b), a.sub(b), a.mul(b), a.div(b), b.abs(), b.neg(), b.pow(3), b.pow(-2)].map(String),
    ["-1/6", "7/6", "-1/3", "-3/4", "2/3", "2/3", "-8/27", "9/4"],
  );
  assert.equal([a.compare(b), b.compare(a)], [1, -1]);
  assert.equal([b.inv(), a.inv(), b.abs(), a.abs()].map(String), ["-3/2", "2", "2/3", "1/2"]);
  assert.is(`${rational(0).pow(0)}`, "1"); // the empty product
  assert.throws(() => rational(0).inv(), /^Rational\.inv: value must be other than 0, got 0$/);
  assert.is(a.compare(rational("2/4")), 0);
  assert.is(a.equals(rational("0.5")), true);
  assert.equal(
    [rational("-7/2").floor(), rational("7/2").floor(), rational("-4").floor()],
    [-4n, 3n, -4n],
  );
  assert.equal(
    [b.sign, rational(0).sign, a.sign, a.isInteger, rational(3).isInteger],
    [-1, 0, 1, false, true],
  );
});
test("sums, differences, products and quotients are in lowest terms, whatever their parts share", () => {
  const source = random(12);
  const some = () => {
    const size = [3, 12, 1_000_000][source.integer(0, 2)];
    const long = source.integer(0, 3) === 0 ? 2n ** 70n * 3n : 1n;
    const top = BigInt(source.integer(-size, size)) * long;
    return rational(top, BigInt(source.integer(1, size)) * long * (source.integer(0, 1) ? 6n : 1n));
  };
  const lowest = (num: bigint, den: bigint): string => {
    let [a, b] = [num < 0n ? -num : num, den < 0n ? -den : den];
    while (b > 0n) [a, b] = [b, a % b];
    const by = den < 0n ? -a : a;
    return den / by === 1n ? `${num / by}` : `${num / by}/${den / by}`;
  };
  for (let i = 0; i < 2000; i++) {
    const [{ num: a, den: b }, { num: c, den: d }] = [some(), some()];
    const [x, y] = [rational(a, b), rational(c, d)];
    assert.is(`${x.add(y)}`, lowest(a * d + c * b, b * d));
    assert.is(`${x.sub(y)}`, lowest(a * d - c * b, b * d));
    assert.is(`${x.mul(y)}`, lowest(a * c, b * d));
    if (c !== 0n) assert.is(`${x.div(y)}`, lowest(a * d, b * c));
  }
});
test("toNumber is the nearest double, as the division of doubles is", () => {
  const source = random(11);
  for (let i = 0; i < 5000; i++) {
    const [num, den] = [
      source.integer(-(2 ** 53) + 1, 2 ** 53 - 1),
      source.integer(1, 2 ** 53 - 1),
    ];
    assert.is(rational(num, den).toNumber(), num / den);
  }
  for (const text of [
    "5e-324",
    "3e-324",
    "2.2250738585072011e-308",
    "1.7976931348623157e308",
    "0.1",
  ]) {
    assert.is(rational(text).toNumber(), Number(text));
  }
  assert.is(rational("1e400").toNumber(), Infinity);
});
test("toFixed rounds half away from zero", () => {
  assert.equal(
    [
      rational("0.125").toFixed(2),
      rational("-0.125").toFixed(2),
      rational("-0.001").toFixed(2),
      rational("7/2").toFixed(0),
      rational("10/343").toFixed(4),
    ],
    ["0.13", "-0.13", "0.00", "4", "0.0292"],
  );
});
test("a fraction shows itself with its decimal", () => {
  const shown = (text: string) =>
    rational(text)[Symbol.for("Jupyter.display") as never] as never as () => Record<string, string>;
  const bundle = (text: string) => shown(text).call(rational(text));
  assert.equal(bundle("10/343"), {
    "text/plain": "10/343 ≈ 0.0292",
    "text/latex": "$\\frac{10}{343} \\approx 0.0292$",
  });
  assert.equal(bundle("-9/10")["text/plain"], "-9/10 = -0.9");
  assert.equal(
    ["1/2", "-1/2", "7", "-7", "0"].map((text) => rational(text).toLatex()),
    ["\\frac{1}{2}", "-\\frac{1}{2}", "7", "-7", "0"],
  );
  assert.equal(bundle("7")["text/plain"], "7");
});
test("what is not exact is refused", () => {
  assert.throws(
    () => rational(0.1),
    /^rational: value must be a string or a safe integer, got 0\.1: a double is not exact, write "0\.1"$/,
  );
  assert.throws(
    () => rational("x"),
    /^rational: value must be a number such as "0\.9" or "1\/3", got "x"$/,
  );
  assert.throws(() => rational(1, 0), /^rational: denominator must be other than 0, got 0$/);
  assert.throws(() => rational("1/0"), /^rational: denominator must be other than 0, got 0$/);
  assert.throws(
    () => rational(1).div(rational(0)),
    /^Rational\.div: divisor must be other than 0, got 0$/,
  );
  assert.throws(
    () => rational(0).pow(-1),
    /^Rational\.pow: exponent must be >= 0 for base 0, got -1$/,
  );
});
test("sum does not lose small terms among large ones", () => {
  assert.is(sum([1, 1e100, 1, -1e100]), 2); // Neumaier's example
});
test.run();
