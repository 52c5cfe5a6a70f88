import { suite } from "uvu";
import * as assert from "uvu/assert";
import { Derivation, symbols } from "../../../src/derive/index.js";
import { conv2d, conv2dBackward } from "../../../src/nn/conv2d.js";
import { maxPool2d } from "../../../src/nn/maxPool2d.js";
import { random } from "../../../src/num/random.js";
import { tensor } from "../../../src/num/tensor.js";

const test = suite("derive: layers of names against layers of numbers");

type Grid = number[][];
const source = random(11);
const whole = (from: number, to: number) => Math.floor(source.uniform(from, to + 1));
const drawn = (rows: number, columns: number): Grid =>
  Array.from({ length: rows }, () => Array.from({ length: columns }, () => whole(-9, 9)));
const plane = (grid: Grid) => tensor(grid.flat(), [1, 1, grid.length, grid[0].length]);
const numbers = (text: string) => text.match(/-?\d+/g)!.map(Number);

/** Values of a list at numbers for X, F and the upstream gradient G. */
function values(expression: string, grids: Record<string, Grid>): number[] {
  const chain = new Derivation("a.b");
  for (const [name, grid] of Object.entries(grids)) {
    chain.define(name, symbols(name.toLowerCase(), [grid.length, grid[0].length]));
  }
  const [row] = chain.from(expression).equals(`2*${expression}`).at(grids);
  return numbers(row.left);
}

for (let round = 1; round <= 12; round++) {
  const [h, w, k, l] = [whole(2, 6), whole(2, 6), whole(1, 3), whole(1, 3)];
  const [p, s] = [whole(0, 2), whole(1, 3)];
  const [X, F] = [drawn(h, w), drawn(Math.min(k, h), Math.min(l, w))];
  const sizes = `${h} x ${w}, kernel ${F.length} x ${F[0].length}, padding ${p}, stride ${s}`;
  test(`conv is conv2d's output for ${sizes}`, () => {
    const { data } = conv2d(plane(X), plane(F), { padding: p, stride: s });
    assert.equal(values(`conv(pad(X, ${p}), F, ${s})`, { X, F }), [...data]);
  });
}
for (let round = 1; round <= 6; round++) {
  const [h, w, k] = [whole(3, 5), whole(3, 5), whole(1, 3)];
  const [X, F] = [drawn(h, w), drawn(k, k)];
  const G = drawn(h - k + 1, w - k + 1);
  test(`its gradients are conv2dBackward's for ${h} x ${w} with ${k} x ${k}`, () => {
    const expected = conv2dBackward(plane(G), plane(X), plane(F));
    const loss = "dot(G, conv(X, F))";
    assert.equal(values(`grad(${loss}, X)`, { X, F, G }), [...expected.gradInput.data]);
    assert.equal(values(`grad(${loss}, F)`, { X, F, G }), [...expected.gradWeight.data]);
    assert.equal(values(`conv(pad(G, ${k - 1}), flip(F))`, { X, F, G }), [
      ...expected.gradInput.data,
    ]);
    assert.equal(values("conv(X, G)", { X, F, G }), [...expected.gradWeight.data]);
  });
}
test("maxPool is maxPool2d's output, and relu its own", () => {
  const X = drawn(4, 6);
  assert.equal(values("maxPool(X, 2)", { X }), [
    ...maxPool2d(plane(X), { kernelSize: 2 }).output.data,
  ]);
  assert.equal(
    values("relu(X)", { X }),
    X.flat().map((x) => Math.max(x, 0)),
  );
});
test.run();
