import { suite } from "uvu";
import * as assert from "uvu/assert";
import { gradeClaim } from "../../../src/derive/claims/gradeClaim.js";
import { laws, type LawName } from "../../../src/derive/random/laws/laws.js";
import { type Expr, number } from "../../../src/derive/tree/expression.js";
import { constantValue } from "../../../src/derive/tree/constants.js";
import { Rational } from "../../../src/index.js";
import { claimOf } from "../claimOf.js";

const test = suite("derive: named distributions");

/** Probabilities of whole numbers, or a density with its ends, written again and by themselves. */
type Written =
  | { mass: (k: number) => number; most: number }
  | { density: (x: number) => number; ends: [number, number] };

const factorial = (k: number): number => (k < 2 ? 1 : k * factorial(k - 1));
const choose = (n: number, k: number): number => factorial(n) / factorial(k) / factorial(n - k);
const cases: Record<LawName, { parameters: [number, number][]; written: Written }> = {
  normal: {
    parameters: [
      [1, 2],
      [3, 4],
    ],
    written: {
      density: (x) => Math.exp(-((x - 0.5) ** 2) / 1.5) / Math.sqrt(1.5 * Math.PI),
      ends: [-14, 15],
    },
  },
  uniform: {
    parameters: [
      [-1, 2],
      [5, 2],
    ],
    written: { density: () => 1 / 3, ends: [-0.5, 2.5] },
  },
  exponential: {
    parameters: [[3, 2]],
    written: { density: (x) => 1.5 * Math.exp(-1.5 * x), ends: [0, 40] },
  },
  gamma: {
    parameters: [
      [3, 1],
      [3, 2],
    ],
    written: { density: (x) => (1.5 ** 3 * x ** 2 * Math.exp(-1.5 * x)) / 2, ends: [0, 50] },
  },
  beta: {
    parameters: [
      [2, 1],
      [3, 1],
    ],
    written: { density: (x) => 12 * x * (1 - x) ** 2, ends: [0, 1] },
  },
  bernoulli: { parameters: [[1, 3]], written: { mass: (k) => (k ? 1 / 3 : 2 / 3), most: 1 } },
  binomial: {
    parameters: [
      [5, 1],
      [1, 3],
    ],
    written: { mass: (k) => choose(5, k) * (1 / 3) ** k * (2 / 3) ** (5 - k), most: 5 },
  },
  poisson: {
    parameters: [[3, 2]],
    written: { mass: (k) => (Math.exp(-1.5) * 1.5 ** k) / factorial(k), most: 60 },
  },
  trials: {
    parameters: [[2, 5]],
    written: { mass: (k) => (k ? 0.4 * 0.6 ** (k - 1) : 0), most: 300 },
  },
  failures: { parameters: [[2, 5]], written: { mass: (k) => 0.4 * 0.6 ** k, most: 300 } },
};

/** A moment by a sum, or by Simpson's rule. */
function momentOf(written: Written, power: number): number {
  if ("mass" in written) {
    const all = Array.from({ length: written.most + 1 }, (_, k) => k ** power * written.mass(k));
    return all.reduce((sum, term) => sum + term, 0);
  }
  const [low, high] = written.ends;
  const steps = 20000;
  const width = (high - low) / steps;
  let sum = 0;
  for (let i = 0; i <= steps; i++) {
    const x = low + i * width;
    const weight = i === 0 || i === steps ? 1 : i % 2 ? 4 : 2;
    sum += weight * x ** power * written.density(x);
  }
  return (sum * width) / 3;
}

/** The value of a tree of numbers. */
function valueOf(expr: Expr): number {
  if (expr.kind === "pow") return valueOf(expr.left) ** valueOf(expr.right);
  if (expr.kind === "add") return expr.terms.reduce((sum, term) => sum + valueOf(term), 0);
  if (expr.kind === "mul") return expr.factors.reduce((all, one) => all * valueOf(one), 1);
  if (expr.kind === "div") return valueOf(expr.left) / valueOf(expr.right);
  return constantValue(expr)!.toNumber();
}

test("each moment is what a sum or an integral of the distribution gives", () => {
  for (const [name, { parameters, written }] of Object.entries(cases)) {
    const values = parameters.map(([n, d]) => number(Rational.of(BigInt(n), BigInt(d))));
    for (const power of [1, 2, 3, 4]) {
      const found = valueOf(laws[name as LawName].moment(power, values));
      const expected = momentOf(written, power);
      // Simpson's rule and sums of doubles are right to ten digits here.
      assert.ok(
        Math.abs(found - expected) < 1e-8 * Math.max(1, Math.abs(expected)),
        `${name}, power ${power}: ${found} and ${expected}`,
      );
    }
  }
});

test("a wrong moment would be seen", () => {
  const { written } = cases.exponential;
  assert.ok(Math.abs(momentOf(written, 2) - 1 / 1.5 ** 2) > 0.1);
});

const grade = (text: string, ...assumptions: string[]) =>
  gradeClaim(claimOf(text, assumptions), () => 0).grade;

/**
 * Formulas from the Book of Statistical Proofs (SPB, statproofbook.github.io), Bishop's Pattern Recognition and Machine
 * Learning (PRML) and Wasserman's All of Statistics (AoS), each with a misprint of it.
 */
const facts: [source: string, text: string, wrong: string, ...assumptions: string[]][] = [
  ["SPB norm-mean", "E(X) = mu", "E(X) = mu^2", "X ~ Normal(mu, sigma^2)"],
  ["SPB norm-var", "Var(X) = sigma^2", "Var(X) = sigma", "X ~ Normal(mu, sigma^2)"],
  ["PRML, the Gaussian", "E(X^2) = mu^2 + sigma^2", "E(X^2) = sigma^2", "X ~ Normal(mu, sigma^2)"],
  [
    "SPB norm-mgf",
    "E(exp(t*X)) = exp(mu*t + sigma^2*t^2/2)",
    "E(exp(t*X)) = exp(mu*t + sigma^2*t^2)",
    "X ~ Normal(mu, sigma^2)",
  ],
  [
    "SPB norm-dent",
    "H(X) = 1/2*log(2*pi*sigma^2*e)",
    "H(X) = 1/2*log(2*pi*sigma^2)",
    "X ~ Normal(mu, sigma^2)",
  ],
  [
    "SPB norm-kl",
    "KL(X || Y) = 1/2*((m - k)^2/s^2 + r^2/s^2 - log(r^2/s^2) - 1)",
    "KL(X || Y) = 1/2*((m - k)^2/r^2 + r^2/s^2 - log(r^2/s^2) - 1)",
    "X ~ Normal(m, r^2)",
    "Y ~ Normal(k, s^2)",
  ],
  ["SPB cuni-mean", "E(X) = (a + b)/2", "E(X) = (b - a)/2", "X ~ Uniform(a, b)"],
  ["SPB cuni-var", "Var(X) = (b - a)^2/12", "Var(X) = (b - a)^2/6", "X ~ Uniform(a, b)"],
  ["SPB exp-mean", "E(X) = 1/lambda", "E(X) = lambda", "X ~ Exponential(lambda)"],
  ["SPB exp-var", "Var(X) = 1/lambda^2", "Var(X) = 1/lambda", "X ~ Exponential(lambda)"],
  ["SPB gam-mean", "E(X) = a/b", "E(X) = a*b", "X ~ Gamma(a, b)"],
  ["SPB gam-var", "Var(X) = a/b^2", "Var(X) = a/b", "X ~ Gamma(a, b)"],
  [
    "PRML, the beta distribution",
    "Var(X) = a*b/((a + b)^2*(a + b + 1))",
    "Var(X) = a*b/((a + b)*(a + b + 1))",
    "X ~ Beta(a, b)",
  ],
  ["PRML, binary variables", "Var(X) = mu*(1 - mu)", "Var(X) = mu", "X ~ Bernoulli(mu)"],
  [
    "PRML, the binomial distribution",
    "Var(m) = N*mu*(1 - mu)",
    "Var(m) = N*mu",
    "m ~ Binomial(N, mu)",
  ],
  ["SPB poiss-mean", "E(X) = lambda", "E(X) = lambda^2", "X ~ Poisson(lambda)"],
  ["SPB poiss-var", "Var(X) = lambda", "Var(X) = lambda^2", "X ~ Poisson(lambda)"],
  [
    "AoS, the geometric distribution",
    "Var(X) = (1 - p)/p^2",
    "Var(X) = (1 - p)/p",
    "X ~ GeometricFrom1(p)",
  ],
  [
    "AoS, the sample mean and variance",
    "E(S) = sigma^2",
    "E(S) = sigma^2*(n - 1)/n",
    "X[i] ~ Normal(mu, sigma^2) iid",
    "n integer >= 2",
  ],
  [
    "AoS, the sample mean and variance",
    "Var(M) = sigma^2/n",
    "Var(M) = sigma^2",
    "X[i] ~ Normal(mu, sigma^2) iid",
    "n integer >= 2",
  ],
  [
    "the likelihood of an exponential sample",
    "D(L, lambda) = n/lambda - sum(x[i], i, 1, n)",
    "D(L, lambda) = n/lambda",
    "X ~ Exponential(lambda)",
    "n integer >= 1",
  ],
  [
    "SPB ug-mle",
    "D(L, mu) = sum(x[i] - mu, i, 1, n)/sigma^2",
    "D(L, mu) = sum(x[i] - mu, i, 1, n)/sigma",
    "X ~ Normal(mu, sigma^2)",
    "n integer >= 1",
  ],
  [
    "SPB poiss-mle",
    "D(L, lambda) = sum(x[i], i, 1, n)/lambda - n",
    "D(L, lambda) = sum(x[i], i, 1, n)/lambda",
    "X ~ Poisson(lambda)",
    "n integer >= 1",
  ],
  [
    "PRML, conditional Gaussians",
    "E(X | Y) = E(X) + Cov(X, Y)/Var(Y)*(Y - E(Y))",
    "E(X | Y) = E(X) - Cov(X, Y)/Var(Y)*(Y - E(Y))",
    "X, Y jointly normal",
  ],
  [
    "PRML, conditional Gaussians",
    "Var(X | Y) = Var(X) - Cov(X, Y)^2/Var(Y)",
    "Var(X | Y) = Var(X) + Cov(X, Y)^2/Var(Y)",
    "X, Y jointly normal",
  ],
];

const mean = "1/n*sum(X[j], j, 1, n)";
const written = (text: string): string =>
  text
    .replace("E(S)", `E(1/(n - 1)*sum((X[i] - ${mean})^2, i, 1, n))`)
    .replace("Var(M)", `Var(${mean})`)
    .replace("D(L,", "D(sum(logpdf(X, x[i]), i, 1, n),");

test("formulas of textbooks hold, and a misprint of each is refuted", () => {
  for (const [source, text, wrong, ...assumptions] of facts) {
    assert.match(grade(written(text), ...assumptions), /^proved/, `${source}: ${text}`);
    assert.is(grade(written(wrong), ...assumptions), "refuted", `${source}: ${wrong}`);
  }
});

test("what only holds for other parameters, or is not known, is not proved", () => {
  assert.is(grade("E(exp(t*X)) = lambda/(lambda - t)", "X ~ Exponential(lambda)"), "proved-if");
  assert.is(grade("E(X*Y) = E(X)*E(Y)", "X ~ Poisson(a)", "Y ~ Poisson(b)"), "unknown");
  assert.is(grade("E(1/X) = 1/a", "X ~ Poisson(a)"), "unknown");
  assert.is(grade("E(X) = mu", "X ~ Normal(mu, s2)", "X > 0"), "unknown");
  assert.is(grade("E(X) = 0", "X ~ Normal(0, -1)"), "unknown");
  assert.is(grade("KL(X || Y) = 0", "X ~ Uniform(0, a)", "Y ~ Uniform(0, b)"), "unknown");
});

test("a parameter that is random, or a number of trials that is none, gives no distribution", () => {
  const { grade: of, reason } = gradeClaim(
    claimOf("E(X) = Y", ["X ~ Normal(Y, 1)", "Y random variable"]),
    () => 0,
  );
  assert.is(of, "unknown");
  assert.match(reason ?? "", /a parameter of the distribution of X is random, Y/);
  assert.is(grade("Var(X) = 1", "X[i] ~ Normal(X[i - 1], 1)"), "unknown");
  assert.is(grade("E(X) = y", "X ~ Normal(y, 1)"), "proved");
  assert.is(grade("E(X) = p/2", "X ~ Binomial(1/2, p)"), "unknown");
  assert.is(grade("E(X) = 2*p", "X ~ Binomial(2, p)"), "proved");
});

test("a constant that a distribution never has, and a value that is certain, have no log density", () => {
  for (const [law, at] of [
    ["Uniform(0, 1)", "2"],
    ["Exponential(lambda)", "-1"],
    ["Bernoulli(p)", "2"],
    ["Binomial(3, p)", "4"],
    ["Poisson(lambda)", "1/2"],
    ["GeometricFrom1(p)", "0"],
    ["GeometricFrom0(p)", "-1"],
  ]) {
    const text = `logpdf(X, ${at}) = logpdf(X, ${at})*2 - logpdf(X, ${at})`;
    const { grade: of, reason } = gradeClaim(claimOf(text, [`X ~ ${law}`]), () => 0);
    assert.is(of, "unknown", law);
    assert.match(reason ?? "", /is no value that this distribution has/, law);
  }
  assert.is(grade("logpdf(X, 2) = -log(3)", "X ~ Uniform(0, 3)"), "proved-if");
  assert.match(grade("logpdf(X, 3) = 3*log(p)", "X ~ Binomial(3, p)"), /^proved/);
  assert.is(grade("H(X) = 0", "X ~ Bernoulli(1)"), "unknown");
  assert.is(grade("KL(Y || X) = 0", "X ~ Bernoulli(1)", "Y ~ Bernoulli(1/2)"), "unknown");
});

test.run();
