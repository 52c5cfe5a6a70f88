import { suite } from "uvu";
import * as assert from "uvu/assert";
import {
  bayes,
  binaryTest,
  expectation,
  independent,
  marginals,
  type Rational,
  rational,
  uniformMean,
  uniformMoment,
  uniformPdf,
  uniformVariance,
} from "../../src/index.js";
import { reference } from "../support/reference.js";
import { refuses } from "../support/refuses.js";

// test/fixtures/reference/statisticsMore.py made them with Python's fractions.
const cases = reference("statisticsMore");
const fractions = (texts: string[]) => texts.map((text) => rational(text));

const causes = suite("bayes.posterior");
causes("any number of causes has Python's exact evidence and posteriors", () => {
  for (const { priors, likelihoods, evidence, posteriors } of cases.bayes) {
    const found = bayes(fractions(priors), fractions(likelihoods));
    assert.is(`${found.evidence}`, evidence);
    assert.equal(found.posteriors.map(String), posteriors);
  }
});
causes("doubles are rounded once, at the end", () => {
  for (const [prior, truePositive, falsePositive, evidence, posterior] of cases.binaryTest) {
    assert.equal(binaryTest({ prior, truePositive, falsePositive }), { evidence, posterior });
  }
});
causes("a binary test is the case of two causes", () => {
  const [prior, truePositive, falsePositive] = fractions(["1/7", "4/5", "1/10"]);
  const two = bayes([prior, rational(1).sub(prior)], [truePositive, falsePositive]);
  const { evidence, posterior } = binaryTest({ prior, truePositive, falsePositive });
  assert.equal([`${evidence}`, `${posterior}`], [`${two.evidence}`, `${two.posteriors[0]}`]);
  assert.is(`${posterior}`, "4/7"); // 4/35 of 4/35 + 6/70
});
causes("a certain prior stays certain, an impossible one impossible", () => {
  assert.is(binaryTest({ prior: 1, truePositive: 0.5, falsePositive: 0.25 }).posterior, 1);
  assert.is(binaryTest({ prior: 0, truePositive: 0.5, falsePositive: 0.25 }).posterior, 0);
});
causes("what is no probability is refused by name", () => {
  const test = { prior: 0.5, truePositive: 0.5, falsePositive: 0.5 };
  refuses(
    () => binaryTest({ ...test, truePositive: -0.1 }),
    /^binaryTest: truePositive must be from 0 to 1, got -0\.1$/,
  );
  refuses(
    () => binaryTest({ ...test, falsePositive: 1.1 }),
    /^binaryTest: falsePositive must be from 0 to 1, got 1\.1$/,
  );
  refuses(
    () => binaryTest({ ...test, prior: NaN }),
    /^binaryTest: prior must be a finite number, got NaN$/,
  );
  refuses(
    () => binaryTest({ ...test, alpha: 1 } as never),
    /^binaryTest: test must only have prior, truePositive, falsePositive, got "alpha"$/,
  );
  refuses(
    () => binaryTest({ prior: 0.5 } as never),
    /^binaryTest: truePositive must be a finite number, got undefined$/,
  );
  refuses(
    () => bayes([], []),
    /^bayes: priors must be an array of at least one probability, got \[\]$/,
  );
  refuses(
    () => bayes(1 as never, []),
    /^bayes: priors must be an array of at least one probability, got 1$/,
  );
  refuses(
    () => bayes([1], 1 as never),
    /^bayes: likelihoods must be an array of 1, one for each prior, got 1$/,
  );
  refuses(
    () => bayes([0.5, 0.5], [0.5, 2]),
    /^bayes: likelihoods\[1\] must be from 0 to 1, got 2$/,
  );
  refuses(
    () => bayes([1.5, -0.5], [0.5, 0.5]),
    /^bayes: priors\[0\] must be from 0 to 1, got 1\.5$/,
  );
  refuses(
    () => bayes(fractions(["1/2", "1/3"]), fractions(["1", "1"])),
    /^bayes: priors must sum to 1, got 5\/6$/,
  );
  refuses(
    () => bayes([rational(1)], [1 as never]),
    /^bayes: likelihoods\[0\] must be a Rational as priors\[0\] is, got 1$/,
  );
  refuses(
    () => bayes([1], [rational(1) as never]),
    /^bayes: likelihoods\[0\] must be a number as priors\[0\] is, got 1$/,
  );
  refuses(
    () => bayes([1], [0]),
    /^bayes: evidence must be > 0, got 0: no cause makes the observation possible$/,
  );
});
causes("doubles may miss a sum of 1 by 1e-12, and not by more", () => {
  assert.is(bayes([0.5, 0.5 + 0.9e-12], [1, 0]).posteriors[0], 1);
  assert.is(bayes([0.5, 0.5 - 0.9e-12], [1, 0]).posteriors[0], 1);
  assert.throws(
    () => bayes([0.5, 0.5 + 1.1e-12], [1, 0]),
    /^bayes: priors must sum to 1, got 1\.000000000001/,
  );
  assert.throws(
    () => bayes([0.5, 0.5 - 1.1e-12], [1, 0]),
    /^bayes: priors must sum to 1, got 0\.99999999999/,
  );
});
causes.run();

const uniform = suite("uniform.second-moment");
uniform("moments and variance are Python's exact fractions", () => {
  for (const [a, b, moments, variance] of cases.uniform) {
    const interval = { a: rational(a), b: rational(b) };
    moments.forEach((moment: string, n: number) => {
      assert.is(`${uniformMoment(n, interval)}`, moment, `order ${n} on (${a}, ${b})`);
    });
    assert.is(`${uniformVariance(interval)}`, variance);
    assert.is(`${uniformMean(interval)}`, moments[1]);
  }
});
uniform("for doubles they are rounded once, and infinite beyond the largest double", () => {
  for (const [a, b, moments, variance, density] of cases.uniformDoubles) {
    moments.forEach((moment: number | null, i: number) => {
      assert.is(
        uniformMoment(i + 1, { a, b }),
        moment ?? Infinity,
        `order ${i + 1} on (${a}, ${b})`,
      );
    });
    assert.is(uniformMean({ a, b }), moments[0]);
    assert.is(uniformVariance({ a, b }), variance ?? Infinity);
    const middle = (a + b) / 2;
    if (middle > a && middle < b) assert.is(uniformPdf(middle, { a, b }), density ?? Infinity);
  }
});
uniform("the density is 0 on the ends and outside", () => {
  assert.equal(
    [-1, 2, 3, 7, 9].map((x) => uniformPdf(x, { a: 2, b: 7 })),
    [0, 0, 0.2, 0, 0],
  );
});
uniform("orders from 0 to 10000 are taken", () => {
  assert.is(uniformMoment(0, { a: 0.1, b: 0.7 }), 1);
  assert.is(uniformMoment(10_000, { a: 0, b: 1 }), 1 / 10_001);
  const wrong = (n: number, message: RegExp) =>
    refuses(() => uniformMoment(n, { a: 0, b: 1 }), message);
  wrong(10_001, /^uniformMoment: n must be at most 10000, got 10001$/);
  wrong(0.5, /^uniformMoment: n must be an integer >= 0, got 0\.5$/);
});
uniform("an interval that is none is refused by the name of the function", () => {
  const empty = { a: rational(1), b: rational(1) };
  assert.throws(() => uniformMean(empty), /^uniformMean: a must be < b, got a=1, b=1$/);
  assert.throws(
    () => uniformVariance({ a: 3, b: 2 }),
    /^uniformVariance: a must be < b, got a=3, b=2$/,
  );
  assert.throws(() => uniformMoment(1, empty), /^uniformMoment: a must be < b, got a=1, b=1$/);
  assert.throws(
    () => uniformPdf(0.5, { a: 0, b: Infinity }),
    /^uniformPdf: b must be a finite number, got Infinity$/,
  );
  assert.throws(
    () => uniformPdf(rational(1), { a: 0, b: 2 } as never),
    /^uniformPdf: x must be a number as a is, got 1$/,
  );
  assert.throws(
    () => uniformMean({ c: 0, d: 1 } as never),
    /^uniformMean: interval must only have a, b, got "c"$/,
  );
});
uniform.run();

const joint = suite("expectation.sum");
const dice = fractions(["1", "2", "3", "4", "5", "6"]);
const sixth = fractions(["1/6", "1/6", "1/6", "1/6", "1/6", "1/6"]);
joint("two dice: E[x + z] = 7, E[x z] = 49/4, E[max] = 161/36", () => {
  const both = independent(dice, sixth, dice, sixth);
  assert.is(`${expectation(both)}`, "7");
  assert.is(`${expectation(both, (x, z) => x.mul(z))}`, "49/4");
  const larger = (x: Rational, z: Rational) => (x.compare(z) > 0 ? x : z);
  assert.is(`${expectation(both, larger)}`, "161/36"); // sum of m (2m - 1) / 36
});
joint("expectation is a sum over the table, row by row, and linear without independence", () => {
  const table = {
    x: [1, 10],
    z: [100, 1000, 10_000],
    p: [
      [0.5, 0, 0.125],
      [0, 0.25, 0.125],
    ],
  };
  assert.is(expectation(table), 0.5 * 101 + 0.125 * 10_001 + 0.25 * 1010 + 0.125 * 10_010);
  assert.is(expectation(table, (x) => x) + expectation(table, (_, z) => z), expectation(table));
  assert.is(
    expectation(table, (x, z) => x * z),
    50 + 1250 + 2500 + 12_500,
  );
  assert.equal(marginals(table), { x: [0.625, 0.375], z: [0.5, 0.25, 0.25] });
});
joint("marginals of an independent joint are what it was made of", () => {
  const [px, pz] = [fractions(["1/3", "2/3"]), fractions(["1/5", "3/5", "1/5"])];
  const made = independent(dice.slice(0, 2), px, dice.slice(0, 3), pz);
  const found = marginals(made);
  assert.equal([found.x.map(String), found.z.map(String)], [px.map(String), pz.map(String)]);
  assert.is(`${made.p[1][1]}`, "2/5");
});
joint("a table that is no distribution is refused", () => {
  const one = { x: [1], z: [1, 2], p: [[0.5, 0.5]] };
  refuses(
    () => expectation({ ...one, p: [[1.5, -0.5]] }),
    /^expectation: p\[0\]\[0\] must be from 0 to 1, got 1\.5$/,
  );
  refuses(
    () => expectation({ ...one, p: [[0.5, -0.5]] }),
    /^expectation: p\[0\]\[1\] must be from 0 to 1, got -0\.5$/,
  );
  refuses(() => marginals({ ...one, p: [[0.5, 0.4]] }), /^marginals: p must sum to 1, got 0\.9$/);
  refuses(
    () => expectation({ ...one, p: [[1]] }),
    /^expectation: p must have 1 rows of 2, got \[1\]$/,
  );
  refuses(
    () => expectation({ ...one, x: [] }),
    /^expectation: x must be an array of at least one value, got \[\]$/,
  );
  refuses(() => expectation(one, 1 as never), /^expectation: f must be a function, got 1$/);
  refuses(
    () => expectation(one, () => NaN),
    /^expectation: f\(x\[0\], z\[0\]\) must be a finite number, got NaN$/,
  );
  refuses(
    () => expectation(one, () => rational(1) as never),
    /^expectation: f\(x\[0\], z\[0\]\) must be a number as x\[0\] is, got 1$/,
  );
  refuses(
    () => expectation({ ...one, q: 1 } as never),
    /^expectation: joint must only have x, z, p, got "q"$/,
  );
});
joint.run();

const product = suite("expectation.independence");
product("p(x, z) = p(x) p(z), of doubles too", () => {
  assert.equal(independent([1], [1], [2, 3], [0.25, 0.75]), {
    x: [1],
    z: [2, 3],
    p: [[0.25, 0.75]],
  });
});
product("each list is checked by name", () => {
  refuses(
    () => independent([1, 2], [1], [1], [1]),
    /^independent: px must have 2 entries, as x has, got \[1\]$/,
  );
  refuses(
    () => independent([1], [1], [1], [0.5, 0.5]),
    /^independent: pz must have 1 entries, as z has, got \[0\.5, 0\.5\]$/,
  );
  refuses(
    () => independent([1], [1], [], []),
    /^independent: z must be an array of at least one value, got \[\]$/,
  );
  refuses(
    () => independent([1, 2], [1.5, -0.5], [1], [1]),
    /^independent: px\[0\] must be from 0 to 1, got 1\.5$/,
  );
  refuses(
    () => independent([1], [1], [1, 2], [0.5, -0.5]),
    /^independent: pz\[1\] must be from 0 to 1, got -0\.5$/,
  );
  refuses(() => independent([1], [0.5], [1], [1]), /^independent: px must sum to 1, got 0\.5$/);
  refuses(() => independent([1], [1], [1], [0.5]), /^independent: pz must sum to 1, got 0\.5$/);
});
product.run();
