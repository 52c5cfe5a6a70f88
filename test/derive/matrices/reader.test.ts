import { suite } from "uvu";
import * as assert from "uvu/assert";
import { vocabulary } from "../../../src/index.js";
import { gradeClaim } from "../../../src/derive/claims/gradeClaim.js";
import { claimOf } from "../claimOf.js";

// True and false claims of a reader who had not seen what the engine says of them: dropped transposes, turned products,
// missing factors, sizes that do not fit.
const test = suite("derive: claims of a reader about matrices");

const given = vocabulary({
  A: "matrix n x n",
  B: "matrix n x n",
  C: "matrix n x n",
  X: "matrix m x n",
  S: "symmetric matrix n x n",
  Q: "orthogonal matrix n x n",
  P: "invertible matrix n x n",
  K: "positive definite matrix n x n",
  x: "vector n",
  y: "vector n",
  b: "vector m",
});

const gradeOf = (text: string): string => gradeClaim(claimOf(text, given), () => 0).grade;

const right = [
  "(A + B)*transpose(C) = A*transpose(C) + B*transpose(C)",
  "tr(A*transpose(A)) = norm(A, F)^2",
  "transpose(x)*A*x = 1/2*transpose(x)*(A + transpose(A))*x",
  "(P*A*P^(-1))^2 = P*A^2*P^(-1)",
  "tr(P*A*P^(-1)) = tr(A)",
  "det(P*A*P^(-1)) = det(A)",
  "(A - B)*(A + B) = A^2 + A*B - B*A - B^2",
  "norm(X*x - b)^2 = transpose(x)*transpose(X)*X*x - 2*transpose(b)*X*x + transpose(b)*b",
  "grad(1/2*norm(X*x - b)^2, x) = transpose(X)*(X*x - b)",
  "(transpose(X)*X)^(-1)*transpose(X)*X = I",
  "(X*(transpose(X)*X)^(-1)*transpose(X))^2 = X*(transpose(X)*X)^(-1)*transpose(X)",
  "transpose(I - 2*x*transpose(x)) = I - 2*x*transpose(x)",
  "(I - 2*x*transpose(x)/(transpose(x)*x))^2 = I",
  "total(hadamard(A, B)) = tr(transpose(A)*B)",
  "K^(-1)*K*K^(-1) = K^(-1)",
  "(A^(-1) + B^(-1))^(-1) = A*(A + B)^(-1)*B",
  "transpose(S*A) = transpose(A)*S",
];

const wrong = [
  "(A + B)*transpose(C) = transpose(C)*A + transpose(C)*B",
  "tr(A*A) = norm(A, F)^2",
  "transpose(x)*A*x = transpose(x)*A",
  "transpose(x)*A*x = transpose(x)*(A + transpose(A))*x",
  "(P*A*P^(-1))^2 = P^2*A^2*P^(-2)",
  "P*A*P^(-1) = A",
  "(A*B)^2 = A^2*B^2",
  "(A - B)*(A + B) = A^2 - B^2",
  "A^(-1)*B = B*A^(-1)",
  "X*x = x*X",
  "transpose(X)*X = X*transpose(X)",
  "(X*x)^(-1) = x",
  "norm(X*x - b)^2 = transpose(x)*transpose(X)*X*x - transpose(b)*X*x + transpose(b)*b",
  "grad(norm(X*x - b)^2, x) = 2*X*(X*x - b)",
  "grad(norm(X*x - b)^2, x) = transpose(X)*(X*x - b)",
  "X*(transpose(X)*X)^(-1)*transpose(X) = I",
  "(transpose(X)*X)^(-1) = X^(-1)*transpose(X)^(-1)",
  "(I - 2*x*transpose(x))*(I - 2*x*transpose(x)) = I",
  "det(A + I) = det(A) + 1",
  "tr(I*A) = n*tr(A)",
  "kron(A, B) = kron(B, A)",
  "hadamard(A, B) = A*B",
  "tr(hadamard(A, B)) = tr(A*B)",
  "diag(x)*y = transpose(x)*y",
  "norm(x + y)^2 = norm(x)^2 + norm(y)^2",
  "norm(2*x) = 4*norm(x)",
  "log(det(A + B)) = log(det(A)) + log(det(B))",
  "(A^(-1) + B^(-1))^(-1) = A + B",
  "A*A^(-1) = 0",
  "S*A = A*S",
  "Q^2 = I",
  "grad(tr(X*transpose(X)), X) = X",
  "D(softmax(x), x) = diag(softmax(x))",
];

for (const text of right)
  test(`${text} is proved`, () => {
    assert.match(gradeOf(text), /^proved/);
  });

/** What is false because its sizes do not fit is neither true nor false. */
const misfits = new Set([
  "transpose(x)*A*x = transpose(x)*A",
  "X*x = x*X",
  "transpose(X)*X = X*transpose(X)",
  "(X*x)^(-1) = x",
  "grad(norm(X*x - b)^2, x) = 2*X*(X*x - b)",
  "(transpose(X)*X)^(-1) = X^(-1)*transpose(X)^(-1)",
  "diag(x)*y = transpose(x)*y",
]);

for (const text of wrong)
  test(`${text} is not`, () => {
    assert.is(gradeOf(text), misfits.has(text) ? "unknown" : "refuted");
  });

test.run();
