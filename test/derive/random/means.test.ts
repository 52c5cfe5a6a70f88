import { suite } from "uvu";
import * as assert from "uvu/assert";
import { gradeClaim } from "../../../src/derive/claims/gradeClaim.js";
import { verify } from "../../../src/derive/records/verify.js";
import { derivation, tex, vocabulary } from "../../../src/index.js";
import { claimOf } from "../claimOf.js";

const test = suite("derive: means, variances and covariances");

const found = (text: string, ...assumptions: string[]) =>
  gradeClaim(claimOf(text, assumptions), () => 0);
const grade = (text: string, ...assumptions: string[]): string => found(text, ...assumptions).grade;
const any = ["X random variable", "Y random variable"];

test("E is linear, and Var and Cov are what E makes of them", () => {
  for (const text of [
    "E(a*X + b*Y + c) = a*E(X) + b*E(Y) + c",
    "E[2*X] = 2*E[X]",
    "Var(X) = E((X - E(X))^2)",
    "Var(X) = Cov(X, X)",
    "Cov(X, Y) = E(X*Y) - E(X)*E(Y)",
    "Cov(X + Y, X - Y) = Var(X) - Var(Y)",
    "E(E(X)) = E(X)",
    "E((X - c)^2) = Var(X) + (E(X) - c)^2",
    "sd(X)^2 = Var(X)",
    "E(X^3) = E((X - E(X))^3) + 3*E(X)*Var(X) + E(X)^3",
  ])
    assert.is(grade(text, ...any), "proved-if", text);
});

test("what holds for some distributions alone is refuted, and the distribution is shown", () => {
  const { grade: of, witness } = found("Var(X + Y) = Var(X) + Var(Y)", ...any);
  assert.is(of, "refuted");
  assert.equal(witness, {
    point: {
      "(X, Y)":
        "(0, 1) with probability 1/2, (1, 2) with probability 1/4, (3, 0) with probability 1/4",
    },
    lhs: "1",
    rhs: "2",
  });
  for (const text of [
    "E(X*Y) = E(X)*E(Y)",
    "Var(a*X) = a*Var(X)",
    "Var(X - Y) = Var(X) - Var(Y)",
    "E(X^2) = E(X)^2",
    "E(abs(X)) = abs(E(X))",
    "E(log(1 + X^2)) = log(1 + E(X)^2)",
    "E(X | Y) = E(X)",
    "E(X^2) <= E(X)^2",
    "Var(X) <= 3",
    "Corr(X, Y) = Cov(X, Y)",
  ])
    assert.is(grade(text, ...any), "refuted", text);
});

test("means are supposed to be finite, as a condition that an assumption can meet", () => {
  const texts = (...more: string[]) =>
    found("Var(2*X) = 4*Var(X)", ...any, ...more).conditions.map(
      ({ text, metBy }) => `${text}: ${metBy ?? "open"}`,
    );
  assert.equal(texts(), ["Var(X) is finite: open"]);
  assert.equal(texts("Var(X) finite"), ["Var(X) is finite: Var(X) finite"]);
  assert.equal(texts("E(X^2) finite"), ["Var(X) is finite: E(X^2) finite"]);
  assert.equal(texts("E(X) finite"), ["Var(X) is finite: open"]);
  assert.is(grade("E(exp(X) + 1) = E(exp(X)) + 1", ...any), "proved-if");
  // No distribution gives these a value.
  assert.is(grade("E(log(-X^2 - 1)) = E(log(-X^2 - 1) + 1) - 1", ...any), "unknown");
});

test("products of independent variables split, and only where one statement speaks of all of them", () => {
  assert.is(grade("E(X^2*exp(Y)) = E(X^2)*E(exp(Y))", "X, Y independent"), "proved-if");
  assert.is(grade("E(X*Y*Z) = E(X)*E(Y)*E(Z)", "X, Y, Z independent"), "proved-if");
  assert.is(grade("E(X*Y*Z) = E(X)*E(Y*Z)", "X independent of Y, Z"), "proved-if");
  assert.is(grade("E(X*Y*Z) = E(X)*E(Y)*E(Z)", "X independent of Y, Z"), "refuted");
  const pairs = ["X, Y independent", "Y, Z independent", "X, Z independent"];
  assert.is(grade("E(X*Y*Z) = E(X)*E(Y)*E(Z)", ...pairs), "unknown");
  assert.is(grade("Var(X + Y + Z) = Var(X) + Var(Y) + Var(Z)", ...pairs), "proved-if");
});

test("of a sample the mean has variance s/n, and the sum of squares n - 1 times s", () => {
  const sample = ["X[i] iid", "Var(X[i]) = s", "E(X[i]) = mu", "n integer >= 1"];
  const mean = "1/n*sum(X[j], j, 1, n)";
  for (const [text, wrong] of [
    [`E(${mean}) = mu`, `E(${mean}) = mu/n`],
    [`Var(${mean}) = s/n`, `Var(${mean}) = s/n^2`],
    [`E((${mean})^2) = mu^2 + s/n`, `E((${mean})^2) = mu^2`],
    [
      `E(1/n*sum((X[i] - ${mean})^2, i, 1, n)) = (n - 1)/n*s`,
      `E(1/n*sum((X[i] - ${mean})^2, i, 1, n)) = s`,
    ],
    [`E(1/n*sum((X[i] - mu)^2, i, 1, n)) = s`, `E(1/n*sum((X[i] - mu)^2, i, 1, n)) = (n - 1)/n*s`],
  ]) {
    assert.is(grade(text, ...sample), "proved-if", text);
    assert.is(grade(wrong, ...sample), "refuted", wrong);
  }
  const dependent = ["X[i] identically distributed", "Var(X[i]) = s", "n integer >= 1"];
  assert.is(grade(`Var(${mean}) = s/n`, ...dependent), "refuted");
  assert.is(grade(`Var(${mean}) = s/n`, "X[i] uncorrelated", ...dependent), "proved-if");
});

test("two entries of a family may be one, unless it is said that they are not", () => {
  assert.is(grade("E(X[i]*X[j]) = E(X[i])*E(X[j])", "X[i] independent", "i != j"), "proved-if");
  assert.is(grade("E(X[i]*X[j]) = E(X[i])*E(X[j])", "X[i] independent"), "refuted");
  assert.is(grade("E(X[1]*X[2]) = E(X[1])*E(X[2])", "X[i] independent"), "proved-if");
  assert.is(grade("E(X[k]*X[k + 1]) = E(X[k])*E(X[k + 1])", "X[i] independent"), "proved-if");
  const pairs = ["(X[i], Y[i]) iid", "n integer >= 1"];
  const means = "1/n*sum(X[i], i, 1, n), 1/n*sum(Y[i], i, 1, n)";
  assert.is(grade(`Cov(${means}) = Cov(X[1], Y[1])/n`, ...pairs), "proved-if");
  assert.is(grade(`Cov(${means}) = 0`, ...pairs), "refuted");
});

test("what is known comes out of a mean under a condition, and its mean is the mean", () => {
  for (const text of [
    "E(Y*X + Y^2 | Y) = Y*E(X | Y) + Y^2",
    "E(E(X | Y)) = E(X)",
    "Var(X) = E(Var(X | Y)) + Var(E(X | Y))",
    "Cov(X, Y) = Cov(E(X | Y), Y)",
    "E((X - E(X | Y))*Y^2) = 0",
    "Var(X - E(X | Y)) = E(Var(X | Y))",
  ])
    assert.is(grade(text, ...any), "proved-if", text);
  assert.is(grade("E(X | Y) = E(X)", "X, Y independent"), "proved-if");
  assert.is(grade("Var(X | Y) = Var(X)", ...any), "refuted");
});

test("what is assumed of a mean is used, and a distribution that breaks it refutes nothing", () => {
  assert.is(grade("Var(X) = E(X^2)", "X random variable", "E(X) = 0"), "proved-if");
  assert.is(grade("0 <= Var(X)", "X random variable", "Var(X) = v"), "proved-if");
  assert.is(grade("E(X*Y) = c + m*E(Y)", ...any, "E(X) = m", "Cov(X, Y) = c"), "proved-if");
  assert.is(grade("E(X) = 3", "X random variable", "E(X) = 2*m", "m = 1"), "unknown");
  assert.is(grade("E(X) <= E(X^2)", "X random variable", "E(X) = 1"), "proved-if");
  assert.is(grade("E(X) = E(X^2)", "X random variable", "X > 0"), "refuted");
});

test("a letter that is declared to be something else is no mean", () => {
  assert.match(found("E(X) = E(X + 0*Y)", "E function", ...any).method, /normal form/);
  assert.is(grade("E(X + Y) = E(X) + E(Y)", "E function", ...any), "unknown");
  assert.is(grade("E(X + Y) = E(X) + E(Y)"), "unknown");
});

test("a name that notes give to a moment refutes nothing, unless something is said of it", () => {
  for (const text of ["mu_X = E(X)", "sigma_X^2 = Var(X)", "rho_XY = Corr(X, Y)", "Xbar = E(X)"]) {
    const { grade: of, reason } = found(text, ...any);
    assert.is(of, "unknown", text);
    assert.match(reason ?? "", /may be a moment of X/, text);
  }
  assert.is(grade("mu_X = E(X)", ...any, "mu_X real"), "refuted");
  assert.is(grade("mu_X = E(X)", ...any, "E(X) = mu_X"), "proved-if");
  assert.is(grade("Var(X) = sigma_X", "X ~ Normal(mu_X, sigma_X^2)"), "refuted");
  assert.is(grade("Var(X) = m_1", ...any), "refuted");
});

test("the same is read from LaTeX, in steps of a derivation that its record alone gives again", () => {
  const raw = String.raw`\operatorname{Var}\left(\frac{1}{n} \sum_{i=1}^n X_i\right)
    = \frac{1}{n^2} \sum_{i=1}^n \operatorname{Var}(X_i) = \frac{\sigma^2}{n}`;
  const said = vocabulary({ "X[i]": "iid", n: "integer >= 1" });
  const made = derivation("a.mean", [...said, "Var(X[i]) = sigma^2"]).chain(
    tex(Object.assign([raw], { raw: [raw] })),
  );
  const record = made.toJSON();
  assert.equal(
    record.steps.map((step) => step.grade),
    ["proved-if", "proved-if"],
  );
  assert.equal(verify(JSON.parse(JSON.stringify(record))).problems, []);
});

test("what may be read in two ways is refused with what to write", () => {
  const refusal = (text: string): string => found("E(X) = 0", text).reason ?? "";
  assert.match(refusal("X ~ Normal(mu, sigma)"), /may be the deviation.*write sigma\^2/);
  assert.match(refusal("X ~ Gamma(k, theta)"), /may be a scale.*write 1\/theta/);
  assert.match(refusal("X ~ Geometric(p)"), /trials or failures.*GeometricFrom1\(p\)/);
  assert.match(refusal("X ~ Cauchy(0, 1)"), /no law that is known here: Normal/);
  assert.match(refusal("X ~ Poisson(a, b)"), /Poisson takes the mean, got 2/);
  assert.match(refusal("X iid"), /said of several/);
});

test("of two distributions of one variable none is taken", () => {
  const twice = ["X ~ Normal(0, 1)", "X ~ Normal(1, 1)"];
  const { grade, reason } = gradeClaim(claimOf("E(X) = 1", twice), () => 0);
  assert.equal([grade, reason], ["unknown", "X has two distributions: state one"]);
});

test.run();
