import { suite } from "uvu";
import * as assert from "uvu/assert";
import { random as seeded, type Random } from "../../../src/index.js";
import { nowhere } from "../../../src/derive/oracle/points/entries.js";
import { evaluate } from "../../../src/derive/oracle/evaluate/evaluate.js";
import { attempt } from "../../../src/derive/oracle/numbers/field.js";
import { fraction } from "../../../src/derive/oracle/numbers/fraction.js";
import { longNumbers } from "../../../src/derive/oracle/numbers/long.js";
import { parse } from "../../../src/derive/read/parse.js";
import { evaluateTerm } from "../oracle/evaluate.js";
import { reals } from "../oracle/field.js";
import { type Q, q } from "../oracle/rational.js";
import { freeNames, readTerm } from "../oracle/term.js";
import { bits, exactly, fixedOf, Unclear, Undefined } from "../oracle/value.js";
import { fragments } from "../soundness/cases.js";

// Two evaluators that share no code: the product's second opinion, and the one by which the search for wrong verdicts
// judges it. Where both have a value of one text at one point, it is the same, or one of them is wrong.

const test = suite("derive: the second opinion and the tests' evaluator");
const field = longNumbers(192);
const near = fraction(1, 10n ** 30n);
const constants = new Set(["pi", "e", "Infinity"]);

type Place = { names: Map<string, Q>; entry(family: string, indices: bigint[]): Q };

const placeFor = (names: Iterable<string>, random: Random): Place => {
  const salt = random.integer(1, 97);
  return {
    names: new Map([...names].map((name) => [name, q(random.integer(1, 9), random.integer(1, 3))])),
    entry: (family, indices) =>
      q(((salt * family.length + Number(indices.reduce((a, b) => 3n * a + b, 1n))) % 7) | 1, 2),
  };
};

/** The tests' value of a text; undefined where it has none that is certain. */
function ours(text: string, { names, entry }: Place): Q | "no value" | undefined {
  try {
    const point = { names, entry, weight: () => q(1), outcomes: new Map<string, string[]>() };
    const { value, loose } = evaluateTerm(readTerm(text), point, reals);
    if (loose) return undefined;
    return "d" in value ? exactly(value) : q(fixedOf(value), 1n << bits);
  } catch (error) {
    if (error instanceof Undefined) return "no value";
    if (error instanceof Unclear || error instanceof RangeError) return undefined;
    throw error;
  }
}

/** Whether both evaluators tell, and whether their values are apart. */
function compared(text: string, place: Place, own = ours(text, place)): "alike" | "apart" | "open" {
  const point = { ...nowhere, values: place.names, entry: place.entry };
  const found = attempt(() => evaluate(parse(text), point, field, { steps: 500_000 }));
  if (own === undefined || found === undefined) return "open";
  if (own === "no value" || found === "no value") return own === found ? "alike" : "apart";
  const size = field.of(q(own.n < 0n ? -own.n : own.n, own.d));
  const room = field.mul(field.add(size, field.of(fraction(1))), field.of(near));
  const gap = field.add(found.value, field.neg(field.of(own)));
  const { lo } = field.span!(field.add(gap, field.neg(room)));
  const { hi } = field.span!(field.add(gap, room));
  return lo > 0 || hi < 0 ? "apart" : "alike";
}

/** Of random variables, weights and matrices neither of the two has values. */
const ofNoNumbers =
  /\b(?:random variable|independent|uncorrelated|jointly normal|iid|weights|matrix|vector)\b|~/;

/** Sides of claims that the search makes, those that hold and those with a slip. */
function* sides(random: Random, rounds: number): Generator<string> {
  for (let round = 0; round < rounds; round++) {
    for (const fragment of fragments.filter(({ grade }) => !grade)) {
      const claim = fragment.holds(random);
      if (claim.relation && !["=", "<", "<=", "≈"].includes(claim.relation)) continue;
      if (claim.assumptions.some((text) => ofNoNumbers.test(text))) continue;
      yield* [claim.lhs, claim.rhs].filter((text) => !/\b(?:at|limit)\(/.test(text)); // of which the tests' has none
    }
  }
}

test("the values of a thousand terms and more are the same, or one of the two has none that is certain", () => {
  const random = seeded(31);
  const counts = { alike: 0, apart: 0, open: 0 };
  for (const text of sides(random, 25)) {
    const names = [...freeNames(readTerm(text))].filter((name) => !constants.has(name));
    const place = placeFor(names, random);
    const found = compared(text, place);
    counts[found]++;
    const at = [...place.names].map(([name, { n, d }]) => `${name} = ${n}/${d}`).join(", ");
    assert.is.not(found, "apart", `${text} at ${at}`);
  }
  assert.ok(counts.alike > 1000, JSON.stringify(counts));
});

test("an error in either is seen: another value, a value where there is none, none where there is one", () => {
  const at = { names: new Map([["x", q(2)]]), entry: () => q(1) };
  assert.is(compared("sqrt(x) + x^2/3", at), "alike");
  assert.is(compared("1/(x - 2)", at), "alike");
  assert.is(compared("x^2", at, q(4n * 10n ** 20n + 1n, 10n ** 20n)), "apart");
  assert.is(compared("x^2", at, "no value"), "apart");
  assert.is(compared("1/(x - 2)", at, q(1)), "apart");
  const power = ours("exp(x)", at) as Q;
  assert.is(compared("exp(x)", at, power), "alike");
  assert.is(compared("exp(x + 10^(-20))", at, power), "apart");
});

test.run();
