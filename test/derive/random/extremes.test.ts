import { suite } from "uvu";
import * as assert from "uvu/assert";
import { gradeClaim } from "../../../src/derive/claims/gradeClaim.js";
import { extremeMoment } from "../../../src/derive/random/laws/extremes.js";
import { constantValue } from "../../../src/derive/tree/constants.js";
import { type Expr, number } from "../../../src/derive/tree/expression.js";
import { Rational } from "../../../src/index.js";
import { claimOf } from "../claimOf.js";

const test = suite(
  "derive: least and largest of random variables, values in conditions, posteriors",
);

/** The last equals sign outside of parentheses divides a claim. */
function gradeOf(claim: string, given: string): string {
  const [, lhs, rhs] = /^(.*\)) = (.*)$/.exec(claim.replace(/\| (\w) = /g, "| $1 := ")) ?? [];
  const [left, right] = [lhs, rhs].map((side) => side.replaceAll(":=", "="));
  const row = { ...claimOf("a = b", given.split("; ")), lhs: left, rhs: right };
  return gradeClaim(row, () => 0).grade;
}
const grades = (rows: [claim: string, given: string, grade: string][]): void => {
  for (const [claim, given, grade] of rows)
    assert.is(gradeOf(claim, given), grade, `${claim} if ${given}`);
};

/** The value of a tree of numbers. */
function valueOf(expr: Expr): number {
  if (expr.kind === "pow") return valueOf(expr.left) ** valueOf(expr.right);
  if (expr.kind === "neg") return -valueOf(expr.of);
  if (expr.kind === "add") return expr.terms.reduce((sum, term) => sum + valueOf(term), 0);
  if (expr.kind === "mul") return expr.factors.reduce((all, one) => all * valueOf(one), 1);
  if (expr.kind === "div") return valueOf(expr.left) / valueOf(expr.right);
  return constantValue(expr)!.toNumber();
}

/** E M^k as the integral of k x^(k - 1) (1 - F(x)), by Simpson's rule; of whole numbers as a sum. */
function byTail(k: number, above: (x: number) => number, end: number, isWhole: boolean): number {
  if (isWhole)
    return Array.from({ length: end }, (_, x) => ((x + 1) ** k - x ** k) * above(x)).reduce(
      (all, one) => all + one,
    );
  const steps = 20000;
  const value = (x: number): number => k * x ** (k - 1) * above(x);
  let all = value(0) + value(end);
  for (let i = 1; i < steps; i++) all += (i % 2 ? 4 : 2) * value((end * i) / steps);
  return (all * end) / steps / 3;
}

test("moments of the least and the largest agree with integrals of their tails", () => {
  // What is left above x of each law, for two or three variables.
  const laws = {
    uniform: {
      own: [
        [
          [0, 1],
          [2, 1],
        ],
      ],
      above: () => (x: number) => 1 - x / 2,
      end: 2,
      whole: false,
    },
    exponential: {
      own: [[[1, 2]], [[3, 2]], [[2, 1]]],
      above:
        ([[n, d]]: number[][]) =>
        (x: number) =>
          Math.exp((-x * n) / d),
      end: 60,
      whole: false,
    },
    trials: {
      own: [[[1, 2]], [[1, 3]], [[2, 5]]],
      above:
        ([[n, d]]: number[][]) =>
        (x: number) =>
          (1 - n / d) ** x,
      end: 200,
      whole: true,
    },
    failures: {
      own: [[[1, 2]], [[1, 3]], [[2, 5]]],
      above:
        ([[n, d]]: number[][]) =>
        (x: number) =>
          (1 - n / d) ** (x + 1),
      end: 200,
      whole: true,
    },
  };
  for (const [law, { own, above, end, whole }] of Object.entries(laws))
    for (const count of [2, 3])
      for (const k of [1, 2, 3]) {
        const all = Array.from({ length: count }, (_, i) => own[i % own.length]);
        const tails = all.map((one) => above(one));
        const least = (x: number) => tails.reduce((left, tail) => left * tail(x), 1);
        const most = (x: number) => 1 - tails.reduce((left, tail) => left * (1 - tail(x)), 1);
        const parameters = all.map((one) =>
          one.map(([n, d]) => number(Rational.of(BigInt(n), BigInt(d)))),
        );
        for (const [which, tail] of [
          ["min", least],
          ["max", most],
        ] as const) {
          const found = extremeMoment(which, law as "uniform", k, parameters)!;
          const expected = byTail(k, tail, end, whole);
          const got = valueOf(found);
          // Simpson's rule with 20,000 steps has an error far below this.
          assert.ok(
            Math.abs(got - expected) < 1e-6 * (1 + expected),
            `${which} ${law} ${k}: ${got}`,
          );
        }
      }
});

const uniform = "X ~ Uniform(0, 1); Y ~ Uniform(0, 1)";
const exponential = "X ~ Exponential(a); Y ~ Exponential(b); X, Y independent";

test("the least and the largest of independent variables have moments", () => {
  grades([
    ["E(max(X, Y)) = 2/3", `${uniform}; X, Y independent`, "proved"],
    ["E(max(X, Y)) = 1/2", `${uniform}; X, Y independent`, "refuted"],
    ["E(max(X, Y)) = 2/3", uniform, "unknown"],
    ["Var(max(X, Y)) = 1/18", `${uniform}; X, Y independent`, "proved"],
    ["E(min(X, Y)) = 1/(a + b)", exponential, "proved"],
    ["E(max(X, Y)) = 1/a + 1/b - 1/(a + b)", exponential, "proved"],
    ["E(max(X, Y)) = 1/a + 1/b", exponential, "refuted"],
    ["E(max(X, X)) = 1", "X ~ Exponential(1)", "unknown"],
    ["E(max(X, Y)) = 2/3", "X ~ Uniform(0, 1); Y ~ Uniform(0, 2); X, Y independent", "unknown"],
  ]);
});

const pair = "X random variable; Y random variable";

test("a mean where Y has the value y is that where Y is known, at y", () => {
  grades([
    ["E(X*Y | Y = y) = y*E(X | Y = y)", pair, "proved-if"],
    ["E(X^2 | Y = y) = Var(X | Y = y) + E(X | Y = y)^2", pair, "proved-if"],
    ["Var(X + Y | Y = y) = Var(X | Y = y)", pair, "proved-if"],
    ["Var(X*Y | Y = y) = y*Var(X | Y = y)", pair, "refuted"],
    ["E(X | Y = y) = E(X)", pair, "refuted"],
    ["E(X | Y = y) = E(X)", `${pair}; X, Y independent`, "proved-if"],
    ["E(X | Y = y) = E(X) + Cov(X, Y)/Var(Y)*(y - E(Y))", "X, Y jointly normal", "proved-if"],
    ["E(X | Y = y) = E(X) + Cov(X, Y)/Var(Y)*y", "X, Y jointly normal", "refuted"],
  ]);
});

test("what a value is outside of its condition is not guessed", () => {
  grades([
    ["E(X*y | Y = y) = E(X*y)", pair, "unknown"],
    ["E(X | Y = 1) = E(X)", pair, "unknown"],
    ["E(X | Y = y) = E(Y | X = y)", pair, "unknown"],
    ["E(X | Y = y) = Y", pair, "unknown"],
    ["E(X | Y = y) = E(X)", `${pair}; y > 0`, "unknown"],
  ]);
});

test("the slope of a log posterior is that of the likelihood and of the prior", () => {
  grades([
    [
      "D(logpdf(X, k) + logpdf(Q, q), q) = (k + a - 1)/q - (n - k + b - 1)/(1 - q)",
      "X ~ Binomial(n, q); Q ~ Beta(a, b)",
      "proved-if",
    ],
    [
      "D(logpdf(X, k) + logpdf(L, l), l) = (k + a - 1)/l - (1 + r)",
      "X ~ Poisson(l); L ~ Gamma(a, r)",
      "proved-if",
    ],
    [
      "D(logpdf(X, x) + logpdf(M, m), m) = (x - m)/s^2 - (m - m0)/t^2",
      "X ~ Normal(m, s^2); M ~ Normal(m0, t^2)",
      "proved",
    ],
    [
      "D(logpdf(X, x) + logpdf(M, m), m) = (x - m)/s^2 + (m - m0)/t^2",
      "X ~ Normal(m, s^2); M ~ Normal(m0, t^2)",
      "refuted",
    ],
    ["logpdf(X, 2) = 0", "X ~ Beta(a, b)", "unknown"],
    ["H(X) = 1", "X ~ Gamma(a, b)", "unknown"],
  ]);
});

test.run();
