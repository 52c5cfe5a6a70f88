import { suite } from "uvu";
import * as assert from "uvu/assert";
import { vocabulary } from "../../../src/index.js";
import { gradeClaim } from "../../../src/derive/claims/gradeClaim.js";
import { claimOf } from "../claimOf.js";

const test = suite("derive: worked cases with matrices");

const given = [
  ...vocabulary({
    X: "matrix m x n",
    A: "matrix m x m",
    S: "symmetric matrix n x n",
    Q: "orthogonal matrix n x n",
    W: "invertible matrix n x n",
    G: "matrix m x k",
    U: "matrix m x k",
    V: "matrix m x k",
    w: "vector n",
    x: "vector n",
    mu: "vector n",
    q: "vector k",
    t: "vector m",
    a: "vector m",
    z: "vector m",
  }),
  "d > 0",
  "c > 0",
];

/** What the text says, a true equation and one with a slip. */
const cases: [name: string, left: string, right: string, slip: string][] = [
  [
    "least squares: the residual is orthogonal to the columns",
    "transpose(X)*(t - X*(transpose(X)*X)^(-1)*transpose(X)*t)",
    "0",
    "transpose(X)*t",
  ],
  [
    "ridge: the gradient",
    "grad(norm(X*w - t)^2 + c*norm(w)^2, w)",
    "2*(transpose(X)*X + c*I)*w - 2*transpose(X)*t",
    "2*(transpose(X)*X + 2*c*I)*w - 2*transpose(X)*t",
  ],
  [
    "ridge: the solution in the other space",
    "(transpose(X)*X + c*I)^(-1)*transpose(X)*t",
    "transpose(X)*(X*transpose(X) + c*I)^(-1)*t",
    "transpose(X)*(X*transpose(X) - c*I)^(-1)*t",
  ],
  [
    "principal components: the gradient of Rayleigh's quotient",
    "grad(transpose(w)*S*w/(transpose(w)*w), w)",
    "2/(transpose(w)*w)*(S*w - transpose(w)*S*w/(transpose(w)*w)*w)",
    "2/(transpose(w)*w)*(S*w - transpose(w)*S*w*w)",
  ],
  [
    "principal components: the total variance does not change",
    "tr(transpose(Q)*S*Q)",
    "tr(S)",
    "tr(Q*S*Q)",
  ],
  [
    "the Gaussian in n dimensions: its logarithm by the mean",
    "grad(-1/2*transpose(x - mu)*W*(x - mu), mu)",
    "1/2*(W + transpose(W))*(x - mu)",
    "W*(x - mu)",
  ],
  [
    "the Gaussian in n dimensions: its logarithm by the covariance",
    "grad(-1/2*log(det(W)) - 1/2*transpose(x - mu)*W^(-1)*(x - mu), W)",
    "1/2*transpose(W^(-1))*((x - mu)*transpose(x - mu)*transpose(W^(-1)) - I)",
    "1/2*transpose(W^(-1))*((x - mu)*transpose(x - mu) - I)",
  ],
  [
    "softmax: its Jacobian",
    "D(softmax(z), z)",
    "diag(softmax(z)) - softmax(z)*transpose(softmax(z))",
    "diag(softmax(z))",
  ],
  [
    "softmax and cross-entropy",
    "grad(-inner(t, log(softmax(z))), z)",
    "total(t)*softmax(z) - t",
    "softmax(z) - t",
  ],
  ["attention: the values", "grad(tr(transpose(G)*A*V), V)", "transpose(A)*G", "A*G"],
  [
    "attention: the query",
    "D(transpose(V)*softmax(U*q/sqrt(d)), q)",
    "transpose(V)*(diag(softmax(U*q/sqrt(d))) - softmax(U*q/sqrt(d))*transpose(softmax(U*q/sqrt(d))))*U/sqrt(d)",
    "transpose(V)*diag(softmax(U*q/sqrt(d)))*U/sqrt(d)",
  ],
  [
    "a dense layer: the gradient of its weights",
    "grad(transpose(a)*tanh(X*w + t), X)",
    "(a - hadamard(a, hadamard(tanh(X*w + t), tanh(X*w + t))))*transpose(w)",
    "a*transpose(w)",
  ],
  [
    "normalisation of a vector: its Jacobian",
    "D(z/norm(z), z)",
    "I/norm(z) - z*transpose(z)/norm(z)^3",
    "I/norm(z) - z*transpose(z)/norm(z)^2",
  ],
];

for (const [name, left, right, slip] of cases)
  test(name, () => {
    const graded = (other: string) => gradeClaim(claimOf(`${left} = ${other}`, given), () => 0);
    assert.match(graded(right).grade, /^proved/, graded(right).reason ?? "");
    assert.is(graded(slip).grade, "refuted", graded(slip).reason ?? "");
  });

test.run();
