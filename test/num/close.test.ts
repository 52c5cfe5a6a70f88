import { suite } from "uvu";
import * as assert from "uvu/assert";
import { isClose, tensor } from "../../src/index.js";

const test = suite("isClose");

test("numbers agree within rtol of the larger, 1e-12 unless given", () => {
  assert.is(isClose(1000, 1000 + 0.9e-9), true);
  assert.is(isClose(1000, 1000 + 1.1e-9), false);
  assert.is(isClose(100, 90, { rtol: 0.1 }), true); // 10 <= 0.1 * 100
  assert.is(isClose(90, 100, { rtol: 0.1 }), true);
  assert.is(isClose(-100, -90, { rtol: 0.1 }), true);
  assert.is(isClose(100, 89, { rtol: 0.1 }), false);
  assert.is(isClose(1, -1, { rtol: 1 }), false); // 2 > 1
});

test("the absolute part is 0 unless given, and the two parts add", () => {
  assert.is(isClose(0, 1e-300), false);
  assert.is(isClose(0, 1e-3, { atol: 1e-3 }), true);
  assert.is(isClose(10, 12.5, { rtol: 0.1, atol: 1.25 }), true); // 2.5 <= 1.25 + 1.25
  assert.is(isClose(10, 12.6, { rtol: 0.1, atol: 1.25 }), false);
  assert.is(isClose(3, 3, { rtol: 0 }), true);
  assert.is(isClose(3, 3.0000000000000004, { rtol: 0 }), false);
});

test("NaN agrees with nothing, an infinity with itself alone", () => {
  assert.is(isClose(NaN, NaN), false);
  assert.is(isClose(NaN, 1, { atol: Infinity }), false);
  assert.is(isClose(Infinity, Infinity), true);
  assert.is(isClose(Infinity, -Infinity), false);
  assert.is(isClose(Infinity, 1e308, { rtol: 1 }), false);
});

test("lists and tensors agree entry by entry, and in shape", () => {
  assert.is(isClose([1, 2], [1, 2 + 1e-14]), true);
  assert.is(isClose([1, 2], [1, 2.1]), false);
  assert.is(isClose([1, 2], [1.1, 2]), false);
  assert.is(isClose([1, 2], [1, 2, 3]), false);
  assert.is(isClose(Float64Array.of(1, 2), [1, 2]), true);
  const row = tensor([1, 2, 3, 4], [1, 4]);
  assert.is(isClose(row, [1, 2, 3, 4]), true);
  assert.is(isClose(row, tensor([1, 2, 3, 4], [1, 4])), true);
  assert.is(isClose(row, tensor([1, 2, 3, 4], [2, 2])), false);
});

test("a wrong argument is named", () => {
  assert.throws(() => isClose(1, 1, { rtol: -1 }), /^isClose: rtol must be a number >= 0, got -1$/);
  assert.throws(
    () => isClose(1, 1, { atol: NaN }),
    /^isClose: atol must be a number >= 0, got NaN$/,
  );
  assert.throws(
    () => isClose(1, 1, { atol: "0" as never }),
    /^isClose: atol must be a number >= 0, got "0"$/,
  );
  assert.throws(
    () => isClose(1, 1, { tol: 1 } as never),
    /^isClose: tolerance must only have rtol, atol, got "tol"$/,
  );
  assert.throws(
    () => isClose(1, [1]),
    /^isClose: a must be a list or a tensor, as the other side is, got 1$/,
  );
  assert.throws(
    () => isClose([1], null as never),
    /^isClose: b must be a list or a tensor, as the other side is, got null$/,
  );
});

test.run();
