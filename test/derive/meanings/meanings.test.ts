import { suite } from "uvu";
import * as assert from "uvu/assert";
import { gradeClaim } from "../../../src/derive/claims/gradeClaim.js";
import { derivation } from "../../../src/index.js";

const test = suite("derive: names that may be no real numbers");

/** The grade of an equation in plain text, with the reason where there is one. */
function graded(claim: string, ...assumptions: string[]): string {
  const [lhs, rhs] = claim.split(" = ");
  const { grade, reason } = gradeClaim(
    { id: "case", lhs, relation: "=", rhs, assumptions },
    () => 0,
  );
  return reason ? `${grade}: ${reason}` : grade;
}

const imaginary = /^unknown: malformed: [ij] may be the imaginary unit: assume `[ij] real`/;

test("i and j that are no index are refused where they may be the imaginary unit", () => {
  for (const claim of [
    "exp(i*theta) = cos(theta) + i*sin(theta)",
    "exp(-j*w*t) = 1",
    "i^2 = -1",
    "2^(i*t) = 1",
    "abs(a + i*b) = sqrt(a^2 + b^2)",
    "(a + i*b)*(a - i*b) = a^2 + b^2",
    "i*sin(x) = sinh(i*x)",
    "exp(2*pi*i) = 1",
    "i*pi = log(-1)",
    "1/i = -i",
    "sqrt(-1) = i",
    "sqrt(-4) = 2*i",
    "1/(2*i) = -i/2",
  ]) {
    assert.match(graded(claim), imaginary, claim);
  }
});

test("a real value of i refutes what is linear in i, and nothing else", () => {
  for (const claim of [
    "(1 + i)^2 = 2*i",
    "i*i = -1",
    "(2 + j)*(2 - j) = 5",
    "1/(1 + i) = (1 - i)/2",
  ])
    assert.match(graded(claim), /^unknown: the sides differ where [ij] is a real number/, claim);
  for (const claim of ["2*i = 3*i", "x + 2*(i - 1) = x + 2*i", "(i + 2*q - k)/s = i/s + 2*q - k/s"])
    assert.match(graded(claim), /^refuted/, claim);
  assert.is(graded("(1 + i)*(1 + i) = 1 + 2*i + i*i"), "proved");
  assert.match(graded("(1 + i)^2 = 2*i", "i real"), /^refuted/);
});

test("what is said to be real, an index or a count is a number", () => {
  assert.is(graded("i^2 = i*i", "i real"), "proved");
  assert.match(graded("i^2 = -1", "i real"), /^refuted/);
  assert.is(graded("i^2 + x[i] = x[i] + i*i"), "proved");
  assert.is(graded("i^2 - floor(i/2) = i*i - floor(i/2)"), "proved");
  assert.is(graded("sum(exp(i)*x, i, 1, 3) = x*sum(exp(i), i, 1, 3)"), "proved");
  assert.is(graded("(i + 2*q - k)/s + 1 = (i + 2*q - k + s)/s", "s >= 1"), "proved");
  assert.is(graded("i*(i + 1)/2 + i + 1 = (i + 1)*(i + 2)/2"), "proved");
  assert.is(graded("2*j + 3*j = 5*j"), "proved");
});

const matrix = /^unknown: malformed: [A-Z]\w* (?:under|beside|as) .* may be a matrix/;

test("capitals under an inverse or beside I are refused", () => {
  for (const claim of [
    "(A*B)^(-1) = A^(-1)*B^(-1)",
    "A*A^(-1) = I",
    "(I + A*B)^(-1)*A = A*(I + B*A)^(-1)",
    "z - Lambda*z = (I - Lambda)*z",
    "A*B = I",
    "I*A = A*I",
    "I*x = x",
    "I^2 = I",
  ]) {
    assert.match(graded(claim), matrix, claim);
  }
});

test("capitals that are said or shown to be numbers are numbers", () => {
  assert.is(graded("A^(-1) = 1/A", "A > 0"), "proved");
  assert.is(graded("N^(-1)*K = K/N"), "proved-if");
  assert.is(graded("N^(-1)*sum(x[n], n, 1, N) = sum(x[n]/N, n, 1, N)", "N integer >= 1"), "proved");
  assert.is(graded("tr(A*B) = tr(B*A)", "A real", "B real"), "proved");
  assert.match(graded("V = I*R"), /^refuted/);
  assert.match(graded("A^(-1) = A", "A real"), /^refuted/);
});

test("T alone above a name may be a transpose, and is a number where it stands elsewhere", () => {
  for (const claim of [
    "A^T*A = A*A^T",
    "(A*B)^T = A^T*B^T",
    "w^T*x = x^T*w",
    "(A^T)^T = A",
    "(x + y)^T = x^T + y^T",
    "A^H*A = A^2",
  ]) {
    assert.match(graded(claim), /^unknown: malformed: \^[TH] may be a power or a transpose/, claim);
  }
  assert.is(graded("A^T*A = A*A^T", "T real", "A > 0"), "proved");
  assert.match(graded("w^T*x = x^T*w", "T real"), /^refuted/);
  assert.is(graded("g^T*g = g^(T + 1)", "g > 0"), "proved");
  assert.is(graded("prod(g, k, 1, T) = g^T", "T integer >= 1"), "proved");
  assert.is(graded("2^T*3^T = 6^T"), "proved");
  assert.match(graded("(1 + r)^T = 1 + r^T", "r > 0"), /^refuted/);
});

test("what has no meaning yet is unknown by its name, whatever the sides are", () => {
  for (const [claim, name] of [
    ["trace(A*B) = trace(B*A)", "a trace"],
    ["tr(A*B*C) = tr(A*C*B)", "a trace"],
    ["det(A*B) = det(A)*det(B)", "a determinant"],
    ["det(x*y) = 0", "a determinant"],
    ["transpose(A)*B = B*transpose(A)", "a transpose"],
    ["norm(2*x) = 2*norm(x)", "a norm"],
    ["inner(x, y) = 2*inner(y, x)", "an inner product"],
    ["limsup(1/n, n, Infinity) = 0", "an upper or a lower limit"],
    ["antiderivative(u, v) = u*v - antiderivative(v, u)", "an indefinite integral"],
    ["antiderivative(0, x) = antiderivative(0, x) + 1", "an indefinite integral"],
    ["gradient(f) = 0", "a gradient"],
    ["sumOver(p[i], i) = 1", "a sum over values"],
    ["expectation(x, x, p) = 0", "an expectation"],
    ["P(union(A, B)) = P(A) + P(B)", "an event"],
    ["D_KL(p, against(q)) = D_KL(q, against(p))", "a divergence"],
  ] as const) {
    assert.ok(graded(claim).startsWith(`unknown: ${name}`), `${claim}: ${graded(claim)}`);
  }
});

test("equations that are linear in vectors are proved as those of numbers, others are left open", () => {
  assert.is(graded("2*xbold + 3*xbold = 5*xbold"), "proved");
  assert.is(graded("xbold - xbold = 0"), "proved");
  assert.is(graded("sum(2*vvec[k], k, 1, 3) = 2*sum(vvec[k], k, 1, 3)"), "proved");
  assert.match(graded("2*xbold = 3*xbold"), /^unknown: the sides differ where xbold has a value/);
  for (const claim of [
    "Abold*Bbold = Bbold*Abold",
    "xbold^2 = xbold*xbold",
    "xbold/ybold = xbold*ybold^(-1)",
    "log(xboldhat) = log(xboldhat) + 0*xboldhat",
    "xbold + 1 = 1 + xbold",
    "xbold*vvec = vvec*xbold",
    "sum(xbold[k]^2, k, 1, 2) = xbold[1]^2 + xbold[2]^2",
  ]) {
    assert.match(graded(claim), /^unknown: \w+ may be a vector or a matrix/, claim);
  }
  assert.is(graded("Abold*Bbold = Bbold*Abold", "Abold real", "Bbold real"), "proved");
  assert.match(graded("2*xbold = 3*xbold", "xbold real"), /^refuted/);
});

test("an order of growth inside an expression is refused, and an unknown function decides nothing", () => {
  for (const claim of ["n + O(n^2) = O(n^2)", "1/(1 - x) = 1 + x + o(x)"]) {
    assert.match(graded(claim), /^unknown: malformed: [oO]\(…\) inside an expression/, claim);
  }
  for (const claim of [
    "T(n - 1) + T(n - 2) = T(n)",
    "T(2*n) = 2*T(n)",
    "Phi(-z) = -Phi(z)",
    "Zeta(n + 1) = n*Zeta(n)",
    "x(y + 1) = x*y + x",
    "u(t - 1) = u*(t - 1)",
  ]) {
    assert.match(graded(claim), /^unknown: (?!malformed)/, claim);
  }
});

test("a name that may depend on another one is refuted only where it is said to be real", () => {
  assert.match(graded("yprime = 2*y"), /^unknown: .* it may be the derivative of y: assume/);
  assert.match(graded("f_x + x = f"), /^unknown: .* f_x .* the derivative of f by x/);
  assert.match(graded("z*zbar = abs(z)^2"), /^unknown: .* the conjugate of z/);
  assert.match(graded("ydot = 2*y", "ydot real"), /^refuted/);
  assert.match(graded("xddot = xdot"), /^unknown: .* the derivative of xdot/);
  assert.match(graded("xstar = 2*y"), /^unknown: .* a certain value of x/);
  assert.match(graded("xstar = 2*y", "xstar real"), /^refuted/);
  assert.match(graded("yprime = 2*x"), /^refuted/);
  assert.match(graded("yprimeprime = -y"), /^unknown: .* the derivative of y/);
  assert.match(graded("sum(x[n] - xbar, n, 1, 3) = 0"), /^unknown: .* the mean of x/);
  assert.match(graded("xbar = x"), /^refuted/);
  assert.is(graded("(ydot + y)*y = y*ydot + y^2"), "proved");
});

test("a derivation shows the same and leaves it open, with what to assume", () => {
  const euler = derivation("a.euler").from("exp(i*pi)").equals("-1");
  const trace = derivation("a.trace").from("tr(A*B)").equals("tr(B*A)");
  const reasons = [euler, trace].map((one) => one.toJSON().steps.at(-1)!);
  assert.equal(
    reasons.map(({ grade }) => grade),
    ["unknown", "unknown"],
  );
  assert.match(reasons[0].reason!, /^i may be the imaginary unit: assume `i real`/);
  assert.match(reasons[1].reason!, /^a trace has no meaning here yet: assume `A real` if A is a /);
  const real = derivation("a.real", ["i integer"]).from("i^2").equals("i*i");
  assert.is(real.grade, "proved");
});

test.run();
