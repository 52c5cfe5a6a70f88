import { suite } from "uvu";
import * as assert from "uvu/assert";
import { parseFraction } from "../../src/num/parseFraction.js";

const test = suite("fractions from text");
const read = (text: string) => {
  const { num, den } = parseFraction(text, "value");
  return `${num}/${den}`;
};

test("integers, decimals, powers of ten and quotients are read as they stand", () => {
  const cases = [
    ["7", "7/1"],
    ["-7", "-7/1"],
    ["+7", "7/1"],
    ["0.9", "9/10"],
    [".25", "25/100"],
    ["2.", "2/1"],
    ["-2.5e-3", "-25/10000"],
    ["2.5e3", "2500/1"],
    ["1.25e1", "125/10"],
    ["1E2", "100/1"],
    ["1/3", "1/3"],
    ["1 / -3", "-1/3"],
    ["-1/-3", "1/3"],
    ["0.5/3", "5/30"],
    [" 12 ", "12/1"],
    [".5e1", "5/1"],
    ["00.10", "10/100"],
  ];
  for (const [text, fraction] of cases) assert.is(read(text), fraction, text);
});

test("the largest exponent is 10000 on either side", () => {
  assert.is(read("1e10000"), `1${"0".repeat(10_000)}/1`);
  assert.is(read("1e-10000"), `1/1${"0".repeat(10_000)}`);
  assert.throws(
    () => read("1e10001"),
    /^rational: value must have an exponent from -10000 to 10000, got 10001$/,
  );
  assert.throws(() => read("1e-10001"), /from -10000 to 10000, got -10001$/);
});

test("what is no number is refused", () => {
  for (const text of [
    "",
    "x",
    "1/0.5",
    "1,5",
    "0x10",
    "--1",
    "1e",
    "1/3/4",
    "Infinity",
    ".",
    "1 2",
  ]) {
    assert.throws(
      () => read(text),
      /^rational: value must be a number such as "0\.9" or "1\/3", got "/,
    );
  }
});

test.run();
