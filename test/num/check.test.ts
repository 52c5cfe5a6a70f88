import { suite } from "uvu";
import * as assert from "uvu/assert";
import * as check from "../../src/num/check.js";
import { refuses } from "../support/refuses.js";

const test = suite("argument checks");

test("describe shows a value in a few words, and never as nothing", () => {
  const shown = [
    ["text", '"text"'],
    ["", '""'],
    [12n, "12n"],
    [-0, "-0"],
    [0, "0"],
    [NaN, "NaN"],
    [undefined, "undefined"],
    [null, "null"],
    [true, "true"],
    [() => 1, "a function"],
    [[], "[]"],
    [[1, "a", [2]], '[1, "a", [2]]'],
    [[1, 2, 3, 4, 5, 6], "[1, 2, 3, 4, 5, 6]"],
    [[1, 2, 3, 4, 5, 6, 7], "[1, 2, 3, 4, 5, 6, ...]"],
    [new Float64Array(3), "a Float64Array"],
    [{ a: 1 }, "an object"],
    [Object.create(null), "an object"],
    [{ toString: () => "1/3" }, "1/3"],
  ];
  for (const [value, text] of shown) assert.is(check.describe(value), text);
});

test("an argument error says function, argument, condition and value", () => {
  assert.is(check.argumentMessage("f", "x", "be > 0", -1), "f: x must be > 0, got -1");
  refuses(
    () => check.refuseValue("f", "x", "be > 0", -1),
    /^f: x must be > 0, got -1$/,
    RangeError,
  );
  refuses(
    () => check.refuseKind("f", "x", "be a number", "1"),
    /^f: x must be a number, got "1"$/,
    TypeError,
  );
});

test("checkInteger gives the integer back, the limits included", () => {
  assert.is(check.checkInteger("f", "n", 3), 3);
  assert.is(check.checkInteger("f", "n", -3), -3);
  assert.is(check.checkInteger("f", "n", 1, { min: 1 }), 1);
  assert.is(check.checkInteger("f", "n", 4, { max: 4 }), 4);
  assert.is(check.checkInteger("f", "n", 2 ** 53 - 1), 2 ** 53 - 1);
});

test("checkInteger refuses by range, by kind and beyond the integers that doubles hold", () => {
  const wrong = (value: unknown, range: check.IntegerRange, message: RegExp) =>
    refuses(() => check.checkInteger("f", "n", value, range), message);
  wrong(0, { min: 1 }, /^f: n must be an integer >= 1, got 0$/);
  wrong(5, { max: 4 }, /^f: n must be an integer <= 4, got 5$/);
  wrong(5, { min: 1, max: 4 }, /^f: n must be an integer from 1 to 4, got 5$/);
  wrong(0, { min: 1, max: 4 }, /^f: n must be an integer from 1 to 4, got 0$/);
  wrong(1.5, {}, /^f: n must be an integer, got 1\.5$/);
  wrong(2 ** 53, {}, /^f: n must be an integer, got 9007199254740992$/);
  wrong(Infinity, {}, /^f: n must be an integer, got Infinity$/);
  wrong("3", {}, /^f: n must be an integer, got "3"$/);
  wrong(undefined, {}, /^f: n must be an integer, got undefined$/);
});

test("checkFinite and checkPositive refuse what is not finite, and zero", () => {
  assert.is(check.checkFinite("f", "x", -1.5), -1.5);
  assert.is(check.checkPositive("f", "x", 5e-324), 5e-324);
  assert.throws(() => check.checkFinite("f", "x", NaN), /^f: x must be a finite number, got NaN$/);
  assert.throws(() => check.checkFinite("f", "x", "1"), /^f: x must be a finite number, got "1"$/);
  for (const value of [0, -0, -1, NaN, Infinity, "1", null]) {
    assert.throws(
      () => check.checkPositive("f", "x", value),
      /^f: x must be a finite number > 0, got (?:-?0|-1|NaN|Infinity|"1"|null)$/,
    );
  }
});

test("checkBoolean and checkFunction refuse other kinds", () => {
  const f = () => 1;
  assert.is(check.checkBoolean("f", "flag", false), false);
  assert.is(check.checkFunction("f", "g", f), f);
  assert.throws(() => check.checkBoolean("f", "flag", 0), /^f: flag must be true or false, got 0$/);
  assert.throws(() => check.checkFunction("f", "g", 1), /^f: g must be a function, got 1$/);
});

test("checkKeys refuses a misspelt option and what is no object", () => {
  check.checkKeys("f", "options", { a: 1 }, ["a", "b"]);
  const wrong = (value: unknown, message: RegExp) =>
    refuses(() => check.checkKeys("f", "options", value, ["a", "b"]), message);
  wrong({ a: 1, c: 2 }, /^f: options must only have a, b, got "c"$/);
  for (const value of [null, undefined, 3, "a", [1]]) {
    wrong(value, /^f: options must be an object with a, b, got /);
  }
});

test("checkShape names both shapes", () => {
  check.checkShape("f", "x", [2, 3], [2, 3]);
  const wrong = (shape: number[], message: RegExp) =>
    refuses(() => check.checkShape("f", "x", shape, [2, 3]), message);
  wrong([2, 4], /^f: x\.shape must be \[2, 3\], got \[2, 4\]$/);
  wrong([2], /^f: x\.shape must be \[2, 3\], got \[2\]$/);
  wrong([2, 3, 1], /^f: x\.shape must be \[2, 3\], got \[2, 3, 1\]$/);
});

test.run();
