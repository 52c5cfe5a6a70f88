import { suite } from "uvu";
import * as assert from "uvu/assert";
import { gradeClaim } from "../../../src/derive/claims/gradeClaim.js";
import { claimOf } from "../claimOf.js";

const test = suite("derive: known series");

const found = (text: string, ...assumptions: string[]) =>
  gradeClaim(claimOf(text, assumptions), () => 0);

/** An endless sum, its value, a wrong one, and what is assumed. */
type Row = [sum: string, value: string, wrong: string, ...assumptions: string[]];

function holdAndFail(rows: readonly Row[]): void {
  for (const [sum, value, wrong, ...assumptions] of rows) {
    const right = found(`${sum} = ${value}`, ...assumptions);
    assert.is(right.grade, "proved", `${sum} = ${value}: ${right.reason}`);
    assert.is(found(`${sum} = ${wrong}`, ...assumptions).grade, "refuted", `${sum} = ${wrong}`);
  }
}

test("power series have their sums within the radius", () => {
  // OpenStax, Calculus Volume 2, 6.3 and 6.4 (Taylor and Maclaurin series).
  holdAndFail([
    ["sum(x^n/factorial(n), n, 0, Infinity)", "exp(x)", "exp(x) - 1"],
    ["sum((-1)^n*x^(2*n)/factorial(2*n), n, 0, Infinity)", "cos(x)", "sin(x)"],
    ["sum(x^n/n, n, 1, Infinity)", "-log(1 - x)", "log(1 - x)", "-1 <= x < 1"],
    ["sum((-1)^(n + 1)*x^n/n, n, 1, Infinity)", "log(1 + x)", "-log(1 + x)", "abs(x) < 1"],
    ["sum((-1)^n*x^(2*n)/(2*n + 1), n, 0, Infinity)", "atan(x)/x", "atan(x)", "0 < x < 1"],
    ["sum(1/(n*2^n), n, 1, Infinity)", "log(2)", "2"],
    ["sum((-1)^n/(2*n + 1), n, 0, Infinity)", "pi/4", "pi/2"],
  ]);
  const open = found("sum(x^n/n, n, 1, Infinity) = -log(1 - x)");
  assert.is(open.grade, "proved-if");
  assert.equal(
    open.conditions.map(({ text }) => text),
    ["1 - x > 0", "1 + x >= 0"],
  );
});

test("powers of the index beside a factorial give moments of Poisson's distribution", () => {
  holdAndFail([
    ["sum(exp(-a)*a^k/factorial(k), k, 0, Infinity)", "1", "a"],
    ["sum(k*exp(-a)*a^k/factorial(k), k, 0, Infinity)", "a", "1"],
    ["sum(k^2*exp(-a)*a^k/factorial(k), k, 0, Infinity)", "a^2 + a", "a^2"],
    ["sum(n^3/factorial(n), n, 1, Infinity)", "5*e", "4*e"],
  ]);
});

test("rational terms telescope, or give powers of pi", () => {
  // OpenStax, Calculus Volume 2, 5.2 (telescoping series); Graham, Knuth, Patashnik, Concrete Mathematics, 6.
  holdAndFail([
    ["sum(1/(n*(n + 1)), n, 1, Infinity)", "1", "2"],
    ["sum(1/(n*(n + 2)), n, 1, Infinity)", "3/4", "1"],
    ["sum(1/(n*(n + 1)*(n + 2)), n, 1, Infinity)", "1/4", "1/2"],
    ["sum(1/n^2, n, 1, Infinity)", "pi^2/6", "pi^2/8"],
    ["sum(1/(n + 1)^2, n, 1, Infinity)", "pi^2/6 - 1", "pi^2/6"],
    ["sum(1/n^4, n, 1, Infinity)", "pi^4/90", "pi^4/45"],
  ]);
});

test("a series that does not converge has no value, and of parts that diverge one by one nothing is said", () => {
  for (const text of [
    "sum(1/n, n, 1, Infinity) = 100",
    "sum(n, n, 1, Infinity) = -1/12",
    "sum(n/(n + 1), n, 1, Infinity) = 3",
    "sum(2^n/n, n, 1, Infinity) = 1",
  ])
    assert.match(found(text).witness?.lhs ?? "", /^undefined: .* does not converge/, text);
  assert.is(found("sum(1/(2*n) - 1/(2*n + 1), n, 1, Infinity) = 1 - log(2)").grade, "unknown");
});

test("a derivative asks for values around a place: at an end of its interval a series has none", () => {
  const log = "D(sum(x^n/n, n, 1, Infinity), x)";
  assert.is(found(`${log} = 1/(1 - x)`, "-1 < x", "x < 1").grade, "proved");
  const end = found(`${log} = 1/(1 - x)`, "-1 <= x", "x < 1");
  assert.is(end.grade, "proved-if");
  assert.ok(end.conditions.some(({ text }) => text === "1 + x > 0"));
  assert.is(found(`${log} = 1/2`, "x = -1").grade, "unknown");
  // The sum itself has a value there.
  assert.is(found("sum(x^n/n, n, 1, Infinity) = -log(1 - x)", "-1 <= x < 1").grade, "proved");
});

test.run();
