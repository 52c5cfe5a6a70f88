import { Derivation } from "../../src/derive/derivation/derivation.js";
import type { Grade, RuleId } from "../../src/record/types.js";

/** A claim with its grade, `a = b` under assumptions; what no single claim shows is built as a derivation. */
export type Example = [claim: string, grade: Grade, ...assumptions: string[]];

/** For each rule a claim that holds and one that does not; the rule is among those of at least one of them. */
export const examples: Record<
  Exclude<RuleId, keyof typeof derivations>,
  [holds: Example, fails: Example]
> = {
  "name-is-real": [
    ["xbar + xbar = 2*xbar", "proved"],
    ["xbar = (x1 + x2)/2", "unknown"],
  ],
  "base-of-logarithm": [
    ["lg(a*b) = lg(a) + lg(b)", "proved", "a > 0", "b > 0"],
    ["lg(2) = 1", "unknown"],
  ],
  "square-of-sigma": [
    ["0 < sigma2 + 1", "unknown"],
    ["1 < sigma2", "refuted"],
  ],
  "indefinite-integral": [
    ["antiderivative(x*exp(x), x) = x*exp(x) - exp(x)", "proved"],
    ["antiderivative(x^2, x) = x^3/2", "refuted"],
  ],
  "termwise-sum": [
    ["sumOver(2*p(x), x) = 2*sumOver(p(x), x)", "proved-if"],
    ["sumOver(p(x)*q(x), x) = sumOver(p(x), x)*sumOver(q(x), x)", "unknown"],
  ],
  "linked-equation": [
    ["u = x^2 => D(u*x, x) = 3*x^2", "proved"],
    ["u = x^2 => D(u*x, x) = u", "refuted"],
  ],
  "sizes-agree": [
    ["A + B = B + A", "proved", "A matrix n x m", "B matrix n x m"],
    ["A + x = x + A", "unknown", "A matrix n x m", "x vector n"],
  ],
  "limit-by-leading-term": [
    ["limit((1 - cos(x))/x^2, x, 0) = 1/2", "proved"],
    ["limit(exp(-a*x), x, Infinity) = 0", "refuted"],
  ],
  "two-sided-limit": [
    ["limit(1/x^2, x, 0) = Infinity", "proved"],
    ["limit(1/x, x, 0) = Infinity", "refuted"],
  ],
  "growth-by-limit": [
    ["n^2 + n = Theta(n^2)", "proved"],
    ["n^2 = o(n^2)", "refuted"],
  ],
  "growth-by-bound": [
    ["(n + m)^2 = O(n^2 + m^2)", "proved"],
    ["n^2*m^2 = O(n^3 + m^3)", "refuted"],
  ],
  "power-series": [
    ["sum(x^n/factorial(n), n, 0, Infinity) = exp(x)", "proved"],
    ["sum(x^n/n, n, 1, Infinity) = log(1 - x)", "refuted", "0 < x < 1"],
  ],
  "telescoping-series": [
    ["sum(1/(n*(n + 1)), n, 1, Infinity) = 1", "proved"],
    ["sum(1/n^2, n, 2, Infinity) = pi^2/6", "refuted"],
  ],
  "limit-of-wave": [
    ["limit(sin(x)/x, x, Infinity) = 0", "proved"],
    ["limit(sin(x), x, Infinity) = 0", "refuted"],
  ],
  "linearity-of-mean": [
    ["Var(a*X + b) = a^2*Var(X)", "proved-if", "X random variable"],
    ["Var(a*X + b) = a*Var(X)", "refuted", "X random variable"],
  ],
  "mean-of-independent-product": [
    ["Var(X + Y) = Var(X) + Var(Y)", "proved-if", "X, Y independent"],
    ["Var(X*Y) = Var(X)*Var(Y)", "refuted", "X, Y independent"],
  ],
  "moments-of-law": [
    ["Var(X) = a*b/((a + b)^2*(a + b + 1))", "proved", "X ~ Beta(a, b)"],
    ["Var(X) = n*p", "refuted", "X ~ Binomial(n, p)"],
  ],
  "total-expectation": [
    ["E(E(X | Y)) = E(X)", "proved-if", "X random variable", "Y random variable"],
    ["E(Var(X | Y)) = Var(X)", "refuted", "X random variable", "Y random variable"],
  ],
  "normal-conditioning": [
    ["Var(X | Y) = Var(X) - Cov(X, Y)^2/Var(Y)", "proved", "X, Y jointly normal"],
    ["E(X | Y) = E(X) + Cov(X, Y)*(Y - E(Y))", "refuted", "X, Y jointly normal"],
  ],
  "entropy-of-weights": [
    ["H(p) <= H(p, q)", "proved", "p weights from 1 to n", "q weights from 1 to n"],
    ["H(p, q) <= H(p)", "refuted", "p weights from 1 to n", "q weights from 1 to n"],
  ],
  "drawn-distribution": [
    ["E(X)*E(Y) = E(X*Y)", "proved-if", "X, Y uncorrelated"],
    ["E(X)*E(Y) = E(X*Y)", "refuted", "X random variable", "Y random variable"],
  ],
  "matrix-normal-form": [
    ["tr(A*B) = tr(B*A)", "proved", "A matrix n x m", "B matrix m x n"],
    ["A*B = B*A", "refuted", "A matrix n x n", "B matrix n x n"],
  ],
  "matrix-inverse": [
    ["A^(-1)*A = I", "proved", "A invertible matrix n x n"],
    ["A^(-1)*A = A", "refuted", "A invertible matrix n x n"],
  ],
  "index-derivative": [
    ["grad(transpose(x)*x, x) = 2*x", "proved", "x vector n"],
    ["grad(transpose(x)*x, x) = x", "refuted", "x vector n"],
  ],
  "complex-parts": [
    ["exp(i*t) = cos(t) + i*sin(t)", "proved", "i imaginary unit"],
    ["exp(i*t) = cos(t) - i*sin(t)", "refuted", "i imaginary unit"],
  ],
  "complex-points": [
    ["abs(z)^2 = z^2", "refuted", "z complex"],
    ["abs(z)^2 = z*conj(z)", "proved", "z complex"],
  ],
  "matrix-points": [
    ["transpose(A)*B = transpose(B)*A", "refuted", "A matrix n x n", "B matrix n x n"],
    ["transpose(transpose(A)*B) = transpose(B)*A", "proved", "A matrix n x n", "B matrix n x n"],
  ],
  "entry-by-entry": [
    ["[a + a, b] = [2*a, b]", "proved"],
    ["[a, b] = [b, a]", "refuted"],
  ],
  "equation-assumed": [
    ["a^2 + 2*a*b + b^2 = 1", "proved", "a + b = 1"],
    ["a = b", "refuted", "a^2 = b^2"],
  ],
  "exact-arithmetic": [
    ["1/2 + 1/3 = 5/6", "proved"],
    ["1/2 + 1/3 = 2/5", "refuted"],
  ],
  "normal-form": [
    ["(a + b)^2 = a^2 + 2*a*b + b^2", "proved"],
    ["(a + b)^2 = a^2 + b^2", "refuted"],
  ],
  "pythagorean-identity": [
    ["sin(x)^4 - cos(x)^4 = sin(x)^2 - cos(x)^2", "proved"],
    ["sin(x)^4 - cos(x)^4 = 1", "refuted"],
  ],
  "angle-addition": [
    ["sin(a + b)*sin(a - b) = sin(a)^2 - sin(b)^2", "proved"],
    ["sin(a + b) = sin(a) + sin(b)", "refuted"],
  ],
  "constant-difference": [
    ["atan(x) + atan(1/x) = pi/2", "proved", "x > 0"],
    ["atan(x) + atan(1/x) = pi/2", "refuted", "x != 0"],
  ],
  "case-split": [
    ["max(a, max(b, c)) = max(max(a, b), c)", "proved"],
    ["max(a, b)*max(a, c) = max(a, b*c)", "refuted"],
  ],
  "value-by-cases": [
    ["abs(x) = cases(x, atLeast(x, 0), -x)", "proved"],
    ["sign(x) = cases(1, atLeast(x, 0), -1)", "refuted"],
  ],
  "excluded-value": [
    ["x^2*sign(x) = x*abs(x)", "proved"],
    ["sign(x)^2 = 1", "refuted"],
  ],
  "residue-classes": [
    ["floor(n/2) + floor((n + 1)/2) = n", "proved", "n integer"],
    ["floor(n/2) + floor((n + 2)/2) = n", "refuted", "n integer"],
  ],
  induction: [
    ["sum(k*k!, k, 1, n) = (n + 1)! - 1", "proved", "n integer >= 1"],
    ["sum(k*k!, k, 1, n) = n!", "refuted", "n integer >= 1"],
  ],
  "sign-of-difference": [
    ["2*a*b <= a^2 + b^2", "proved"],
    ["3*a*b <= a^2 + b^2", "refuted"],
  ],
  certificate: [
    ["x^2*y^2*(x + y)^2 <= 2*(x^6 + y^6)", "proved"],
    ["x^2*y^2*(x + y)^2 < 2*(x^6 + y^6)", "refuted"],
  ],
  "term-by-term": [
    ["sum(log(x[i]), i, 1, n) <= sum(x[i], i, 1, n) - n", "proved", "x[i] > 0", "n integer >= 1"],
    ["sum(log(x[i]), i, 1, n) < sum(x[i], i, 1, n) - n", "refuted", "x[i] > 0", "n integer >= 1"],
  ],
  jensen: [
    ["(sum(x[i], i, 1, n)/n)^4 <= sum(x[i]^4, i, 1, n)/n", "proved", "n integer >= 1"],
    ["(sum(x[i], i, 1, n)/n)^3 <= sum(x[i]^3, i, 1, n)/n", "refuted", "n integer >= 1"],
  ],
  "monotone-difference": [
    ["1 + x + x^2/2 <= exp(x)", "proved", "x >= 0"],
    ["1 + x + x^2/2 <= exp(x)", "refuted"],
  ],
  "known-inequality": [
    ["1 + x <= exp(x)", "proved"],
    ["2 + x <= exp(x)", "refuted"],
  ],
  "order-of-names": [
    ["a*b*(a + b) <= a^3 + b^3", "proved", "a >= 0", "b >= 0"],
    ["a*b*(a + b) <= a^3 + b^3", "refuted"],
  ],
  "real-roots": [
    ["x^2 - 3*x + 2 = 0 <=> x = 1 or x = 2", "proved"],
    ["x^2 - 3*x + 2 = 0 <=> x = 1 or x = 3", "refuted"],
  ],
  "rounding-interval": [
    ["1/3 ≈ 0.333", "proved"],
    ["1/3 ≈ 0.334", "refuted"],
  ],
  "solve-and-substitute": [
    ["2*x = 6*a => x = 3*a", "proved"],
    ["x^2 = 4 => x = 2", "refuted"],
  ],
  "unfolded-function": [
    ["floor(x) = 3 <=> 3 <= x and x < 4", "proved"],
    ["floor(x) = 3 <=> 3 < x and x < 4", "refuted"],
  ],
  "premise-never-met": [
    ["x > 1 and x < 0 => y = 2", "proved"],
    ["x > 1 and x < 3 => x = 2", "refuted"],
  ],
  "growth-rates": [
    ["n^2 + n = O(n^2)", "proved"],
    ["n^3 = O(n^2)", "refuted"],
  ],
  "quantity-derivative": [
    ["D(u*v, x) = u*D(v, x) + v*D(u, x)", "proved"],
    ["D(u*v, x) = D(u, x)*D(v, x)", "refuted"],
  ],
  "chain-rule": [
    ["partial(L, w) = partial(L, z)*partial(z, w)", "proved-if"],
    ["partial(L, w) = 3*partial(L, z)*partial(z, w)", "refuted"],
  ],
  "derivative-of-premise": [
    ["D(P, t) = k*P => D(D(P, t), t) = k^2*P", "proved"],
    ["D(P, t) = k*P => k*P = 0", "refuted"],
  ],
  definedness: [
    ["x/x = 1", "proved-if"],
    ["x/x = x", "refuted"],
  ],
  "conditions-compatible": [
    ["[sqrt(x)^2, sqrt(1 - x)^2] = [x, 1 - x]", "proved-if"],
    ["[sqrt(x)^2, sqrt(-x - 1)^2] = [x, -x - 1]", "unknown"],
  ],
  "second-opinion": [
    ["x + x = 2*x", "proved"],
    ["x + x = x^2", "refuted"],
  ],
  "function-by-definition": [
    ["tan(x)*cos(x) = sin(x)", "proved-if"],
    ["tan(x)*sin(x) = cos(x)", "refuted"],
  ],
  "open-function": [
    ["f(a + b) = f(b + a)", "proved"],
    ["f(a + b) = f(a) + f(b)", "refuted"],
  ],
  "logarithm-of-product": [
    ["log(a*b) = log(a) + log(b)", "proved", "a > 0", "b > 0"],
    ["log(a*b) = log(a)*log(b)", "refuted", "a > 0", "b > 0"],
  ],
  "root-of-product": [
    ["sqrt(x^2) = abs(x)", "proved"],
    ["sqrt(x^2) = x", "refuted"],
  ],
  "real-cube-root": [
    ["cbrt(-x) = -cbrt(x)", "proved"],
    ["0 <= cbrt(x)", "refuted"],
  ],
  "absolute-value": [
    ["abs(a*b) = abs(a)*abs(b)", "proved"],
    ["abs(a + b) = abs(a) + abs(b)", "refuted"],
  ],
  "power-of-positive-base": [
    ["x^a*x^b = x^(a + b)", "proved", "x > 0"],
    ["x^a*x^b = x^(a*b)", "refuted", "x > 0"],
  ],
  "integer-exponent": [
    ["(a*b)^n = a^n*b^n", "proved", "n integer >= 1"],
    ["(a + b)^n = a^n + b^n", "refuted", "n integer >= 1"],
  ],
  "factorial-recurrence": [
    ["(n + 1)! = (n + 1)*n!", "proved", "n integer >= 0"],
    ["(n + 1)! = n*n!", "refuted", "n integer >= 0"],
  ],
  "binomial-as-factorials": [
    ["binomial(n, k) = n!/(k!*(n - k)!)", "proved", "n integer", "k integer >= 0", "k <= n"],
    ["binomial(n, k) = n!/(n - k)!", "refuted", "n integer", "k integer >= 0", "k <= n"],
  ],
  "whole-part": [
    ["floor(x + n) = floor(x) + n", "proved", "n integer"],
    ["floor(x + y) = floor(x) + floor(y)", "refuted"],
  ],
  "sign-as-quotient": [
    ["sign(x)*abs(x) = x", "proved", "x != 0"],
    ["sign(x)*abs(x) = 1", "refuted", "x != 0"],
  ],
  "joint-probability": [
    ["P(A=1, B=1) + P(A=0, B=1) = P(B=1)", "proved"],
    ["P(A=1, B=1) = P(A=1)*P(B=1)", "refuted"],
  ],
  "sum-over-range": [
    ["sum(x[k], k, 1, n + 1) = sum(x[k], k, 1, n) + x[n + 1]", "proved", "n integer >= 1"],
    ["sum(x[k], k, 1, n + 1) = sum(x[k], k, 1, n)", "refuted", "n integer >= 1"],
  ],
  "power-sum": [
    ["sum(k, k, 1, n) = n*(n + 1)/2", "proved", "n integer >= 1"],
    ["sum(k, k, 1, n) = n^2/2", "refuted", "n integer >= 1"],
  ],
  "binomial-theorem": [
    ["sum(binomial(n, k)*x^k, k, 0, n) = (1 + x)^n", "proved", "n integer >= 0"],
    ["sum((-1)^k*binomial(n, k), k, 0, n) = 0", "refuted", "n integer >= 0"],
  ],
  "geometric-series": [
    ["sum(1/2^k, k, 1, Infinity) = 1", "proved"],
    ["sum(1/2^k, k, 1, Infinity) = 2", "refuted"],
  ],
  "geometric-sum": [
    ["sum(2^k, k, 0, n) = 2^(n + 1) - 1", "proved", "n integer >= 0"],
    ["sum(2^k, k, 0, n) = 2^n", "refuted", "n integer >= 1"],
  ],
  "partial-fractions": [
    ["sum(1/(k*(k + 1)), k, 1, n) = n/(n + 1)", "proved", "n integer >= 1"],
    ["sum(1/(k*(k + 1)), k, 1, n) = 1/(n + 1)", "refuted", "n integer >= 2"],
  ],
  "delta-in-sum": [
    ["sum(delta(i, 2)*x[i], i, 1, 3) = x[2]", "proved"],
    ["sum(delta(k, 0)*a, k, 0, 5) = 0", "refuted"],
  ],
  "index-shift": [
    ["sum(x[k + 1], k, 0, n - 1) = sum(x[k], k, 1, n)", "proved", "n integer >= 1"],
    ["sum(x[k + 1], k, 0, n - 1) = sum(x[k], k, 0, n - 1)", "refuted", "n integer >= 1"],
  ],
  "exchange-of-sums": [
    [
      "sum(sum(x[i, j], j, 1, m), i, 1, n) = sum(sum(x[i, j], i, 1, n), j, 1, m)",
      "proved",
      "m integer >= 1",
      "n integer >= 1",
    ],
    ["sum(sum(x[i]*y[j], j, 1, n), i, 1, n) = sum(x[i], i, 1, n)", "refuted", "n integer >= 1"],
  ],
  "product-over-range": [
    ["prod(k, k, 1, n) = n!", "proved", "n integer >= 1"],
    ["prod(2*k, k, 1, n) = 2*n!", "refuted", "n integer >= 1"],
  ],
  differentiation: [
    ["D(x^3, x) = 3*x^2", "proved"],
    ["D(x^3, x) = x^2", "refuted"],
  ],
  "derivative-of-power": [
    ["D(sqrt(x + 1), x) = 1/(2*sqrt(x + 1))", "proved", "x > -1"],
    ["D(sqrt(x + 1), x) = 1/sqrt(x + 1)", "refuted", "x > -1"],
  ],
  "derivative-of-absolute-value": [
    ["D(abs(x), x) = sign(x)", "proved", "x != 0"],
    ["D(abs(x), x) = 1", "refuted", "x != 0"],
  ],
  "derivative-of-product": [
    ["D(prod(k, k, 1, n), t) = 0", "proved", "n integer >= 1"],
    ["D(prod(x[k] + t, k, 1, n), t) = 1", "unknown", "n integer >= 1"],
  ],
  "derivative-of-integral": [
    ["D(integrate(f(t), t, 0, x), x) = f(x)", "proved"],
    ["D(integrate(f(t), t, 0, x), x) = f(0)", "refuted"],
  ],
  "value-at-place": [
    ["at(D(x^2, x), x, 3) = 6", "proved"],
    ["at(D(x^2, x), x, 3) = 0", "refuted"],
  ],
  "fundamental-theorem": [
    ["integrate(x^2, x, 0, 1) = 1/3", "proved"],
    ["integrate(1/x^2, x, -1, 1) = -2", "refuted"],
  ],
  "improper-integral": [
    ["integrate(1/x^2, x, 1, Infinity) = 1", "proved"],
    ["integrate(exp(-x), x, 0, Infinity) = 2", "refuted"],
  ],
  "euler-integral": [
    ["integrate(x^(a - 1)*exp(-x), x, 0, Infinity) = Gamma(a)", "proved", "a > 0"],
    ["integrate(x^(a - 1)*(1 - x)^2, x, 0, 1) = Gamma(a)", "refuted", "a > 0"],
  ],
  "gaussian-integral": [
    ["integrate(exp(-x^2), x, -Infinity, Infinity) = sqrt(pi)", "proved"],
    ["integrate(exp(-x^2), x, -Infinity, Infinity) = pi", "refuted"],
  ],
  "integral-of-density": [
    ["integrate(2*p(x), x, -Infinity, Infinity) = 2", "proved", "p density"],
    ["integrate(2*p(x), x, -Infinity, Infinity) = 1", "refuted", "p density"],
  ],
  "linearity-of-integral": [
    ["integrate(x + f(x), x, 0, 1) = 1/2 + integrate(f(x), x, 0, 1)", "proved"],
    ["integrate(x + f(x), x, 0, 1) = integrate(f(x), x, 0, 1)", "refuted"],
  ],
  "split-at-kink": [
    ["integrate(abs(x), x, -1, 1) = 1", "proved"],
    ["integrate(abs(x), x, -1, 1) = 0", "refuted"],
  ],
  fubini: [
    [
      "integrate(integrate(f(x)*g(x*y), x, 0, 1), y, 0, 1) = integrate(integrate(f(x)*g(x*y), y, 0, 1), x, 0, 1)",
      "proved-if",
    ],
    [
      "integrate(integrate(f(x)*g(x*y), x, 0, 1), y, 0, 1) = integrate(integrate(f(x)*g(y), y, 0, 1), x, 0, 1)",
      "refuted",
    ],
  ],
  "unevaluated-integral": [
    ["integrate(exp(x)/x, x, 1, 2) = integrate(exp(t)/t, t, 1, 2)", "proved"],
    ["integrate(exp(x)/x, x, 1, 2) = 1", "unknown"],
  ],
  "counterexample-exact": [
    ["x^2 = x*x", "proved"],
    ["x^2 = x", "refuted"],
  ],
  "counterexample-enclosure": [
    ["exp(x)*exp(-x) = 1", "proved"],
    ["exp(x) = 1 + x", "refuted"],
  ],
  "counterexample-without-value": [
    ["1/(x - 1) = 1/(x - 1) + 0*x", "proved-if"],
    ["log(-x^2 - 1) = x", "refuted"],
  ],
  "counterexample-to-implication": [
    ["x = 2 => x^2 = 4", "proved"],
    ["x^2 = 4 => x = 2", "refuted"],
  ],
  "counterexample-function": [
    ["f(2*x)/f(2*x) = 1", "proved-if"],
    ["f(2*x) = 2*f(x)", "refuted"],
  ],
  "size-of-lists": [
    ["[1, 2] = [2/2, 2]", "proved"],
    ["[1, 2] = [1, 2, 3]", "refuted"],
  ],
  "finite-domain": [
    ["floor(sqrt(n)) = 2", "proved", "n integer >= 4", "n <= 8"],
    ["floor(sqrt(n)) = 2", "refuted", "n integer >= 4", "n <= 9"],
  ],
  "sample-points": [
    ["n! <= n^n", "tested", "n integer >= 1"],
    ["n! < n^n", "refuted", "n integer >= 1"],
  ],
  "points-under-conditions": [
    ["sqrt(x - 1000000)*sqrt(1000001 - x) = sqrt((x - 1000000)*(1000001 - x))", "proved-if"],
    ["sqrt(x - 1000000)*sqrt(1000001 - x) = 7", "refuted"],
  ],
  "turning-points": [
    ["-0.36788 <= x*log(x)", "tested", "x > 0"],
    ["max(x, 12345) = 12345", "refuted"],
  ],
  "jump-points": [
    ["delta(x^2, 2)*x^4 = 4*delta(x^2, 2)", "tested"],
    ["delta(x^2, 2) = 0", "unknown"],
  ],
  "far-points": [
    ["n < 2^n", "proved", "n integer >= 1"],
    ["factorial(n) < 100^n", "refuted", "n integer >= 1"],
  ],
  descent: [
    ["-0.36788 <= x*log(x)", "tested", "x > 0"],
    ["-0.36787 <= x*log(x)", "refuted", "x > 0"],
  ],
  "zero-of-difference": [
    ["0 <= (exp(x) - 2)^2", "proved"],
    ["0 < (exp(x) - 2)^2", "unknown"],
  ],
  "wave-phases": [
    ["sin(x) + sin(sqrt(2)*x) < 2.01", "proved"],
    ["sin(x) + sin(sqrt(2)*x) < 1.99", "refuted"],
  ],
  "endless-growth": [
    ["sum(1/k^2, k, 1, n) < 1.7", "tested", "n integer >= 1"],
    ["sum(1/k, k, 1, n) < 20", "unknown", "n integer >= 1"],
  ],
  "integer-solutions": [
    ["a + b < 2^a + 2^b", "tested", "a integer >= 1", "b integer >= 1"],
    [
      "0 < abs(a^3 + b^3 - c^3 - 12345)",
      "unknown",
      "a integer >= 1",
      "b integer >= 1",
      "c integer >= 1",
    ],
  ],
};

/** What only a step of a derivation shows: the first holds or is assumed, and the second does not. */
export const derivations = {
  definition: [
    (it: Derivation) => it.define("S", "a + b"),
    (it: Derivation) => it.define("S", "a + b").from("S").equals("a"),
  ],
  hypothesis: [
    (it: Derivation) => it.assume("the samples are independent"),
    (it: Derivation) => it.assume("a = b").from("a").equals("b"),
  ],
  assumption: [
    (it: Derivation) => it.define("S", "a + b").from("S").equals("a + b"),
    (it: Derivation) => it.define("S", "a + b").from("S").equals("a - b"),
  ],
  "insert-definition": [
    (it: Derivation) => it.define("S", "a + b").from("S^2").equals("a^2 + 2*a*b + b^2"),
    (it: Derivation) => it.define("S", "a + b").from("S^2").equals("a^2 + b^2"),
  ],
  provided: [
    (it: Derivation) => it.from("sqrt(x^2)").equals("x", "", { provided: ["x >= 0"] }),
    (it: Derivation) => it.from("sqrt(x^2)").equals("x", "", { provided: ["x <= 0"] }),
  ],
  "single-stationary-point": [
    (it: Derivation) => it.argmax("-(x - m)^2", "x").at("m"),
    (it: Derivation) => it.argmax("-(x - m)^2", "x").at("2*m"),
  ],
} satisfies Partial<
  Record<RuleId, [(it: Derivation) => Derivation, (it: Derivation) => Derivation]>
>;
