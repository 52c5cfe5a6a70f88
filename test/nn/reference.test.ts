import { suite } from "uvu";
import * as assert from "uvu/assert";
import * as core from "../../src/index.js";
import { assertClose } from "../support/close.js";
import { reference } from "../support/reference.js";
import { netParameters } from "../support/netParameters.js";

const torch = reference("torch");
// A few hundred roundings of doubles in another order of summation.
const rtol = 1e-12;

const conv = suite("nn.conv-forward");
conv("conv2d and conv2dBackward give PyTorch's values", () => {
  for (const c of torch.conv) {
    const x = core.tensor(c.x, [c.N, c.Cin, c.H, c.W]);
    const w = core.tensor(c.w, [c.Cout, c.Cin / c.groups, c.Kh, c.Kw]);
    const options = {
      stride: c.stride,
      padding: c.padding,
      dilation: c.dilation,
      groups: c.groups,
    };
    const y = core.conv2d(x, w, { ...options, bias: core.tensor(c.b, [c.Cout]) });
    assert.equal([...y.shape], c.outShape);
    assertClose(y.data, c.y, rtol, "y");
    const back = core.conv2dBackward(core.tensor(c.dy, y.shape), x, w, options);
    assertClose(back.gradInput.data, c.dx, rtol, "dx");
    assertClose(back.gradWeight.data, c.dw, rtol, "dw");
    assertClose(back.gradBias.data, c.db, rtol, "db");
  }
});
conv("conv2d pads each side by itself, and as TensorFlow does for same", () => {
  const x = core.tensor([1, 2, 3, 4], [1, 1, 2, 2]);
  const w = core.tensor([1, 10, 100, 1000], [1, 1, 2, 2]);
  assert.equal(
    [
      ...core.conv2d(x, w, {
        padding: [
          [0, 1],
          [0, 1],
        ],
      }).data,
    ],
    [4321, 402, 43, 4],
  );
  assert.equal([...core.conv2d(x, w, { padding: "same" }).data], [4321, 402, 43, 4]);
  assert.equal(
    [
      ...core.conv2d(x, w, {
        padding: [
          [1, 0],
          [1, 0],
        ],
      }).data,
    ],
    [1000, 2100, 3010, 4321],
  );
  assert.equal([...core.conv2d(x, w, { padding: "valid" }).data], [4321]);
});
conv("conv2d names the argument that is wrong", () => {
  const x = core.tensor([1, 2, 3, 4], [1, 1, 2, 2]);
  assert.throws(
    () => core.conv2d(x, core.tensor([1, 2], [1, 2, 1, 1])),
    /^conv2d: weight\.shape\[1\] must be input channels \/ groups = 1, got 2$/,
  );
  assert.throws(
    () => core.conv2d(x, x, { groups: 2 }),
    /^conv2d: groups must divide the 1 input channels, got 2$/,
  );
  assert.throws(
    () => core.conv2d(x, core.tensor(new Array(9).fill(1), [1, 1, 3, 3])),
    /^conv2d: kernel of effective size 3 does not fit in padded input of size 2/,
  );
  assert.throws(
    () => core.conv2d(core.tensor([1], [1]), x),
    /^conv2d: input\.shape must have 4 axes, got \[1\]$/,
  );
});
conv.run();

const pool = suite("maxPool2d");
pool("maxPool2d and its backward give PyTorch's values and indices", () => {
  for (const c of torch.maxpool) {
    const { output, indices } = core.maxPool2d(core.tensor(c.x, [c.N, c.C, c.H, c.W]), {
      kernelSize: c.k,
      stride: c.stride,
      padding: c.padding,
      dilation: c.dilation,
      ceilMode: c.ceilMode,
    });
    assert.equal([...output.shape], c.outShape);
    assert.equal([...output.data], c.y);
    assert.equal([...indices], c.argmax);
    const back = core.maxPool2dBackward(core.tensor(c.dy, output.shape), indices, [
      c.N,
      c.C,
      c.H,
      c.W,
    ]);
    assertClose(back.data, c.dx, rtol, "dx");
  }
});
pool("maxPool2d has the output sizes of PyTorch, with and without ceilMode", () => {
  for (const c of reference("networks").poolCeilTorch) {
    const x = core.tensor(new Array(c.i * c.i).fill(0), [1, 1, c.i, c.i]);
    const size = (ceilMode: boolean) =>
      core.maxPool2d(x, { kernelSize: c.k, stride: c.s, padding: c.p, dilation: c.d, ceilMode })
        .output.shape[2];
    assert.is(size(false), c.floor);
    assert.is(size(true), c.ceil);
  }
});
pool("maxPool2d refuses NaN and too much padding", () => {
  const x = core.tensor([1, 2, 3, NaN], [1, 1, 2, 2]);
  assert.throws(
    () => core.maxPool2d(x, { kernelSize: 2 }),
    /^maxPool2d: input\.data\[3\] must be a number, got NaN$/,
  );
  const ones = core.tensor([1, 1, 1, 1], [1, 1, 2, 2]);
  assert.throws(
    () => core.maxPool2d(ones, { kernelSize: 2, padding: 2 }),
    /^maxPool2d: padding must be at most 1, half the kernel, got 2$/,
  );
});
pool.run();

const loss = suite("nn.bce-grad");
loss("bceWithLogits and its backward are right up to z = ±800", () => {
  for (const { z, y, sigmoid, loss: expected, dz } of torch.bce) {
    assertClose(core.sigmoid(z), sigmoid, 1e-14, `sigmoid(${z})`);
    // PyTorch's own loss loses digits where it is tiny beside 1; there it is compared on the scale of 1.
    assert.ok(
      Math.abs(core.bceWithLogits(z, y) - expected) <= 1e-14 * Math.max(1, expected),
      `loss(${z}, ${y})`,
    );
    assert.ok(
      Math.abs(core.bceWithLogitsBackward(z, y) - dz) <= 1e-15 + 1e-14 * Math.abs(dz),
      `dz(${z}, ${y})`,
    );
  }
});
loss("bceWithLogits keeps a loss that is far below 1", () => {
  assertClose(core.bceWithLogits(40, 1), Math.exp(-40), 1e-15); // log(1 + e) = e to first order
});
loss("relu and its backward follow PyTorch, also at zero", () => {
  const { x, y, dx } = torch.relu;
  const input = core.tensor(x, [x.length]);
  assert.equal([...core.relu(input).data].map(Math.abs), y.map(Math.abs));
  assert.equal(
    [
      ...core.reluBackward(
        core.tensor(
          dx.map(() => 1),
          [x.length],
        ),
        input,
      ).data,
    ],
    dx.map((d: number) => (d === 0 ? 0 : 1)),
  );
});
loss("sigmoidBackward is the derivative of sigmoid", () => {
  assertClose(core.sigmoidBackward(2, 0.5), 2 * 0.2350037122015945, 1e-14); // σ(0.5) σ(-0.5)
});
loss("labels outside 0 to 1 are refused", () => {
  assert.throws(() => core.bceWithLogits(0, 2), /^bceWithLogits: y must be from 0 to 1, got 2$/);
});
loss.run();

const net = suite("nn.grad-w2");
net("the net has PyTorch's activations and gradients", () => {
  const [t] = torch.toy;
  const X = core.tensor(t.x, [1, 1, 6, 6]);
  const forward = core.netForward(X, netParameters(t));
  assertClose(forward.Z1.data, t.z1, rtol);
  assertClose(forward.A1.data, t.a1, rtol);
  assertClose(forward.P1.data, t.p1, rtol);
  assertClose(forward.Z2, t.z2[0], rtol);
  const gradients = core.netBackward(X, t.y, netParameters(t));
  assertClose(gradients.loss, [t.loss].flat()[0], rtol);
  for (const name of ["w1", "b1", "w2", "b2"] as const)
    assertClose(gradients[name].data, t.grads[name], rtol, name);
});
net("fifty steps on a batch follow PyTorch's trajectory", () => {
  const { x, y, init, lr, trajectory, final } = torch.toyBatch;
  const examples = y.map((label: number, i: number) => ({
    X: core.tensor(x.slice(36 * i, 36 * i + 36), [1, 1, 6, 6]),
    y: label,
  }));
  const { losses, parameters: last } = core.trainNet(examples, netParameters(init), {
    rate: lr,
    steps: 50,
  });
  assertClose(losses, trajectory, 1e-9); // errors of single steps add up
  for (const name of ["w1", "b1", "w2", "b2"] as const)
    assertClose(last[name].data, final[name], 1e-9, name);
});
net("the net has 15 parameters", () => {
  assert.is(core.parameterCount(netParameters(torch.toy[0])), 15); // the notes, line A73
});
net("every gradient of the net agrees with a central difference", () => {
  const [t] = torch.toy;
  const X = core.tensor(t.x, [1, 1, 6, 6]);
  const gradients = core.netBackward(X, t.y, netParameters(t));
  for (const name of ["w1", "b1", "w2", "b2"] as const) {
    for (let i = 0; i < t[name].length; i++) {
      const lossAt = (h: number) => {
        const moved = {
          ...t,
          [name]: t[name].map((v: number, j: number) => (j === i ? v + h : v)),
        };
        return core.bceWithLogits(core.netForward(X, netParameters(moved)).Z2, t.y);
      };
      const numeric = (lossAt(1e-6) - lossAt(-1e-6)) / 2e-6;
      assert.ok(Math.abs(numeric - gradients[name].data[i]) < 1e-7, `${name}[${i}]`); // h^2 and rounding / h
    }
  }
});
net("dense checks its shapes", () => {
  assert.throws(
    () => core.dense(core.tensor([1, 2], [1, 2]), core.tensor([1], [1, 1])),
    /^dense: input\.shape must be \[1, 1\], got \[1, 2\]$/,
  );
  const z = core.dense(
    core.tensor([1, 2, 3, 4], [2, 2]),
    core.tensor([1, 10, 100, 1000], [2, 2]),
    core.tensor([5, 6], [2]),
  );
  assert.equal([...z.data], [26, 2106, 48, 4306]);
});
net.run();
