import { suite } from "uvu";
import * as assert from "uvu/assert";
import { faultText, line, measureAll, shortfalls } from "../derive/soundness/measure.js";

const test = suite("derive: soundness at length");
const cases = Number(process.env.SOUNDNESS_CASES ?? 10_000);
const seed = Number(process.env.SOUNDNESS_SEED ?? 1);

test(`no verdict is wrong over ${cases} cases of seed ${seed}, and most are decided`, () => {
  const tallies = measureAll(cases, seed, (tally) => console.log(line(tally)));
  const count = tallies.reduce((sum, { claims, slips }) => sum + claims + slips, 0);
  const unknown = tallies.reduce((sum, { open }) => sum + open.length, 0);
  console.log(`${count} cases, ${unknown} undecided`);
  for (const { open } of tallies) for (const one of open.slice(0, 3)) console.log(faultText(one));
  assert.ok(count > 0.9 * cases, `${count} cases`);
  assert.equal(
    tallies.flatMap(({ faults }) => faults.map(faultText)),
    [],
  );
  assert.equal(tallies.flatMap(shortfalls), []);
});

test.run();
