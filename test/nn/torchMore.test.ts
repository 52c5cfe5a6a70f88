import { suite } from "uvu";
import * as assert from "uvu/assert";
import * as core from "../../src/index.js";
import { assertClose } from "../support/close.js";
import { reference } from "../support/reference.js";
import { netParameters } from "../support/netParameters.js";

// Inputs, outputs and gradients of PyTorch over every option at once; test/fixtures/reference/torchMore.py made them.
const torch = reference("torchMore");
const entries = ({ data }: core.TensorLike) => [...data].map((value) => value + 0); // -0 is 0

const conv = suite("nn.conv-forward");
conv("conv2d gives PyTorch's integers for each stride, padding, dilation and groups", () => {
  for (const { options, x, xShape, w, wShape, b, y, yShape } of torch.conv) {
    const bias = core.tensor(b, [b.length]);
    const found = core.conv2d(core.tensor(x, xShape), core.tensor(w, wShape), { ...options, bias });
    assert.equal([...found.shape], yShape, JSON.stringify(options));
    assert.equal(entries(found), y, JSON.stringify(options));
  }
});
conv("conv2dBackward gives PyTorch's integers for each of them", () => {
  for (const { options, x, xShape, w, wShape, dy, yShape, dx, dw, db } of torch.conv) {
    const [input, weight] = [core.tensor(x, xShape), core.tensor(w, wShape)];
    const back = core.conv2dBackward(core.tensor(dy, yShape), input, weight, options);
    const what = JSON.stringify(options);
    assert.equal(entries(back.gradInput), dx, what);
    assert.equal(entries(back.gradWeight), dw, what);
    assert.equal(entries(back.gradBias), db, what);
    assert.equal([back.gradInput.shape, back.gradWeight.shape], [xShape, wShape], what);
  }
});
conv("without a bias the outputs are those of a bias of zero", () => {
  const { options, x, xShape, w, wShape, b, y, yShape } = torch.conv[0];
  const plane = yShape[2] * yShape[3];
  const found = core.conv2d(core.tensor(x, xShape), core.tensor(w, wShape), options);
  const expected = y.map((v: number, at: number) => v - b[Math.floor(at / plane) % b.length]);
  assert.equal(entries(found), expected);
});
conv.run();

const pool = suite("maxPool2d");
pool("maxPool2d and its backward give PyTorch's integers and winners, ties included", () => {
  for (const { options, x, xShape, y, yShape, at, dy, dx } of torch.pool) {
    const { output, indices } = core.maxPool2d(core.tensor(x, xShape), options);
    const what = JSON.stringify(options);
    assert.equal([...output.shape], yShape, what);
    assert.equal(entries(output), y, what);
    assert.equal([...indices], at, what);
    const back = core.maxPool2dBackward(core.tensor(dy, yShape), indices, xShape);
    assert.equal(entries(back), dx, what);
    assert.equal([...back.shape], xShape, what);
  }
});
pool.run();

const loss = suite("nn.bce-likelihood");
loss(
  "sigma(z), loss and gradient keep their digits from z = -800 to 800, whatever the label",
  () => {
    // A few roundings; a gradient may be tiny beside sigma(z) and y, and a label of 0.1 is a rounded one.
    const near = (found: number, expected: number, scale = 0) =>
      Math.abs(found - expected) <=
      4 * Number.EPSILON * Math.max(Math.abs(expected), scale) + 5e-324;
    for (const [z, y, sigma, expected, dz] of torch.bce) {
      assert.ok(near(core.sigmoid(z), sigma), `sigmoid(${z})`);
      assert.ok(near(core.bceWithLogits(z, y), expected), `bceWithLogits(${z}, ${y})`);
      const scale = y === 0 || y === 1 ? 0 : y;
      assert.ok(near(core.bceWithLogitsBackward(z, y), dz, scale), `its backward at ${z}, ${y}`);
      if (sigma > 0 && sigma < 1 && Math.abs(z) < 5) {
        assertClose(core.bce(sigma, y), expected, 1e-14); // sigma is rounded: some roundings more
        const chained = core.bceBackward(sigma, y) * core.sigmoidBackward(1, z);
        assert.ok(Math.abs(chained - dz) <= 1e-15); // sigma - y cancels
      }
    }
  },
);
loss.run();

const net = suite("nn.grad-w2");
// A few hundred roundings of doubles in another order of summation.
const rtol = 1e-12;
net("three nets have PyTorch's activations, losses and gradients", () => {
  for (const { x, y, forward, loss: expected, gradients, ...p } of torch.net) {
    const X = core.tensor(x, [1, 1, 6, 6]);
    const found = core.netForward(X, netParameters(p));
    for (const name of ["Z1", "A1", "P1"] as const) {
      assertClose(found[name].data, forward[name], rtol, name);
    }
    assert.equal([...found.F.data], [...found.P1.data]);
    assertClose([found.Z2, found.A2], [forward.Z2, forward.A2], rtol);
    const back = core.netBackward(X, y, netParameters(p));
    assertClose(back.loss, expected, rtol);
    assertClose(back.Z2, forward.A2 - y, rtol);
    for (const name of ["w1", "b1", "w2", "b2", "Z1", "A1", "P1"] as const) {
      assertClose(back[name].data, gradients[name], rtol, name);
    }
  }
});
net("fifty steps of gradient descent follow PyTorch's, whatever label and rate", () => {
  for (const { x, y, rate, trajectory, final, ...p } of torch.net) {
    const X = core.tensor(x, [1, 1, 6, 6]);
    const trained = core.trainNet([{ X, y }], netParameters(p), { rate, steps: 50 });
    assertClose(trained.losses, trajectory, 1e-9); // errors of single steps add up
    for (const name of ["w1", "b1", "w2", "b2"] as const) {
      assertClose(trained.parameters[name].data, final[name], 1e-9, name);
    }
  }
});
net.run();
