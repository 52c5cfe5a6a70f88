import { suite } from "uvu";
import * as assert from "uvu/assert";
import { vocabulary } from "../../../src/index.js";
import { gradeClaim } from "../../../src/derive/claims/gradeClaim.js";
import { claimOf } from "../claimOf.js";

// Facts of three texts, each with a slip of it. MC: Petersen and Pedersen, The Matrix Cookbook, version of 15 November
// 2012. CS229: Kolter and Do, Linear Algebra Review and Reference, 2015. PRML: Bishop, Pattern Recognition and Machine
// Learning, 2006, its appendix on matrices and its chapter on distributions. Sections by what they are about.
const test = suite("derive: facts of texts on matrices");

const given = vocabulary({
  A: "matrix n x n",
  B: "matrix n x n",
  C: "matrix n x n",
  F: "matrix m x n",
  G: "matrix n x m",
  X: "matrix n x n",
  W: "symmetric matrix n x n",
  N: "symmetric matrix m x m",
  L: "invertible matrix n x n",
  R: "invertible matrix m x m",
  K: "positive definite matrix n x n",
  P: "positive definite matrix m x m",
  a: "vector n",
  b: "vector n",
  x: "vector n",
  u: "vector m",
  s: "vector n",
});

const facts: [reference: string, left: string, right: string, slip: string][] = [
  ["MC, basics", "(A*B)^(-1)", "B^(-1)*A^(-1)", "A^(-1)*B^(-1)"],
  ["MC, basics", "transpose(A)^(-1)", "transpose(A^(-1))", "A^(-1)"],
  ["MC, basics", "transpose(A + B)", "transpose(A) + transpose(B)", "transpose(A) + B"],
  ["MC, basics", "transpose(A*B)", "transpose(B)*transpose(A)", "transpose(A)*transpose(B)"],
  ["MC, trace", "tr(A)", "tr(transpose(A))", "2*tr(transpose(A))"],
  ["MC, trace", "tr(A*B*C)", "tr(B*C*A)", "tr(B*A*C)"],
  ["MC, trace", "transpose(a)*a", "tr(a*transpose(a))", "tr(a*transpose(b))"],
  ["MC, determinant", "det(c*A)", "c^n*det(A)", "c*det(A)"],
  ["MC, determinant", "det(I + a*transpose(b))", "1 + transpose(a)*b", "1 - transpose(a)*b"],
  [
    "MC, determinant",
    "det(L + a*transpose(b))",
    "det(L)*(1 + transpose(b)*L^(-1)*a)",
    "det(L)*(1 + transpose(a)*L^(-1)*b)",
  ],
  ["PRML, matrices", "det(I + F*G)", "det(I + G*F)", "det(I - G*F)"],
  [
    "PRML, matrices",
    "det(L + G*R*F)",
    "det(L)*det(R)*det(R^(-1) + F*L^(-1)*G)",
    "det(L)*det(R^(-1) + F*L^(-1)*G)",
  ],
  ["MC, determinant", "det(2*I + a*transpose(a))", "2^n + 2^(n - 1)*norm(a)^2", "2 + norm(a)^2"],
  ["MC, determinant", "det(A*B)", "det(A)*det(B)", "det(A) + det(B)"],
  ["MC, determinant", "det(A^(-1))", "1/det(A)", "det(A)"],
  [
    "MC, derivatives of a determinant",
    "grad(det(X), X)",
    "det(X)*transpose(X^(-1))",
    "det(X)*X^(-1)",
  ],
  ["MC, derivatives of a determinant", "grad(log(det(X)), X)", "transpose(X^(-1))", "X^(-1)"],
  [
    "MC, derivatives of an inverse",
    "grad(transpose(a)*X^(-1)*b, X)",
    "-transpose(X^(-1))*a*transpose(b)*transpose(X^(-1))",
    "-X^(-1)*a*transpose(b)*X^(-1)",
  ],
  [
    "MC, derivatives of an inverse",
    "grad(tr(A*X^(-1)*B), X)",
    "-transpose(X^(-1)*B*A*X^(-1))",
    "transpose(X^(-1)*B*A*X^(-1))",
  ],
  ["MC, derivatives of scalar forms", "grad(transpose(x)*a, x)", "a", "2*a"],
  [
    "MC, derivatives of scalar forms",
    "grad(transpose(a)*X*b, X)",
    "a*transpose(b)",
    "b*transpose(a)",
  ],
  [
    "MC, derivatives of scalar forms",
    "grad(transpose(a)*transpose(X)*b, X)",
    "b*transpose(a)",
    "a*transpose(b)",
  ],
  [
    "MC, derivatives of scalar forms",
    "grad(transpose(b)*transpose(X)*X*a, X)",
    "X*(b*transpose(a) + a*transpose(b))",
    "2*X*a*transpose(b)",
  ],
  ["MC, derivatives of scalar forms", "grad(transpose(x)*B*x, x)", "(B + transpose(B))*x", "2*B*x"],
  [
    "MC, derivatives of scalar forms",
    "grad(transpose(u - F*s)*N*(u - F*s), s)",
    "-2*transpose(F)*N*(u - F*s)",
    "2*transpose(F)*N*(u - F*s)",
  ],
  [
    "MC, derivatives of scalar forms",
    "grad(transpose(u - F*s)*N*(u - F*s), F)",
    "-2*N*(u - F*s)*transpose(s)",
    "2*N*(u - F*s)*transpose(s)",
  ],
  [
    "MC, derivatives of scalar forms",
    "grad(transpose(x)*A*x + transpose(b)*x, x)",
    "(A + transpose(A))*x + b",
    "(A + transpose(A))*x - b",
  ],
  ["MC, derivatives of traces", "grad(tr(X*A), X)", "transpose(A)", "A"],
  ["MC, derivatives of traces", "grad(tr(A*X*B), X)", "transpose(A)*transpose(B)", "B*A"],
  ["MC, derivatives of traces", "grad(tr(X^2), X)", "2*transpose(X)", "2*X"],
  ["MC, derivatives of traces", "grad(tr(X*B*transpose(X)), X)", "X*transpose(B) + X*B", "2*X*B"],
  [
    "MC, derivatives of norms",
    "grad(norm(x - a), x)",
    "(x - a)/norm(x - a)",
    "(x - a)/norm(x - a)^2",
  ],
  ["MC, derivatives of norms", "grad(norm(x)^2, x)", "2*x", "x"],
  ["MC, derivatives of norms", "grad(norm(X, F)^2, X)", "2*X", "2*transpose(X)"],
  [
    "MC, inverses",
    "(L + G*R*transpose(G))^(-1)",
    "L^(-1) - L^(-1)*G*(R^(-1) + transpose(G)*L^(-1)*G)^(-1)*transpose(G)*L^(-1)",
    "L^(-1) - L^(-1)*G*(R + transpose(G)*L^(-1)*G)^(-1)*transpose(G)*L^(-1)",
  ],
  [
    "MC, inverses",
    "(K^(-1) + transpose(F)*P^(-1)*F)^(-1)*transpose(F)*P^(-1)",
    "K*transpose(F)*(F*K*transpose(F) + P)^(-1)",
    "K*transpose(F)*(F*K*transpose(F) - P)^(-1)",
  ],
  [
    "MC, inverses",
    "(L + b*transpose(x))^(-1)",
    "L^(-1) - L^(-1)*b*transpose(x)*L^(-1)/(1 + transpose(x)*L^(-1)*b)",
    "L^(-1) - b*transpose(x)/(1 + transpose(x)*L^(-1)*b)",
  ],
  ["MC, inverses", "(I + A)^(-1)", "A^(-1)*(A^(-1) + I)^(-1)", "(A^(-1) + I)^(-1)"],
  ["MC, inverses", "(I + A*B)^(-1)*A", "A*(I + B*A)^(-1)", "A*(I + A*B)^(-1)"],
  [
    "MC, Kronecker product and vec",
    "kron(A, B + C)",
    "kron(A, B) + kron(A, C)",
    "kron(A, B) + kron(C, A)",
  ],
  [
    "MC, Kronecker product and vec",
    "transpose(kron(A, B))",
    "kron(transpose(A), transpose(B))",
    "kron(transpose(B), transpose(A))",
  ],
  ["MC, Kronecker product and vec", "kron(A, B)*kron(C, X)", "kron(A*C, B*X)", "kron(A*B, C*X)"],
  ["MC, Kronecker product and vec", "tr(kron(A, B))", "tr(A)*tr(B)", "tr(A*B)"],
  [
    "MC, Kronecker product and vec",
    "vec(A*X*B)",
    "kron(transpose(B), A)*vec(X)",
    "kron(A, transpose(B))*vec(X)",
  ],
  [
    "MC, Kronecker product and vec",
    "tr(transpose(A)*B)",
    "transpose(vec(A))*vec(B)",
    "transpose(vec(A))*vec(transpose(B))",
  ],
  ["CS229, derivatives", "hessian(transpose(x)*W*x, x)", "2*W", "W"],
  [
    "CS229, least squares",
    "grad(norm(F*x - u)^2, x)",
    "2*transpose(F)*F*x - 2*transpose(F)*u",
    "2*transpose(F)*F*x - transpose(F)*u",
  ],
  ["CS229, norms", "norm(x)^2", "tr(x*transpose(x))", "tr(x*transpose(x))^2"],
  [
    "PRML, transposes",
    "transpose(F*x)",
    "transpose(x)*transpose(F)",
    "transpose(x)*transpose(F)*2",
  ],
  ["PRML, traces", "tr(A*B)", "tr(B*A)", "tr(A)*tr(B)"],
  ["PRML, derivatives by a matrix", "grad(tr(A), A)", "I", "A"],
  [
    "PRML, derivatives by a matrix",
    "grad(tr(A*B*transpose(A)), A)",
    "A*(B + transpose(B))",
    "2*A*B",
  ],
  ["PRML, derivatives by a matrix", "grad(log(det(A)), A)", "transpose(A^(-1))", "A^(-1)"],
  [
    "PRML, the exponent of the Gaussian",
    "grad(-1/2*transpose(x - a)*K^(-1)*(x - a), a)",
    "K^(-1)*(x - a)",
    "-K^(-1)*(x - a)",
  ],
];

for (const [reference, left, right, slip] of facts) {
  test(`${reference}: ${left} = ${right}`, () => {
    const graded = (other: string) => gradeClaim(claimOf(`${left} = ${other}`, given), () => 0);
    const { grade, reason, conditions } = graded(right);
    const isOpen = conditions.some(({ metBy }) => metBy === undefined);
    assert.is(grade, isOpen ? "proved-if" : "proved", reason ?? "");
    assert.is(graded(slip).grade, "refuted", `${slip}: ${graded(slip).reason}`);
  });
}

test.run();
