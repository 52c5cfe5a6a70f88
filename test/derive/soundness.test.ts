import { suite } from "uvu";
import * as assert from "uvu/assert";
import { disagreement } from "../../src/derive/tree/disagreement.js";
import { fragments } from "./soundness/cases.js";
import { equations } from "./soundness/fragments/fragment.js";
import { faultText, line, measure, mostUndecided, shortfalls } from "./soundness/measure.js";
import { name, num, pow, sub } from "./oracle/term.js";

// A slice of the search in test/long: true identities made by random rewriting, and each with one slip planted. What is
// true is decided by the tests' own evaluator, never by the engine.

const test = suite("derive: soundness");
const pairs = 16;
const seed = 20261124;

for (const [i, fragment] of fragments.entries()) {
  test(`${fragment.name}: nothing false is proved, nothing true refuted, and most is decided`, () => {
    const tally = measure(fragment, pairs, seed + i);
    console.log(line(tally));
    assert.equal(tally.faults.map(faultText), []);
    assert.equal(shortfalls(tally), []);
  });
}

test("a claim that is not true stops the search, and a wrong verdict is counted", () => {
  const x = name("x");
  const wrong = equations("a generator that lies", () => ({ lhs: x, rhs: sub(x, num(1)) }));
  assert.throws(() => measure(wrong, 1, seed), /the generator's claim fails at x=/);
  const right = equations("squares", () => ({ lhs: pow(x, 2), rhs: pow(x, 2) }));
  const sound = measure(right, 20, seed);
  assert.equal([sound.claims, sound.proved, sound.faults], [20, 20, []]);
  const proveAll = () => ({ ...known, grade: "proved" as const });
  const testAll = () => ({ ...known, grade: "tested" as const });
  const refuteAll = () => ({
    ...known,
    grade: "refuted" as const,
    witness: { point: { x: "0" }, lhs: "0", rhs: "1" },
  });
  const nothing = { conditions: [], witness: null, method: "", rules: [], reason: null };
  const known = { id: "case", ...nothing, ms: 0 };
  assert.is(measure(right, 20, seed, proveAll).faults.length, 20); // each slip
  assert.is(measure(right, 20, seed, testAll).faults.length, 20); // each slip
  assert.ok(measure(right, 20, seed, refuteAll).faults.length >= 20); // each square, and witnesses that are none
  const disagree = () => ({
    ...known,
    grade: "unknown" as const,
    reason: disagreement("proved", ""),
  });
  assert.is(measure(right, 20, seed, disagree).faults.length, 40); // each square and each slip
  const [fault] = measure(right, 1, seed, proveAll).faults;
  const undecided = (count: number) => ({
    ...sound,
    open: Array.from({ length: count }, () => fault),
  });
  assert.equal(shortfalls(undecided(1)), []);
  assert.equal(shortfalls(undecided(2)), [
    `squares: 2 of 40 undecided, at most ${100 * mostUndecided} % expected`,
  ]);
});

test.run();
