import { suite } from "uvu";
import * as assert from "uvu/assert";
import { tex, vocabulary } from "../../../src/index.js";
import { Derivation } from "../../../src/derive/derivation/derivation.js";
import { gradeClaim } from "../../../src/derive/claims/gradeClaim.js";
import { expressionLatex } from "../../../src/derive/notation/latex.js";
import { parse } from "../../../src/derive/read/parse.js";
import { parseLatex } from "../../../src/engine/readLatex.js";
import { treeKey } from "../../../src/derive/tree/expression.js";
import { claimOf } from "../claimOf.js";

const test = suite("derive: what complex numbers mean");

const declared = vocabulary({ i: "imaginary unit", z: "complex", w: "complex" });
function graded(claim: string, ...more: string[]): string {
  const found = gradeClaim({ ...claimOf(claim, [...declared, ...more]), id: "claim" }, () => 0);
  const open = found.conditions.filter(({ metBy }) => metBy === undefined).map(({ text }) => text);
  const at = found.witness ? JSON.stringify(found.witness.point) : undefined;
  return `${found.grade}: ${found.reason ?? at ?? open.join(", ")}`;
}

test("a name is real unless it is declared complex", () => {
  assert.match(graded("abs(x)^2 = x^2"), /^proved/);
  assert.match(graded("abs(z)^2 = z^2"), /^refuted: \{"z":"[^"]*i"\}/);
  assert.match(graded("conj(x) = x"), /^proved/);
  assert.match(graded("conj(z) = z"), /^refuted/);
});

test("complex numbers have no order, what is real of them has one", () => {
  assert.match(graded("z < w"), /^unknown: .*no order/);
  assert.match(graded("0 <= z*conj(z)"), /^proved/);
  assert.match(graded("re(z) <= abs(z)"), /^proved/);
  assert.match(graded("x = x + 0*z", "z < 1"), /^unknown: .*no order/);
});

test("where a branch matters nothing is claimed", () => {
  for (const claim of [
    "log(z*w) = log(z) + log(w)",
    "log(exp(z)) = z",
    "exp(log(z)) = z",
    "sqrt(z^2) = z",
    "sqrt(z*w) = sqrt(z)*sqrt(w)",
    "arg(z*w) = arg(z) + arg(w)",
    "(exp(i*t))^a = exp(i*a*t)",
    "(z^2)^(1/2) = z",
    "i^i = exp(pi/2)",
    "sqrt(-9) = -3*i",
    "(-8)^(1/3) = 1 + i*sqrt(3)",
    "asin(x) + i*0 = asin(x)",
  ])
    assert.match(graded(claim), /^unknown: /, claim);
  assert.match(graded("sqrt(-9) = 3*i"), /^proved/);
  assert.match(graded("log(-1) = i*pi"), /^proved/);
});

test("a divisor that may be 0 is a condition, and what is assumed meets it", () => {
  assert.match(graded("z/z = 1"), /^proved-if: re\(z\)\^2 \+ im\(z\)\^2 != 0$/);
  assert.match(graded("z/z = 1", "z != 0"), /^proved: $/);
  assert.match(graded("1/z = conj(z)", "abs(z) = 1"), /^proved/);
  assert.match(graded("1/(1 - z)*(1 - z) = 1", "abs(z) < 1"), /^proved: $/);
});

test("a sum of roots of unity is 0 where the ratio is not 1, and only there", () => {
  const claim = "sum(exp(2*pi*i*j*k/N), k, 0, N - 1) = 0";
  assert.match(graded(claim, "N integer >= 2", "j integer >= 1", "j < N"), /^proved: $/);
  assert.match(graded(claim, "N integer >= 2", "j integer >= 0"), /^(?:refuted|proved-if: .*sin)/);
});

test("powers with a whole exponent hold for every number, and under a sum they are no constants", () => {
  assert.match(graded("(z*w)^n = z^n*w^n", "n integer >= 1"), /^proved/);
  assert.match(graded("z^(n + 2) = z^n*z^2", "n integer >= 1"), /^proved/);
  assert.match(graded("z^n = w^n", "n integer >= 1"), /^refuted/);
  assert.match(graded("sum(k*z^k, k, 0, n) = z^n", "n integer >= 1"), /^(?:refuted|unknown)/);
  assert.match(graded("D((1 + i*t)^n, t) = 0", "n integer >= 1"), /^(?:refuted|unknown)/);
});

test("what is assumed of a name says nothing of it where it is bound", () => {
  const claim = "integrate(abs(t)*exp(0*i), t, -1, 1) = integrate(t, t, -1, 1)";
  assert.match(graded(claim, "t > 0"), /^(?:refuted|unknown)/);
});

test("implications hold between complex numbers", () => {
  assert.match(graded("z^2 = -1 <=> z = i or z = -i"), /^proved/);
  assert.match(graded("z^2 = 1 => z = 1"), /^refuted/);
  assert.match(graded("conj(z) = z <=> im(z) = 0"), /^proved/);
});

test("a letter that is not declared is not taken for the unit", () => {
  const { grade, reason } = gradeClaim(
    { ...claimOf("z + i = i + z", ["z complex"]), id: "claim" },
    () => 0,
  );
  assert.is(grade, "unknown");
  assert.match(reason ?? "", /declare `i imaginary unit`/);
});

test("a derivation in LaTeX takes bars, stars and bars around for what they are of complex numbers", () => {
  const derivation = new Derivation("test.modulus", declared);
  derivation
    .from(tex`|z + w|^2`)
    .equals(tex`(z + w)\overline{(z + w)}`)
    .equals(tex`|z|^2 + z\bar{w} + \bar{z} w + |w|^2`)
    .equals(tex`|z|^2 + 2\operatorname{Re}(z\bar{w}) + |w|^2`);
  assert.is(derivation.grade, "proved");
});

test("parts, conjugates and angles are written as LaTeX that is read as the same", () => {
  for (const text of ["re(z)", "conj(z*w)", "im(z + w)", "arg(z)", "abs(z)^2"]) {
    const tree = parse(text);
    assert.is(treeKey(parseLatex(expressionLatex(tree)).tree), treeKey(tree), text);
  }
});

test.run();
