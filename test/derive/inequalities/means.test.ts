import { suite } from "uvu";
import * as assert from "uvu/assert";
import { gradeClaim } from "../../../src/derive/claims/gradeClaim.js";
import { claimOf } from "../claimOf.js";

// Boyd: Boyd and Vandenberghe, Convex Optimization, 2004, 3.1.8. CT: Cover and Thomas, Elements of Information Theory, second
// edition, 2.6.
const test = suite("derive: inequalities between means of random variables");

const graded = (text: string, assumptions: readonly string[] = []) =>
  gradeClaim(claimOf(text, [...assumptions]), () => 0);

const random = (...names: string[]) => names.map((name) => `${name} random variable`);

test("a convex function of a mean is at most the mean of the function, a concave one at least", () => {
  const rows: [reference: string, claim: string, ...assumptions: string[]][] = [
    ["Boyd", "exp(E(X)) <= E(exp(X))"],
    ["Boyd", "E(X)^4 <= E(X^4)"],
    ["CT", "E(log(X)) <= log(E(X))", "X > 0"],
    ["CT", "E(X)*log(E(X)) <= E(X*log(X))", "X > 0"],
    ["Boyd", "1/E(X) <= E(1/X)", "X > 0"],
    ["Boyd", "E(sqrt(X)) <= sqrt(E(X))", "X >= 0"],
    ["Boyd", "E(X)^3 <= E(X^3)", "X >= 0"],
  ];
  for (const [reference, claim, ...given] of rows) {
    const { grade, rules, reason } = graded(claim, [...random("X"), ...given]);
    assert.is(grade, "proved-if", `${reference}: ${claim}: ${reason}`); // the means are finite
    assert.ok(rules.includes("jensen"), claim);
  }
});

test("the contrary is refuted, and so is a factor that depends on chance outside of the mean", () => {
  assert.is(graded("log(E(X)) <= E(log(X))", [...random("X"), "X > 0"]).grade, "refuted");
  assert.is(graded("Y*exp(E(X)) <= E(Y*exp(X))", [...random("X", "Y"), "Y > 0"]).grade, "refuted");
  for (const claim of ["1/E(X) <= E(1/X)", "E(X)^3 <= E(X^3)", "exp(E(X)) < E(exp(X))"])
    assert.not.match(graded(claim, random("X")).grade, /proved|tested/, claim);
});

test("a correlation lies between -1 and 1, as roots of products show", () => {
  for (const claim of ["-1 <= Corr(X, Y)", "Corr(X, Y) <= 1", "Cov(X, Y) <= sd(X)*sd(Y)"])
    assert.is(graded(claim, random("X", "Y")).grade, "proved-if", claim);
  const bounds = ["c^2 <= a*b", "a >= 0", "b >= 0"];
  assert.is(graded("-sqrt(a)*sqrt(b) <= c", bounds).grade, "proved");
  assert.is(graded("sqrt(a)*sqrt(b) <= c", bounds).grade, "refuted");
});

test.run();
