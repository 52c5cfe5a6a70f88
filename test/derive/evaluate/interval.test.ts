import { suite } from "uvu";
import * as assert from "uvu/assert";
import { type Interval, intervals } from "../../../src/derive/evaluate/interval.js";
import { rational } from "../../../src/index.js";

const test = suite("derive: intervals");
/** To fifty places: OEIS A000796, A001113, A002162, A002193. */
const known = {
  pi: "3.14159265358979323846264338327950288419716939937510",
  e: "2.71828182845904523536028747135266249775724709369995",
  log2: "0.69314718055994530941723212145817656807550013436025",
  sqrt2: "1.41421356237309504880168872420969807856967187537694",
};

for (const bits of [160, 512]) {
  const own = intervals(bits);
  const one = own.of(rational(1));
  const two = own.of(rational(2));
  const holds = (value: Interval, text: string) => {
    const shown = rational(text);
    const unit = rational(bits > 200 ? "1e-49" : "1e-43");
    const [below, above] = [own.of(shown.sub(unit)), own.of(shown.add(unit))];
    assert.ok(value.lo <= value.hi && value.lo >= below.lo && value.hi <= above.hi, text);
  };
  test(`${bits} bits enclose pi, e, log 2 and sqrt 2`, () => {
    holds(own.pi(), known.pi);
    holds(own.exp(one), known.e);
    holds(own.log(two), known.log2);
    holds(own.sqrt(two), known.sqrt2);
  });
  test(`${bits} bits: inverse operations enclose where they began`, () => {
    for (const text of ["1/7", "3", "22/7", "1000001/1000000", "90"]) {
      const x = own.of(rational(text));
      for (const back of [
        own.log(own.exp(x)),
        own.exp(own.log(x)),
        own.div(own.mul(x, two), two),
      ]) {
        assert.ok(back.lo <= x.hi && back.hi >= x.lo, text);
        assert.ok(back.hi - back.lo < 1n << BigInt(bits - 20), `${text}: width`);
      }
      const root = own.sqrt(x);
      const square = own.mul(root, root);
      assert.ok(square.lo <= x.hi && square.hi >= x.lo, text);
    }
  });
}
test("a sine is enclosed, far from 0 too", () => {
  const { sin, of } = intervals(256);
  // To thirty places, by mpmath: sin 1 and sin 100.
  for (const [x, text] of [
    [1, "0.841470984807896506652502321630"],
    [100, "-0.506365641109758793656557610460"],
  ] as const) {
    const value = sin(of(rational(x)));
    const shown = rational(text);
    const unit = rational("1e-30");
    assert.ok(value.lo >= of(shown.sub(unit)).lo && value.hi <= of(shown.add(unit)).hi, text);
  }
});
test("what has no value is told from what cannot be told", () => {
  const { div, log, sqrt, of } = intervals(64);
  assert.throws(() => log(of(rational(-1))), /^a logarithm is taken of a negative number$/);
  assert.throws(() => sqrt(of(rational(-1))), /^a root is taken of a negative number$/);
  assert.throws(() => log({ lo: -1n, hi: 1n }), /^the value in a logarithm cannot be told from 0$/);
  assert.throws(() => div(of(rational(1)), { lo: -1n, hi: 1n }), /cannot be told from 0$/);
});
test.run();
