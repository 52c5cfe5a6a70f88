import { suite } from "uvu";
import * as assert from "uvu/assert";
import {
  gaussianCdf,
  gaussianLogLikelihood,
  gaussianLogPdf,
  gaussianMLE,
  gaussianPdf,
  random,
  rational,
} from "../../src/index.js";
import { assertClose } from "../support/close.js";
import { reference } from "../support/reference.js";
import { refuses } from "../support/refuses.js";

// Exact fractions of the doubles, rounded once: test/fixtures/reference/statisticsMore.py made them.
const { gaussian, normal } = reference("statisticsMore");

const mle = suite("gaussian.mu-ml");
mle(
  "mean and variance are the exact ones, rounded once, whatever their size and their ratio",
  () => {
    for (const { name, xs, mu, sigma2 } of gaussian) {
      const found = gaussianMLE(xs);
      assert.is(found.N, xs.length, name);
      assert.is(found.muML, mu, name);
      assert.is(found.sigma2ML, sigma2 ?? Infinity, name);
    }
  },
);
mle("NIST's certified standard deviations are met to their digits", () => {
  const sd = (name: string) => {
    const { xs } = gaussian.find((one: { name: string }) => one.name === name);
    const { N, sigma2ML } = gaussianMLE(xs);
    return Math.sqrt((sigma2ML * N) / (N - 1));
  };
  assertClose(sd("NIST Michelso"), 0.0790105478190518, 1e-13);
  assertClose(sd("NIST NumAcc4"), 0.1, 1e-8); // the doubles nearest to 10000000.1 and .3 allow no more
});
mle("shifting the sample by a whole number shifts the mean alone", () => {
  const xs = [0.5, 1.25, -3, 2.75];
  const { muML, sigma2ML } = gaussianMLE(xs);
  const shifted = gaussianMLE(xs.map((x) => x + 1024));
  assert.equal([shifted.muML, shifted.sigma2ML], [muML + 1024, sigma2ML]);
});
mle("no other mean and no other variance has a larger likelihood", () => {
  const source = random(1);
  const xs = Array.from({ length: 20 }, () => source.normal(3, 2));
  const { muML: mu, sigma2ML: sigma2 } = gaussianMLE(xs);
  const best = gaussianLogLikelihood(xs, { mu, sigma2 });
  for (const factor of [0.9, 0.99, 1.01, 1.1]) {
    assert.ok(gaussianLogLikelihood(xs, { mu: mu * factor, sigma2 }) < best);
    assert.ok(gaussianLogLikelihood(xs, { mu, sigma2: sigma2 * factor }) < best);
  }
});
mle("any list of numbers is a sample; what is none is refused by its place", () => {
  assert.equal(gaussianMLE(Float64Array.of(1, 3) as never), { N: 2, muML: 2, sigma2ML: 1 });
  assert.equal(gaussianMLE([7]), { N: 1, muML: 7, sigma2ML: 0 });
  const wrong = (xs: unknown, message: RegExp) =>
    refuses(() => gaussianMLE(xs as number[]), message);
  wrong([], /^gaussianMLE: xs must hold at least one observation, got \[\]$/);
  wrong([NaN, 1], /^gaussianMLE: xs\[0\] must be a finite number, got NaN$/);
  wrong([1, Infinity], /^gaussianMLE: xs\[1\] must be a finite number, got Infinity$/);
  wrong([1, "2"], /^gaussianMLE: xs\[1\] must be a finite number, got "2"$/);
  wrong("123", /^gaussianMLE: xs must be an array of numbers, got "123"$/);
  wrong(
    new DataView(new ArrayBuffer(8)),
    /^gaussianMLE: xs must be an array of numbers, got a DataView$/,
  );
});
mle.run();

const likelihood = suite("gaussian.log-likelihood");
likelihood("the log-likelihood keeps its digits at 1e9 with sd 1e-3 and elsewhere", () => {
  for (const { name, xs, at } of gaussian) {
    for (const [mu, sigma2, expected] of at) {
      const found = gaussianLogLikelihood(xs, { mu, sigma2 });
      if (expected === null) assert.is(found, -Infinity, name);
      // two terms, each within two roundings; they may cancel
      else
        assert.ok(
          Math.abs(found - expected) <=
            1e-15 * Math.max(2 * xs.length * Math.abs(Math.log(sigma2)), Math.abs(expected)),
          `${name}, ${found}`,
        );
    }
  }
});
likelihood("it is the sum of the log-densities", () => {
  const xs = [0.5, -1, 2.25];
  const parameters = { mu: 0.25, sigma2: 1.5 };
  const sum = xs.reduce((total, x) => total + gaussianLogPdf(x, parameters), 0);
  assertClose(gaussianLogLikelihood(xs, parameters), sum, 1e-15);
});
likelihood("a wrong argument is named", () => {
  const wrong = (xs: unknown, parameters: object, message: RegExp) =>
    refuses(
      () => gaussianLogLikelihood(xs as number[], parameters as { mu: 0; sigma2: 1 }),
      message,
    );
  wrong(
    [1],
    { mu: 0, sigma2: -1 },
    /^gaussianLogLikelihood: sigma2 must be a finite number > 0, got -1$/,
  );
  wrong(
    [1],
    { mu: NaN, sigma2: 1 },
    /^gaussianLogLikelihood: mu must be a finite number, got NaN$/,
  );
  wrong(
    [1],
    { mean: 0 },
    /^gaussianLogLikelihood: parameters must only have mu, sigma2, got "mean"$/,
  );
  wrong(
    [],
    { mu: 0, sigma2: 1 },
    /^gaussianLogLikelihood: xs must hold at least one observation, got \[\]$/,
  );
  wrong(
    [NaN],
    { mu: 0, sigma2: 1 },
    /^gaussianLogLikelihood: xs\[0\] must be a finite number, got NaN$/,
  );
});
likelihood.run();

const density = suite("gaussianPdf");
density("density, log-density and distribution agree with mpmath, far out too", () => {
  for (const [x, mu, sigma2, pdf, logPdf, cdf] of normal) {
    const what = `x=${x}, mu=${mu}, sigma2=${sigma2}`;
    assertClose(gaussianPdf(x, { mu, sigma2 }), pdf, 1e-15, what);
    assertClose(gaussianLogPdf(x, { mu, sigma2 }), logPdf, 1e-14, what);
    // near -2 the series is subtracted from 1/2, which costs a digit
    assertClose(gaussianCdf(x, { mu, sigma2 }), cdf, 1e-14, what);
  }
});
density("the distribution rises from 0 to 1, is 1/2 at the mean and symmetric about it", () => {
  const parameters = { mu: 3, sigma2: 4 };
  const P = (x: number) => gaussianCdf(x, parameters);
  assert.is(P(3), 0.5);
  assert.equal([P(-1e9), P(1e9)], [0, 1]);
  let before = 0;
  for (let x = -8; x <= 14; x += 0.125) {
    assert.ok(P(x) > before);
    assert.ok(Math.abs(P(x) + P(6 - x) - 1) < 1e-15);
    before = P(x);
  }
});
density("the distribution's slope is the density", () => {
  const parameters = { mu: -1, sigma2: 0.5 };
  for (const x of [-4, -2.4142, -1, 0, 0.4, 2]) {
    const slope = (gaussianCdf(x + 1e-5, parameters) - gaussianCdf(x - 1e-5, parameters)) / 2e-5;
    assert.ok(Math.abs(slope - gaussianPdf(x, parameters)) < 1e-9);
  }
});
density("beyond the smallest double the density is 0, and its logarithm is not", () => {
  assert.is(gaussianPdf(1e200, { mu: 0, sigma2: 1 }), 0);
  assert.is(gaussianPdf(-40, { mu: 0, sigma2: 1 }), 0);
  assertClose(gaussianLogPdf(-40, { mu: 0, sigma2: 1 }), -800.9189385332047, 1e-15);
  assert.is(gaussianLogPdf(1e200, { mu: 0, sigma2: 1 }), -Infinity);
});
density("a wrong argument carries the name of the function that was called", () => {
  for (const f of [gaussianPdf, gaussianLogPdf, gaussianCdf]) {
    const wrong = (x: unknown, parameters: object, message: string) =>
      refuses(
        () => f(x as number, parameters as { mu: 0; sigma2: 1 }),
        new RegExp(`^${f.name}: ${message}$`),
      );
    wrong(NaN, { mu: 0, sigma2: 1 }, "x must be a finite number, got NaN");
    wrong("0", { mu: 0, sigma2: 1 }, 'x must be a finite number, got "0"');
    wrong(0, { mu: 0, sigma2: Infinity }, "sigma2 must be a finite number > 0, got Infinity");
    wrong(0, { mu: "0", sigma2: 1 }, 'mu must be a finite number, got "0"');
    wrong(0, { mu: 0, sigma: 1 }, 'parameters must only have mu, sigma2, got "sigma"');
  }
  assert.throws(
    () => gaussianPdf(rational(0) as never, { mu: 0, sigma2: 1 }),
    /^gaussianPdf: x must be a finite number, got 0$/,
  );
});
density.run();
