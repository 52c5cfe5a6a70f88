import { suite } from "uvu";
import * as assert from "uvu/assert";
import { derivation, vocabulary } from "../../../src/index.js";
import { gradeClaim } from "../../../src/derive/claims/gradeClaim.js";
import { readDeclaration } from "../../../src/derive/assumptions/declared.js";
import { claimOf } from "../claimOf.js";

const test = suite("derive: sizes of matrices");

const given = vocabulary({
  A: "matrix m x n",
  B: "matrix n x m",
  S: "symmetric matrix n x n",
  x: "vector n",
  y: "vector n",
  b: "vector m",
});

const reasonOf = (text: string): string | null => gradeClaim(claimOf(text, given), () => 0).reason;

const misfits: [claim: string, reason: RegExp][] = [
  ["A + x = x + A", /^A is m x n, x is a vector of n: they cannot be added$/],
  ["A*x = x", /^A\*x is a vector of m, x is a vector of n: they cannot be equal$/],
  ["A*b = b", /^A is m x n, b is a vector of m: they cannot be multiplied in this order/],
  ["x*y = y*x", /write transpose\(x\)\*y for the inner product, hadamard/],
  ["tr(A) = 0", /^A is m x n and not square: it has no trace$/],
  ["A^2 = A*A", /^A is m x n and not square: it has no powers$/],
  ["A^(-1)*b = x", /^A is m x n and not square: it has no powers$/],
  ["S + 1 = 1 + S", /^S is n x n, 1 is a number: they cannot be added$/],
  ["b/x = b", /^x is a vector of n: nothing is divided by it$/],
  ["2^x = 2", /^x is a vector of n: it is no exponent$/],
  ["hadamard(x, b) = hadamard(b, x)", /their entries cannot be multiplied$/],
  ["D(A*x, A) = x", /the derivative has more than two axes/],
  ["transpose(x)*S*b = 1", /^transpose\(x\)\*S is a row of n, b is a vector of m: /],
  ["exp(x) + A = 0", /^exp\(x\) is a vector of n, A is m x n: they cannot be added$/],
];

for (const [claim, reason] of misfits) {
  test(`${claim} says what does not fit`, () => {
    assert.match(reasonOf(claim) ?? "", reason);
  });
}

test("equations of a statement, and steps of a derivation, are looked at, too", () => {
  const implied = {
    ...claimOf("0 = 0", given),
    lhs: "A = x",
    relation: "=>",
    rhs: "x = A",
  } as const;
  assert.match(gradeClaim(implied, () => 0).reason ?? "", /they cannot be equal$/);
  const [step] = derivation("size.step", given).from("A + x").equals("x + A").toJSON().steps;
  assert.is(step.grade, "unknown");
  assert.match(step.reason ?? "", /they cannot be added$/);
});

test("sizes that fit are no obstacle to what is linear", () => {
  for (const claim of [
    "A + A = 2*A",
    "x + y = y + x",
    "3*b - b = 2*b",
    "A - transpose(B) = A - transpose(B)",
  ])
    assert.not.match(reasonOf(claim) ?? "", /cannot|not square/, claim);
});

test("a size that is not declared is what fits", () => {
  const open = vocabulary({ P: "matrix", Q: "matrix", x: "vector 3" });
  const reason = (text: string) => gradeClaim(claimOf(text, open), () => 0).reason ?? "";
  assert.not.match(reason("P*Q + Q*P = Q*P + P*Q"), /cannot/);
  assert.match(reason("P*x + Q = x"), /: they cannot be added$/);
  assert.match(reason("P + 2 = 2 + P"), /^P is a matrix, 2 is a number: they cannot be added$/);
});

test("a declaration states a size and what else is so", () => {
  const meaning = (text: string) => readDeclaration(text)?.meaning;
  assert.equal(meaning("A symmetric matrix n x n"), {
    is: "matrix",
    size: ["n", "n"],
    properties: ["symmetric"],
  });
  assert.equal(meaning("K positive definite matrix 2x2"), {
    is: "matrix",
    size: ["2", "2"],
    properties: ["positive definite"],
  });
  assert.equal(meaning("x vector d"), { is: "vector", size: ["d", "1"], properties: [] });
  assert.equal(meaning("A matrix"), { is: "matrix", size: undefined, properties: [] });
  assert.throws(() => readDeclaration("x symmetric vector n"), /a vector is not symmetric/);
});

test("a symmetric matrix of two lengths is none", () => {
  const claim = claimOf("S + S = 2*S", ["S symmetric matrix n x m"]);
  assert.match(
    gradeClaim(claim, () => 0).reason ?? "",
    /S is n x m: a symmetric matrix has as many/,
  );
});

test.run();
