import { suite } from "uvu";
import * as assert from "uvu/assert";
import {
  bceWithLogits,
  gradcheck,
  initialParameters,
  netBackward,
  netForward,
  type NetParameters,
  parameterCount,
  random,
  sigmoid,
  tensor,
  trainNet,
} from "../../src/index.js";
import { coveredOutputs } from "../../src/nn/window.js";
import { refuses } from "../support/refuses.js";

const test = suite("nn.input-size");
const X = tensor(
  Array.from({ length: 36 }, (_, i) => (i * 7) % 11),
  [1, 1, 6, 6],
);
/** A net that copies the middle of each 3 x 3 patch, adds 1, and weighs the four maxima by powers of ten. */
const copier: NetParameters = {
  w1: tensor([0, 0, 0, 0, 1, 0, 0, 0, 0], [1, 1, 3, 3]),
  b1: tensor([1]),
  w2: tensor([1e-3, 1e-2, 1e-1, 1], [1, 4]),
  b2: tensor([-2]),
};

test("the forward pass of a net that copies is done by hand", () => {
  const { Z1, A1, P1, F, Z2, A2, indices } = netForward(X, copier);
  // X[r, c] = (7 (6 r + c)) mod 11, rows and columns 1 to 4, plus 1
  assert.equal([...Z1.data], [6, 2, 9, 5, 4, 11, 7, 3, 2, 9, 5, 1, 11, 7, 3, 10]);
  assert.equal(
    [[...A1.data], [...P1.data], [...F.data]],
    [[...Z1.data], [11, 9, 11, 10], [11, 9, 11, 10]],
  );
  assert.equal([...indices], [5, 2, 12, 15]);
  assert.equal(
    [Z1.shape, P1.shape, F.shape],
    [
      [1, 1, 4, 4],
      [1, 1, 2, 2],
      [1, 4],
    ],
  );
  assert.ok(Math.abs(Z2 - 9.201) < 1e-14); // 0.011 + 0.09 + 1.1 + 10 - 2
  assert.is(A2, sigmoid(Z2));
});

test("the backward pass sends A2 - y to the four winners, scaled by w2", () => {
  const back = netBackward(X, 1, copier);
  const { Z2, A2, F } = netForward(X, copier);
  assert.ok(Math.abs(back.Z2 - (A2 - 1)) < 2e-16); // A2 is close to 1
  assert.is(back.loss, bceWithLogits(Z2, 1));
  assert.is(back.b2.data[0], back.Z2);
  assert.equal(
    [...back.w2.data],
    [...F.data].map((f) => f * back.Z2),
  );
  assert.equal(
    [...back.F.data],
    [...copier.w2.data].map((w) => w * back.Z2),
  );
  const A1 = new Array(16).fill(0);
  [5, 2, 12, 15].forEach((at, i) => (A1[at] = back.F.data[i]));
  assert.equal([...back.A1.data], A1);
  assert.equal([...back.Z1.data], A1, "every cell is above zero");
  assert.ok(Math.abs(back.b1.data[0] - 1.111 * back.Z2) < 1e-18);
});

test("all 15 gradients, and those by the image, are central differences", () => {
  const parameters = initialParameters(3);
  const image = random(8).normalTensor([1, 1, 6, 6]);
  const back = netBackward(image, 0, parameters);
  for (const name of ["w1", "b1", "w2", "b2"] as const) {
    const loss = (moved: NetParameters["w1"]) =>
      bceWithLogits(netForward(image, { ...parameters, [name]: moved }).Z2, 0);
    assert.is(gradcheck(loss, parameters[name], back[name]).ok, true, name);
  }
  const loss = (moved: NetParameters["w1"]) => bceWithLogits(netForward(moved, parameters).Z2, 0);
  assert.is(gradcheck(loss, image, back.X).ok, true);
});

test("initialParameters draws 13 weights from the seed and leaves the biases 0", () => {
  const found = initialParameters(0, 2);
  const source = random(0);
  assert.equal(
    [...found.w1.data],
    Array.from({ length: 9 }, () => 2 * source.normal()),
  );
  assert.equal(
    [...found.w2.data],
    Array.from({ length: 4 }, () => 2 * source.normal()),
  );
  assert.equal([[...found.b1.data], [...found.b2.data]], [[0], [0]]);
  assert.is(initialParameters(0).w1.data[0], found.w1.data[0] / 4, "sd is 0.5 unless given");
  assert.is(parameterCount(found), 15);
  assert.is(parameterCount({}), 0);
});

test("one step of gradient descent is theta - rate dL/dtheta", () => {
  const parameters = initialParameters(5);
  const back = netBackward(X, 1, parameters);
  const { parameters: next, losses } = trainNet([{ X, y: 1 }], parameters, {
    rate: 0.25,
    steps: 1,
  });
  assert.equal(losses, [back.loss]);
  for (const name of ["w1", "b1", "w2", "b2"] as const) {
    assert.equal(
      [...next[name].data],
      [...parameters[name].data].map((value, i) => value - 0.25 * back[name].data[i]),
    );
  }
});

test("over several examples loss and gradient are means, and training lowers the loss", () => {
  const source = random(2);
  const examples = [0, 1, 1].map((y) => ({ X: source.normalTensor([1, 1, 6, 6]), y }));
  const parameters = initialParameters(1);
  const { losses } = trainNet(examples, parameters, { rate: 0.1, steps: 30 });
  const first = examples.map(({ X: image, y }) => netBackward(image, y, parameters).loss);
  assert.ok(Math.abs(losses[0] - (first[0] + first[1] + first[2]) / 3) < 1e-15);
  assert.is(losses.length, 30);
  assert.ok(losses[29] < losses[0] / 2, `${losses[0]} -> ${losses[29]}`);
  const step = trainNet(examples, parameters, { rate: 0.3, steps: 1 }).parameters.b2.data[0];
  const mean = examples.reduce(
    (sum, { X: image, y }) => sum + netBackward(image, y, parameters).b2.data[0] / 3,
    0,
  );
  assert.ok(Math.abs(step + 0.3 * mean) < 1e-16);
});

test("no step changes nothing, and the given parameters stay as they are", () => {
  const parameters = initialParameters(1);
  const before = [...parameters.w1.data];
  assert.equal(trainNet([{ X, y: 1 }], parameters, { rate: 1, steps: 0 }), {
    parameters,
    losses: [],
  });
  trainNet([{ X, y: 1 }], parameters, { rate: 1, steps: 2 });
  assert.equal([...parameters.w1.data], before);
});

test("a wrong argument is named", () => {
  const parameters = initialParameters(1);
  refuses(
    () => netForward(tensor([1]), parameters),
    /^netForward: X\.shape must be \[1, 1, 6, 6\], got \[1\]$/,
  );
  refuses(
    () => netForward(X, { ...parameters, b2: tensor([1, 2]) }),
    /^netForward: b2\.shape must be \[1\], got \[2\]$/,
  );
  refuses(
    () => netForward(X, { ...parameters, w3: X } as never),
    /^netForward: parameters must only have w1, b1, w2, b2, got "w3"$/,
  );
  refuses(() => netBackward(X, 2, parameters), /: y must be from 0 to 1, got 2$/);
  refuses(
    () => netBackward(X, NaN, parameters),
    /^netBackward: y must be a finite number, got NaN$/,
  );
  refuses(() => parameterCount({ w: 1 } as never), /^parameterCount: w must be a tensor, got 1$/);
  refuses(
    () => trainNet([], parameters, { rate: 1, steps: 1 }),
    /^trainNet: examples must hold at least one example, got \[\]$/,
  );
  refuses(
    () => trainNet({} as never, parameters, { rate: 1, steps: 1 }),
    /^trainNet: examples must be an array, got an object$/,
  );
  refuses(
    () => trainNet([{ X, y: 1 }], parameters, { rate: 0, steps: 1 }),
    /^trainNet: rate must be a finite number > 0, got 0$/,
  );
  refuses(
    () => trainNet([{ X, y: 1 }], parameters, { rate: 1, steps: -1 }),
    /^trainNet: steps must be an integer >= 0, got -1$/,
  );
  refuses(
    () => trainNet([{ X, y: 1 }], parameters, { rate: 1, steps: 1, lr: 1 } as never),
    /^trainNet: options must only have rate, steps, got "lr"$/,
  );
});
test.run();

const window = suite("coveredOutputs");
window("gives the outputs whose window has a tap inside the input, none if there is none", () => {
  for (const i of [1, 2, 5])
    for (const s of [1, 2, 3])
      for (const d of [1, 2])
        for (const before of [0, 1, 3])
          for (const k of [1, 2, 3]) {
            const o = Math.floor((i + 2 * before - d * (k - 1) - 1) / s) + 1;
            if (o < 1) continue;
            for (let tap = 0; tap < k; tap++) {
              const inside = Array.from({ length: o }, (_, y) => y).filter((y) => {
                const cell = y * s - before + tap * d;
                return cell >= 0 && cell < i;
              });
              const [lo, hi] = coveredOutputs({ i, k, s, d, before, after: before, o }, tap);
              assert.is(hi - lo, inside.length);
              if (inside.length) assert.is(lo, inside[0]);
            }
          }
});
window.run();
