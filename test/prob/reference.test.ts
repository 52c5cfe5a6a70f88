import { suite } from "uvu";
import * as assert from "uvu/assert";
import * as core from "../../src/index.js";
import { assertClose } from "../support/close.js";
import { reference } from "../support/reference.js";

const { rational } = core;
const statistics = reference("statistics");

const bayes = suite("bayes.ex-2-1");
const exercise = {
  prior: rational("0.001"),
  truePositive: rational("0.9"),
  falsePositive: rational("0.03"),
};
bayes("the exercise's posterior is 10/343, which is 0.0292", () => {
  const { evidence, posterior } = core.binaryTest(exercise);
  assert.is(posterior.toString(), "10/343"); // by hand: 0.0009 / 0.03087
  assert.is(posterior.toFixed(4), "0.0292");
  assert.is(evidence.toString(), "3087/100000");
});
bayes("the misprints evaluate to 100/433 and 100/343", () => {
  assert.is(
    core.binaryTest({ ...exercise, falsePositive: rational("0.003") }).posterior.toString(),
    "100/433",
  );
  assert.is(rational("0.0009").div(rational("0.003087")).toString(), "100/343");
});
bayes("doubles give doubles", () => {
  for (const { alpha, beta, prior, evidence, posteriorPos } of statistics.bayes) {
    const found = core.binaryTest({ prior, truePositive: alpha, falsePositive: beta });
    assertClose(found.evidence, evidence, 1e-14);
    assertClose(found.posterior, posteriorPos, 1e-14);
  }
});
bayes("bayes agrees with counting over three causes", () => {
  const { evidence, posteriors } = core.bayes(
    ["1/2", "1/3", "1/6"].map((p) => rational(p)),
    ["1/10", "1/5", "1/2"].map((p) => rational(p)),
  );
  assert.is(evidence.toString(), "1/5"); // of 60: 3 + 4 + 5 = 12
  assert.equal(posteriors.map(String), ["1/4", "1/3", "5/12"]);
});
bayes("what is no probability is refused by name", () => {
  assert.throws(
    () => core.binaryTest({ prior: 1.5, truePositive: 1, falsePositive: 0 }),
    /^binaryTest: prior must be from 0 to 1, got 1\.5$/,
  );
  assert.throws(
    () => core.binaryTest({ prior: 0, truePositive: 1, falsePositive: 0 }),
    /^binaryTest: evidence must be > 0, got 0/,
  );
  assert.throws(
    () =>
      core.binaryTest({
        prior: rational("1/2"),
        truePositive: 0.5 as never,
        falsePositive: rational("1/2"),
      }),
    /^binaryTest: truePositive must be a Rational as prior is, got 0\.5$/,
  );
  assert.throws(() => core.bayes([0.5, 0.4], [1, 1]), /^bayes: priors must sum to 1, got 0\.9$/);
  assert.throws(() => core.bayes([1], [0]), /^bayes: evidence must be > 0, got 0/);
  assert.throws(
    () => core.bayes([0.5, 0.5], [1]),
    /^bayes: likelihoods must be an array of 2, one for each prior/,
  );
});
bayes.run();

const gaussian = suite("gaussian.mu-ml");
gaussian("gaussianMLE agrees with exact fractions, also at mean 1e9 and sd 1e-3", () => {
  for (const { x, name, mean, varMLE } of statistics.gaussian) {
    if (!Array.isArray(x) || !x.length || !x.every(Number.isFinite)) continue;
    const { N, muML, sigma2ML } = core.gaussianMLE(x);
    assert.is(N, x.length);
    assertClose(muML, mean, 1e-15, name);
    assert.ok(Math.abs(sigma2ML - varMLE) <= 1e-13 * varMLE, name);
  }
});
gaussian("gaussianMLE keeps 13 digits of NIST's standard deviations", () => {
  const pairs: Record<string, [number, number, number]> = {
    NumAcc2: [1.2, 1.1, 1.3],
    NumAcc3: [1000000.2, 1000000.1, 1000000.3],
  };
  for (const [name, [first, low, high]] of Object.entries(pairs)) {
    const xs = [first, ...Array.from({ length: 1000 }, (_, i) => (i % 2 ? high : low))];
    const { N, sigma2ML } = core.gaussianMLE(xs);
    assertClose(
      Math.sqrt((sigma2ML * N) / (N - 1)),
      statistics.nist[name].exactSdOfDoubles,
      1e-13,
      name,
    );
  }
});
gaussian("density and log-density agree with mpmath, also 37 standard deviations out", () => {
  for (const { x, mu, sigma, pdf, logpdf } of statistics.normal) {
    const parameters = { mu, sigma2: sigma * sigma };
    if (!Number.isFinite(parameters.sigma2) || !(sigma > 0)) continue; // refused, as the test below says
    assertClose(core.gaussianPdf(x, parameters), pdf, 1e-12); // the exponent's rounding times its size
    assertClose(core.gaussianLogPdf(x, parameters), logpdf, 1e-14);
  }
});
gaussian("the log-likelihood is the sum of log-densities", () => {
  const xs = [2, 4, 4, 4, 5, 5, 7, 9];
  assertClose(
    core.gaussianLogLikelihood(xs, { mu: 5, sigma2: 4 }),
    -4 * Math.log(8 * Math.PI) - 4,
    1e-15,
  ); // S = 32
  assert.equal(core.gaussianMLE(xs), { N: 8, muML: 5, sigma2ML: 4 });
  assert.equal(core.gaussianMLE([3, 3]), { N: 2, muML: 3, sigma2ML: 0 });
});
gaussian("what cannot be observed is refused", () => {
  assert.throws(() => core.gaussianMLE([]), /^gaussianMLE: xs must hold at least one observation/);
  assert.throws(
    () => core.gaussianMLE([1, NaN]),
    /^gaussianMLE: xs\[1\] must be a finite number, got NaN$/,
  );
  assert.throws(
    () => core.gaussianPdf(0, { mu: 0, sigma2: 0 }),
    /^gaussianPdf: sigma2 must be a finite number > 0, got 0$/,
  );
});
gaussian.run();

const uniform = suite("uniform.mean");
const interval = { a: rational(2), b: rational(7) };
uniform("moments are exact: (a+b)/2, (a^2+ab+b^2)/3, (b-a)^2/12", () => {
  assert.is(core.uniformMoment(0, interval).toString(), "1");
  assert.is(core.uniformMoment(1, interval).toString(), "9/2");
  assert.is(core.uniformMoment(2, interval).toString(), "67/3");
  assert.is(core.uniformMoment(3, interval).toString(), "477/4"); // (2401 - 16) / 20
  assert.is(core.uniformVariance(interval).toString(), "25/12");
});
uniform("doubles keep their digits where the interval is far from zero", () => {
  for (const { a, b, mean, ex2, variance, pdf } of statistics.uniform) {
    if (![a, b, mean, ex2, variance, pdf].every(Number.isFinite) || a >= b) continue;
    assertClose(core.uniformMoment(1, { a, b }), mean, 1e-15);
    assertClose(core.uniformMoment(2, { a, b }), ex2, 1e-15);
    assertClose(core.uniformVariance({ a, b }), variance, 1e-15);
    assertClose(core.uniformPdf((a + b) / 2, { a, b }), pdf, 1e-15);
  }
});
uniform("the density is 1/(b-a) inside and 0 outside", () => {
  const density = (x: string) => core.uniformPdf(rational(x), interval).toString();
  assert.equal(["2", "5/2", "7", "8", "1"].map(density), ["0", "1/5", "0", "0", "0"]);
  assert.throws(
    () => core.uniformPdf(1, { a: 2, b: 2 }),
    /^uniformPdf: a must be < b, got a=2, b=2$/,
  );
  assert.throws(
    () => core.uniformMoment(-1, interval),
    /^uniformMoment: n must be an integer >= 0, got -1$/,
  );
});
uniform.run();

const expectation = suite("expectation.sum");
const [none, half, one, six] = ["0", "1/2", "1", "6"].map((text) => rational(text));
const equal = {
  x: [one, six],
  z: [one, six],
  p: [
    [half, none],
    [none, half],
  ],
};
expectation("E[x+z] = E[x] + E[z], independent or not", () => {
  assert.is(core.expectation(equal).toString(), "7");
  assert.is(core.expectation(equal, (x, z) => x.mul(z)).toString(), "37/2"); // (1 + 36) / 2
  assert.equal(core.marginals(equal).x.map(String), ["1/2", "1/2"]);
  const product = core.independent([1, 2], [0.25, 0.75], [3, 5], [0.5, 0.5]);
  assert.is(core.expectation(product), 5.75);
  assert.equal(core.marginals(product).z, [0.5, 0.5]);
});
expectation("a joint distribution that is none is refused", () => {
  assert.throws(
    () => core.expectation({ ...equal, p: [[half, none]] }),
    /^expectation: p must have 2 rows of 2/,
  );
  assert.throws(
    () =>
      core.expectation({
        ...equal,
        p: [
          [half, half],
          [none, half],
        ],
      }),
    /^expectation: p must sum to 1, got 3\/2$/,
  );
});
expectation.run();
