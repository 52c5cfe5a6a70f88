import { suite } from "uvu";
import { allGraded, type Row } from "../rows.js";

const test = suite("derive: binomial sums and Euler's integrals");
const counted = ["n integer >= 0"];
const chance = ["n integer >= 1", "0 < p < 1"];
const beta = ["a > 0", "b > 0"];
const chosen = ["n integer >= 0", "k integer >= 0", "k <= n"];

const proved: Row[] = [
  ["(x + y)^n", "=", "sum(binomial(n, k)*x^(n - k)*y^k, k, 0, n)", counted],
  ["sum(binomial(n, k), k, 0, n)", "=", "2^n", counted],
  ["sum((-1)^k*binomial(n, k), k, 0, n)", "=", "0", ["n integer >= 1"]],
  ["sum(k*binomial(n, k), k, 0, n)", "=", "n*2^(n - 1)", counted],
  ["sum(k^2*binomial(n, k), k, 0, n)", "=", "n*(n + 1)*2^(n - 2)", counted],
  ["sum(binomial(n, k)/(k + 1), k, 0, n)", "=", "(2^(n + 1) - 1)/(n + 1)", counted],
  ["sum(binomial(n + 1, k), k, 1, n)", "=", "2^(n + 1) - 2", counted],
  ["sum(n!/(k!*(n - k)!)*a^k*b^(n - k), k, 0, n)", "=", "(a + b)^n", counted],
  ["sum(k*binomial(n, k)*p^k*(1 - p)^(n - k), k, 0, n)", "=", "n*p", chance],
  ["sum((k - n*p)^2*binomial(n, k)*p^k*(1 - p)^(n - k), k, 0, n)", "=", "n*p*(1 - p)", chance],
  ["sum(binomial(n, k)*(p*z)^k*(1 - p)^(n - k), k, 0, n)", "=", "(1 - p + p*z)^n", chance],
  [
    "sum(binomial(n, k)*exp(t*k)*p^k*(1 - p)^(n - k), k, 0, n)",
    "=",
    "(1 - p + p*exp(t))^n",
    chance,
  ],
  ["integrate(x^(a - 1)*exp(-x), x, 0, Infinity)", "=", "Gamma(a)", ["a > 0"]],
  ["integrate(x^n*exp(-x), x, 0, Infinity)", "=", "n!", counted],
  ["integrate(x^(a - 1)*(1 - x)^(b - 1), x, 0, 1)", "=", "Beta(a, b)", beta],
  ["integrate(binomial(n, k)*p^k*(1 - p)^(n - k), p, 0, 1)", "=", "1/(n + 1)", chosen],
  ["Gamma(5/2)", "=", "3*sqrt(pi)/4", []],
  ["Gamma(1/3)", "<=", "2.67894", []],
  ["integrate(exp(-t^2), t, 0, x)", "=", "sqrt(pi)/2*erf(x)", []],
  ["erf(1)", "≈", "0.8427", []],
  ["D(sqrt(pi/a)/2*erf(sqrt(a)*x), x)", "=", "exp(-a*x^2)", ["a > 0"]],
];
test("sums over binomial coefficients have closed forms, and integrals by the gamma function", () =>
  allGraded(proved, /^proved(-if)?$/));

const withCondition: Row[] = [
  ["integrate(x^(a - 1)*exp(-x), x, 0, Infinity)", "=", "Gamma(a)", []],
  ["Gamma(x + 1)", "=", "x*Gamma(x)", []],
  ["sum(k*binomial(n, k)*x^k, k, 0, n)", "=", "n*x*(1 + x)^(n - 1)", counted],
  ["(x + y)^n", "=", "sum(binomial(n, k)*x^(n - k)*y^k, k, 0, n)", ["n integer"]],
];
test("that an exponent counts, a sum is not 0 and an integral converges is a condition", () =>
  allGraded(withCondition, /^proved-if$/));

const refuted: Row[] = [
  ["sum((-1)^k*binomial(n, k), k, 0, n)", "=", "0", counted],
  ["sum(k*(k - 1)*binomial(n, k)*(-1)^k, k, 0, n)", "=", "0", ["n integer >= 2"]],
  ["sum(binomial(n, k)*x^k, k, 0, n - 1)", "=", "(1 + x)^n", ["n integer >= 1"]],
  ["sum(k*binomial(n, k)*p^k*(1 - p)^(n - k), k, 0, n)", "=", "p", chance],
  ["sum(binomial(n, k), k, 0, n)", "=", "2^n", ["n integer >= -3"]],
  ["integrate(binomial(n, k)*p^k*(1 - p)^(n - k), p, 0, 1)", "=", "1/n", ["n >= 1", ...chosen]],
  ["Gamma(n)", "=", "n!", ["n integer >= 1"]],
  ["Gamma(-1/2)", "=", "2*sqrt(pi)", []],
  ["Gamma(1/3)", "<=", "2.67893", []],
  ["erf(x)", "<=", "x", []],
  ["D(erf(x), x)", "=", "exp(-x^2)", []],
];
test("a slip in any of them is refuted", () => allGraded(refuted, /^refuted$/));

test("nothing is said of the gamma function where it is negative, nor of its derivative", () =>
  allGraded(
    [
      ["Gamma(-1/2)", "=", "-2*sqrt(pi)", []],
      ["D(Gamma(x), x)", "=", "0", ["x > 0"]],
      ["integrate(x^(a - 1)*exp(b*x), x, 0, Infinity)", "=", "Gamma(a)/b^a", beta],
    ],
    /^unknown$/,
  ));

test.run();
