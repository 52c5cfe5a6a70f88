import { suite } from "uvu";
import * as assert from "uvu/assert";
import { derivation } from "../../../src/index.js";
import { gradeClaim } from "../../../src/derive/claims/gradeClaim.js";
import { claimOf } from "../claimOf.js";

const test = suite("derive: orders of growth by limits");

const grade = (text: string, ...assumptions: string[]): string =>
  gradeClaim(claimOf(text, assumptions), () => 0).grade;

/** A growth that holds, and one that does not. */
type Row = [holds: string, fails: string, ...assumptions: string[]];

function holdAndFail(rows: readonly Row[]): void {
  for (const [holds, fails, ...assumptions] of rows) {
    assert.is(grade(holds, ...assumptions), "proved", holds);
    assert.is(grade(fails, ...assumptions), "refuted", fails);
  }
}

test("growth of one name is decided by the quotient", () => {
  // Cormen, Leiserson, Rivest, Stein, Introduction to Algorithms, 3; Graham, Knuth, Patashnik, Concrete Mathematics, 9.
  holdAndFail([
    ["1/(n + 1) = O(1/n)", "1/(n + 1) = O(1/n^2)"],
    ["floor(n/2) = O(n)", "floor(n/2) = o(n)"],
    ["log(n + 1) = O(log(n))", "log(n + 1) = o(log(n))"],
    ["sqrt(n^2 + 1) = O(n)", "sqrt(n^2 + 1) = o(n)"],
    ["n^2 + n = Theta(n^2)", "n^2 + n = Theta(n^3)"],
    ["n*log(n) = o(n^2)", "n^2 = o(n*log(n))"],
    ["2^n = Omega(n^10)", "n^10 = Omega(2^n)"],
    ["log(n!) = Theta(n*log(n))", "log(n!) = Theta(n^2)"],
    ["n! = o(n^n)", "n^n = O(n!)"],
    ["2^(n + 1) = O(2^n)", "2^(2*n) = O(2^n)"],
    ["log(n)^5 = o(n^(1/10))", "n^(1/10) = O(log(n)^5)"],
    ["sqrt(n^2 + n) ~ n", "2*n ~ n"],
    ["n! ~ sqrt(2*pi*n)*(n/e)^n", "n! ~ n^n"],
    ["binomial(2*n, n) ~ 4^n/sqrt(pi*n)", "binomial(2*n, n) ~ 4^n"],
  ]);
});

test("a name goes where an assumption says", () => {
  holdAndFail([
    ["exp(x) - 1 - x = O(x^2)", "exp(x) - 1 - x = O(x^3)", "x -> 0"],
    ["sin(x) - x = o(x^2)", "sin(x) - x = o(x^3)", "x -> 0"],
    ["1 - cos(x) ~ x^2/2", "1 - cos(x) ~ x^2", "x -> 0"],
    ["log(x) ~ x - 1", "log(x) ~ x", "x -> 1"],
    ["x^3 = o(x^2)", "x^2 = o(x^3)", "x -> 0 above"],
    ["sqrt(x^2 + 1) ~ -x", "sqrt(x^2 + 1) ~ x", "x -> -Infinity"],
    ["n^a = O(n^b)", "n^b = O(n^a)", "n -> Infinity", "a < b"],
  ]);
  assert.is(grade("1/x = O(1)", "0 < x < 1"), "unknown");
});

test("several names grow together, and then a bound is shown", () => {
  holdAndFail([
    ["(n + m)^2 = O(n^2 + m^2)", "(n + m)^3 = O(n^2 + m^2)"],
    ["n*m = O(n^2 + m^2)", "n*m = O(n + m)"],
    ["max(n, m) = O(n + m)", "n + m = O(n)"],
  ]);
  assert.is(grade("n = o(n + m)"), "unknown");
});

test("what swings between bounds is told from what stays away from 0", () => {
  assert.is(grade("(-1)^n = O(1)", "n integer >= 1"), "proved");
  assert.is(grade("n*(2 + sin(n)) = Theta(n)"), "proved");
  assert.is(grade("n*(1 + sin(n)) = Theta(n)"), "unknown");
  assert.is(grade("x*sin(1/x) = O(x)", "x -> 0"), "proved");
});

test("a step of a derivation states an order by the right side", () => {
  const made = derivation("a.growth").from("n^2 + 3*n").equals("Theta(n^2)");
  assert.is(made.toJSON().steps.at(-1)?.grade, "proved");
});

test.run();
