import { suite } from "uvu";
import * as assert from "uvu/assert";
import { vocabulary } from "../../../src/index.js";
import { gradeClaim } from "../../../src/derive/claims/gradeClaim.js";
import type { Grade } from "../../../src/record/types.js";
import { claimOf } from "../claimOf.js";

const test = suite("derive: algebra of matrices of symbolic size");

const given = vocabulary({
  A: "matrix n x n",
  B: "matrix n x n",
  C: "matrix n x n",
  D: "matrix m x m",
  X: "matrix m x n",
  S: "symmetric matrix n x n",
  Q: "orthogonal matrix n x n",
  P: "invertible matrix n x n",
  K: "positive definite matrix n x n",
  U: "matrix n x k",
  V: "matrix k x n",
  W: "matrix k x k",
  x: "vector n",
  y: "vector n",
});

const graded = (text: string, ...more: string[]) =>
  gradeClaim(claimOf(text, [...given, ...more]), () => 0);

const claims: Record<Exclude<Grade, "assumed" | "tested">, string[]> = {
  proved: [
    "tr(A*B*C) = tr(C*A*B)",
    "transpose(A*B) = transpose(B)*transpose(A)",
    "transpose(x)*A*y = transpose(y)*transpose(A)*x",
    "transpose(x)*S*y = transpose(y)*S*x",
    "(A + B)^2 = A^2 + A*B + B*A + B^2",
    "norm(Q*x) = norm(x)",
    "Q*transpose(Q) = transpose(Q)*Q",
    "det(Q)^2 = 1",
    "det(2*A) = 2^n*det(A)",
    "det(-A) = (-1)^n*det(A)",
    "det(A*B) = det(B*A)",
    "norm(x - y)^2 = norm(x)^2 - 2*transpose(x)*y + norm(y)^2",
    "tr(A + I) = tr(A) + n",
    "tr(x*transpose(y)) = inner(x, y)",
    "P^(-1)*P = I",
    "(P*Q)^(-1) = transpose(Q)*P^(-1)",
    "x*transpose(x)*x = transpose(x)*x*x",
    "A^T*B = transpose(A)*B",
    "hadamard(x, y) = diag(x)*y",
    "vec(A*B*C) = kron(transpose(C), A)*vec(B)",
    "tr(transpose(A)*B) = transpose(vec(A))*vec(B)",
    "det(kron(A, D)) = det(A)^m*det(D)^n",
    "kron(A, D)*kron(B, D) = kron(A*B, D^2)",
  ],
  "proved-if": [
    "(A*B)^(-1) = B^(-1)*A^(-1)",
    "A*A^(-1) = I",
    "(c*A)^(-1) = A^(-1)/c",
    "((A + B)^(-1))^(-1) = A + B",
    "log(det(A*B)) = log(det(A)) + log(det(B))",
    "(I + A*B)^(-1)*A = A*(I + B*A)^(-1)",
    "(A + U*W*V)^(-1) = A^(-1) - A^(-1)*U*(W^(-1) + V*A^(-1)*U)^(-1)*V*A^(-1)",
    "kron(A, B)^(-1) = kron(A^(-1), B^(-1))",
  ],
  refuted: [
    "A*B = B*A",
    "tr(A*B*C) = tr(A*C*B)",
    "transpose(A*B) = transpose(A)*transpose(B)",
    "transpose(x)*A*y = transpose(y)*A*x",
    "(A + B)^2 = A^2 + 2*A*B + B^2",
    "(A*B)^(-1) = A^(-1)*B^(-1)",
    "(A + B)^(-1) = A^(-1) + B^(-1)",
    "det(2*A) = 2*det(A)",
    "det(A + B) = det(A) + det(B)",
    "det(Q) = 1",
    "tr(A*B) = tr(A)*tr(B)",
    "norm(A, F)^2 = tr(A^2)",
    "vec(A*B*C) = kron(C, A)*vec(B)",
    "det(kron(A, D)) = det(A)^n*det(D)^m",
    "diag(x)*A = A*diag(x)",
    "(I + A*B)^(-1)*A = A*(I + A*B)^(-1)",
    "(A + U*W*V)^(-1) = A^(-1) + A^(-1)*U*(W^(-1) + V*A^(-1)*U)^(-1)*V*A^(-1)",
    "2*A = 3*A",
    "I - A = I + A",
  ],
  unknown: ["norm(A) = 1", "exp(A) = A", "E1*x = x", "x[1] = 2"],
};

for (const [grade, texts] of Object.entries(claims)) {
  for (const text of texts)
    test(`${text} is ${grade}`, () => {
      assert.is(graded(text).grade, grade, graded(text).reason ?? "");
    });
}

test("a diagonal beside a matrix is no number", () => {
  assert.is(graded("det(A*diag(x)) = det(A)*total(x)").grade, "refuted");
  assert.is(graded("(A*diag(x))^(-1) = A^(-1)*diag(x)^(-1)").grade, "refuted");
  assert.is.not(graded("(A*diag(x))^(-1) = diag(x)^(-1)*A^(-1)").grade, "refuted");
  assert.not.match(graded("det(A*diag(x)) = det(diag(x)*A)").reason ?? "", /disagree/);
});

test("an inverse is shown as a condition, unless the declarations say that it is there", () => {
  const texts = (claim: string, ...more: string[]) =>
    graded(claim, ...more).conditions.map(({ text, metBy }) => `${text} ${metBy ?? "open"}`);
  assert.equal(texts("A*A^(-1) = I"), ["A is invertible open"]);
  assert.equal(texts("P*P^(-1) = I"), ["P is invertible P invertible matrix n x n"]);
  const ridge =
    "(transpose(X)*X + c*I)^(-1)*transpose(X) = transpose(X)*(X*transpose(X) + c*I)^(-1)";
  assert.is(graded(ridge, "c > 0").grade, "proved");
  assert.equal(texts(ridge, "c > 0"), [
    "transpose(X)*X + c*I is invertible c > 0",
    "X*transpose(X) + c*I is invertible c > 0",
  ]);
  assert.is(graded(ridge).grade, "proved-if");
});

test("a refutation shows small matrices, and the sides that they give", () => {
  const { witness } = graded("A*B = B*A");
  const { n, A, B } = witness!.point;
  assert.is(n, "2");
  const [a, b] = [A, B].map((text) => JSON.parse(text) as number[][]);
  const product = (one: number[][], other: number[][]) =>
    one.map((row) =>
      other[0].map((_, j) => row.reduce((sum, value, k) => sum + value * other[k][j], 0)),
    );
  assert.equal(JSON.parse(witness!.lhs), product(a, b));
  assert.equal(JSON.parse(witness!.rhs), product(b, a));
});

test("what is assumed of numbers holds at the matrices that are shown", () => {
  const { grade, witness } = graded("c*A = A", "c > 3");
  assert.is(grade, "refuted");
  assert.is(witness!.point.c, graded("c*A = A", "c > 3").witness!.point.c);
  const [top, below = "1"] = witness!.point.c.split("/");
  assert.ok(Number(top) / Number(below) > 3);
});

test("I and T that are said to be numbers are none of matrices", () => {
  assert.is(graded("I*x = x", "I real").grade, "refuted");
  assert.is.not(graded("c^T*x = c^T*x + 0*x", "T integer >= 1").grade, "refuted");
});

test.run();
