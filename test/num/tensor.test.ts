import { suite } from "uvu";
import * as assert from "uvu/assert";
import { ones, Tensor, tensor, zeros } from "../../src/index.js";
import { checkTensor, shapeSize } from "../../src/num/tensor.js";
import { refuses } from "../support/refuses.js";

const test = suite("tensor");

test("a flat list takes its shape, or is a vector", () => {
  const { data, shape } = tensor([1, 2, 3, 4, 5, 6], [2, 3]);
  assert.ok(data instanceof Float64Array);
  assert.equal(
    [[...data], shape],
    [
      [1, 2, 3, 4, 5, 6],
      [2, 3],
    ],
  );
  assert.equal(tensor([1, 2]).shape, [2]);
  assert.equal(tensor(Float64Array.of(1, 2)).shape, [2]);
  assert.equal(tensor(7).shape, []);
  assert.equal([...tensor(7).data], [7]);
});

test("nested lists give the shape by their depth, row by row", () => {
  const nested = tensor([
    [
      [1, 2],
      [3, 4],
      [5, 6],
    ],
  ]);
  assert.equal(
    [[...nested.data], nested.shape],
    [
      [1, 2, 3, 4, 5, 6],
      [1, 3, 2],
    ],
  );
  assert.equal(tensor([[1], [2]], [1, 2]).shape, [1, 2]);
});

test("the entries are a copy", () => {
  const list = Float64Array.of(1, 2);
  const shape = [2];
  const made = tensor(list, shape);
  list[0] = 9;
  shape[0] = 9;
  assert.equal([[...made.data], made.shape], [[1, 2], [2]]);
});

test("at reads row-major, each index from 0", () => {
  const cube = tensor(
    Array.from({ length: 24 }, (_, i) => i),
    [2, 3, 4],
  );
  for (let a = 0; a < 2; a++)
    for (let b = 0; b < 3; b++)
      for (let c = 0; c < 4; c++) assert.is(cube.at(a, b, c), 12 * a + 4 * b + c);
  assert.is(tensor(7).at(), 7);
});

test("at refuses an index out of range, and too few of them", () => {
  const matrix = tensor([1, 2, 3, 4, 5, 6], [2, 3]);
  assert.throws(
    () => matrix.at(2, 0),
    /^Tensor\.at: index\[0\] must be an integer from 0 to 1, got 2$/,
  );
  assert.throws(
    () => matrix.at(0, 3),
    /^Tensor\.at: index\[1\] must be an integer from 0 to 2, got 3$/,
  );
  assert.throws(
    () => matrix.at(0, -1),
    /^Tensor\.at: index\[1\] must be an integer from 0 to 2, got -1$/,
  );
  assert.throws(
    () => matrix.at(1),
    /^Tensor\.at: index must have one entry for each of 2 axes, got \[1\]$/,
  );
});

test("reshape keeps the entries in their order", () => {
  const matrix = tensor([1, 2, 3, 4, 5, 6], [2, 3]);
  const other = matrix.reshape([3, 2]);
  assert.equal(
    [[...other.data], other.shape],
    [
      [1, 2, 3, 4, 5, 6],
      [3, 2],
    ],
  );
  assert.throws(
    () => matrix.reshape([4]),
    /^Tensor\.reshape: data must have 4 entries for shape \[4\], got 6$/,
  );
});

test("zeros and ones are filled", () => {
  assert.equal(
    [[...zeros([2, 2]).data], zeros([2, 2]).shape],
    [
      [0, 0, 0, 0],
      [2, 2],
    ],
  );
  assert.equal([[...ones([3]).data], ones([3]).shape], [[1, 1, 1], [3]]);
  assert.throws(() => zeros([0]), /^zeros: shape\[0\] must be an integer >= 1, got 0$/);
  assert.throws(() => ones(2 as never), /^ones: shape must be an array of integers >= 1, got 2$/);
});

test("shapeSize is the product, 1 for no axis", () => {
  assert.is(shapeSize("f", "shape", [2, 3, 4]), 24);
  assert.is(shapeSize("f", "shape", []), 1);
});

test("what makes no tensor is refused by name", () => {
  refuses(() => tensor([1, 2], [3]), /^tensor: data must have 3 entries for shape \[3\], got 2$/);
  refuses(() => tensor(["1", 2] as never), /^tensor: data\[0\] must be a number, got "1"$/);
  refuses(() => tensor([1, "2"] as never), /^tensor: data\[1\] must be a number, got "2"$/);
  refuses(() => tensor("12" as never), /^tensor: data must be an array of numbers, got "12"$/);
  refuses(() => tensor([[1, 2], [3]]), /^tensor: data must have rows of equal length, got \[3\]$/);
  refuses(() => tensor([[1], 2] as never), /^tensor: data must have rows of equal length, got 2$/);
  refuses(
    () =>
      tensor([
        [1, 2],
        [[3], 4],
      ] as never),
    /^tensor: data must have rows of equal length, got \[3\]$/,
  );
  refuses(() => tensor([1], [1.5]), /^tensor: shape\[0\] must be an integer >= 1, got 1\.5$/);
  refuses(
    () => tensor([[1, 2]], [1, 3]),
    /^tensor: data must have 3 entries for shape \[1, 3\], got 2$/,
  );
});

test("checkTensor gives a tensor back and refuses others by name", () => {
  const matrix = tensor([1, 2], [1, 2]);
  assert.is(checkTensor("f", "x", matrix), matrix);
  assert.is(checkTensor("f", "x", matrix, 2), matrix);
  assert.is(checkTensor("f", "x", matrix, [1, 2]), matrix);
  const wrong = (value: unknown, expected: number | number[] | undefined, message: RegExp) =>
    refuses(() => checkTensor("f", "x", value as Tensor, expected), message);
  wrong([1], undefined, /^f: x must be a tensor, got \[1\]$/);
  wrong(undefined, undefined, /^f: x must be a tensor, got undefined$/);
  wrong({ data: [1], shape: [1] }, undefined, /^f: x must be a tensor, got an object$/);
  wrong(
    new Tensor(new Float64Array(2), [3]),
    undefined,
    /^f: x\.data must have 3 entries, as its shape says, got 2$/,
  );
  wrong(matrix, 3, /^f: x\.shape must have 3 axes, got \[1, 2\]$/);
  wrong(matrix, [2, 1], /^f: x\.shape must be \[2, 1\], got \[1, 2\]$/);
});

test.run();
