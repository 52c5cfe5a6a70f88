import { suite } from "uvu";
import * as assert from "uvu/assert";
import {
  conv2d,
  conv2dBackward,
  dense,
  denseBackward,
  flatten,
  flattenBackward,
  gradcheck,
  maxPool2d,
  maxPool2dBackward,
  random,
  relu,
  reluBackward,
  sigmoid,
  sigmoidBackward,
  type Tensor,
  type TensorLike,
  tensor,
} from "../../src/index.js";
import { refuses } from "../support/refuses.js";

const source = random(20261124);
const dot = (a: TensorLike, b: TensorLike) => a.data.reduce((sum, v, i) => sum + v * b.data[i], 0);

/** Checks a backward pass: the loss is the dot product of the output with a fixed random gradient. */
function assertGradient(
  forward: (x: Tensor) => Tensor,
  x: Tensor,
  gradient: TensorLike,
  up: Tensor,
) {
  const { ok, worst } = gradcheck((moved) => dot(forward(moved), up), x, gradient);
  assert.ok(ok, JSON.stringify(worst));
}

const conv = suite("nn.grad-kernel");
const options = [
  {},
  { stride: 2, padding: 1 },
  {
    stride: [1, 2],
    padding: [
      [2, 0],
      [0, 1],
    ],
    dilation: [2, 1],
  },
  { padding: "same", dilation: 2 },
  { groups: 2, padding: "valid" },
] as const;
for (const option of options) {
  conv(
    `gradients by input, kernel and bias are central differences: ${JSON.stringify(option)}`,
    () => {
      const x = source.normalTensor([2, 2, 5, 6]);
      const w = source.normalTensor(["groups" in option ? 4 : 3, "groups" in option ? 1 : 2, 3, 2]);
      const bias = source.normalTensor([w.shape[0]]);
      const up = source.normalTensor(conv2d(x, w, option).shape);
      const { gradInput, gradWeight, gradBias } = conv2dBackward(up, x, w, { ...option, bias });
      assertGradient((moved) => conv2d(moved, w, option), x, gradInput, up);
      assertGradient((moved) => conv2d(x, moved, option), w, gradWeight, up);
      assertGradient((moved) => conv2d(x, w, { ...option, bias: moved }), bias, gradBias, up);
    },
  );
}
conv("a planted error in a gradient is found", () => {
  const [x, w] = [source.normalTensor([1, 1, 4, 4]), source.normalTensor([1, 1, 2, 2])];
  const up = source.normalTensor([1, 1, 3, 3]);
  const { gradWeight } = conv2dBackward(up, x, w);
  gradWeight.data[3] += 1e-5;
  const { ok, worst } = gradcheck((moved) => dot(conv2d(x, moved), up), w, gradWeight);
  assert.equal([ok, worst.index], [false, 3]);
});
conv("conv2dBackward refuses a gradient of another shape than the output", () => {
  const [x, w] = [source.normalTensor([1, 2, 4, 4]), source.normalTensor([3, 2, 2, 2])];
  assert.throws(
    () => conv2dBackward(source.normalTensor([1, 3, 4, 4]), x, w),
    /^conv2dBackward: gradOutput\.shape must be \[1, 3, 3, 3\], got \[1, 3, 4, 4\]$/,
  );
  assert.throws(
    () => conv2d(x, w, { bias: tensor([1]) }),
    /^conv2d: bias\.shape must be \[3\], got \[1\]$/,
  );
  assert.throws(
    () => conv2d(x, w, { strides: 1 } as never),
    /^conv2d: options must only have bias, stride, padding, dilation, groups, got "strides"$/,
  );
  assert.throws(
    () => conv2d(x, w, { groups: 0 }),
    /^conv2d: groups must be an integer >= 1, got 0$/,
  );
  assert.throws(
    () => conv2d(x, source.normalTensor([3, 1, 1, 1]), { groups: 2 }),
    /^conv2d: groups must divide the 3 output channels, got 2$/,
  );
  assert.throws(
    () => conv2d(x, w.reshape([3, 8])),
    /^conv2d: weight\.shape must have 4 axes, got \[3, 8\]$/,
  );
});
conv("conv2d agrees with seven loops", () => {
  const [x, w] = [source.normalTensor([2, 4, 5, 5]), source.normalTensor([6, 2, 2, 3])];
  const [s, p, d] = [2, 1, 2];
  const { data, shape } = conv2d(x, w, { stride: s, padding: p, dilation: d, groups: 2 });
  const [N, O, height, width] = shape;
  let at = 0;
  for (let n = 0; n < N; n++)
    for (let o = 0; o < O; o++)
      for (let y = 0; y < height; y++)
        for (let z = 0; z < width; z++) {
          let sum = 0;
          for (let c = 0; c < 2; c++)
            for (let u = 0; u < 2; u++)
              for (let v = 0; v < 3; v++) {
                const [row, column] = [y * s - p + u * d, z * s - p + v * d];
                if (row < 0 || row >= 5 || column < 0 || column >= 5) continue;
                sum += x.at(n, Math.floor(o / 3) * 2 + c, row, column) * w.at(o, c, u, v);
              }
          assert.ok(Math.abs(data[at++] - sum) < 1e-13);
        }
  assert.is(at, data.length);
});
conv.run();

const denseSuite = suite("nn.dense-shape");
denseSuite("gradients are central differences, for one sample and for several", () => {
  for (const shape of [[4], [3, 4]]) {
    const [x, w, b] = [
      source.normalTensor(shape),
      source.normalTensor([2, 4]),
      source.normalTensor([2]),
    ];
    const up = source.normalTensor(dense(x, w).shape);
    const { gradInput, gradWeight, gradBias } = denseBackward(up, x, w);
    assert.equal(gradInput.shape, shape);
    assertGradient((moved) => dense(moved, w, b), x, gradInput, up);
    assertGradient((moved) => dense(x, moved, b), w, gradWeight, up);
    assertGradient((moved) => dense(x, w, moved), b, gradBias, up);
  }
});
denseSuite("Z = w F + b, by hand", () => {
  const w = tensor([1, 2, 3, 4, 5, 6], [2, 3]);
  assert.equal([...dense(tensor([1, 10, 100]), w).data], [321, 654]);
  assert.equal([...dense(tensor([1, 10, 100]), w, tensor([1000, 2000])).data], [1321, 2654]);
  const two = dense(tensor([1, 0, 0, 0, 0, 1], [2, 3]), w);
  assert.equal(
    [[...two.data], two.shape],
    [
      [1, 4, 3, 6],
      [2, 2],
    ],
  );
  const back = denseBackward(tensor([1, 2, 3, 4], [2, 2]), tensor([1, 0, 0, 0, 0, 1], [2, 3]), w);
  assert.equal([...back.gradInput.data], [9, 12, 15, 19, 26, 33]); // 1+2*4, 2+2*5, …, 3+4*4, …
  assert.equal([...back.gradWeight.data], [1, 0, 3, 2, 0, 4]);
  assert.equal([...back.gradBias.data], [4, 6]);
});
denseSuite("shapes that do not agree are refused", () => {
  const w = tensor([1, 2], [1, 2]);
  assert.throws(() => dense(tensor([1]), w), /^dense: input\.shape must be \[2\], got \[1\]$/);
  assert.throws(
    () => dense(tensor([1, 2, 3], [1, 3]), w),
    /^dense: input\.shape must be \[1, 2\], got \[1, 3\]$/,
  );
  assert.throws(
    () => dense(tensor([1, 2]), w, tensor([1, 2])),
    /^dense: bias\.shape must be \[1\], got \[2\]$/,
  );
  assert.throws(
    () => dense(tensor([1, 2]), tensor([1, 2])),
    /^dense: weight\.shape must have 2 axes, got \[2\]$/,
  );
  assert.throws(
    () => denseBackward(tensor([1, 2]), tensor([1, 2]), w),
    /^denseBackward: gradOutput\.shape must be \[1\], got \[2\]$/,
  );
});
denseSuite.run();

const pool = suite("maxPool2d");
const window = { kernelSize: 2, stride: 1, padding: 1, ceilMode: true };
pool("its gradient is a central difference where no two cells tie", () => {
  const x = source.normalTensor([2, 2, 4, 5]);
  const { output, indices } = maxPool2d(x, window);
  const up = source.normalTensor(output.shape);
  const gradient = maxPool2dBackward(up, indices, x.shape);
  assertGradient((moved) => maxPool2d(moved, window).output, x, gradient, up);
});
pool(
  "a window's winner is its first largest cell, and overlapping windows add their gradients",
  () => {
    const x = tensor([1, 7, 7, 0, 7, 2], [1, 1, 2, 3]);
    const { output, indices } = maxPool2d(x, { kernelSize: 2, stride: 1 });
    assert.equal([...output.data], [7, 7]);
    assert.equal([...indices], [1, 1]);
    assert.equal(
      [...maxPool2dBackward(tensor([10, 20], [1, 1, 1, 2]), indices, [1, 1, 2, 3]).data],
      [0, 30, 0, 0, 0, 0],
    );
  },
);
pool("padding never wins, also where all is below zero", () => {
  const x = tensor([-5, -6, -7, -8], [1, 1, 2, 2]);
  assert.equal([...maxPool2d(x, { kernelSize: 2, padding: 1 }).output.data], [-5, -6, -7, -8]);
  const low = tensor([-Infinity, -Infinity], [1, 1, 1, 2]);
  assert.equal([...maxPool2d(low, { kernelSize: [1, 2] }).indices], [0]);
});
pool("planes do not mix", () => {
  const x = tensor([1, 2, 30, 40, 5, 6, 70, 80], [2, 2, 1, 2]);
  const { output, indices } = maxPool2d(x, { kernelSize: [1, 2] });
  assert.equal(
    [[...output.data], [...indices]],
    [
      [2, 40, 6, 80],
      [1, 1, 1, 1],
    ],
  );
  assert.equal([...maxPool2dBackward(output, indices, x.shape).data], [0, 2, 0, 40, 0, 6, 0, 80]);
});
pool("a window that sees padding alone, and other wrong arguments, are refused", () => {
  const x = tensor([1, 2, 3, 4], [1, 1, 2, 2]);
  refuses(
    () => maxPool2d(x, { kernelSize: 2, dilation: 3, padding: 1 }),
    /^maxPool2d: window 0 must see a cell of the input of size 2, got \[-1, 2\]$/,
  );
  refuses(
    () => maxPool2d(x, { kernelSize: 3 }),
    /^maxPool2d: kernel of effective size 3 does not fit in padded input of size 2 /,
  );
  refuses(
    () => maxPool2d(x, {} as never),
    /^maxPool2d: kernelSize must be an integer >= 1 or a pair of them, got undefined$/,
  );
  refuses(
    () => maxPool2d(x, { kernelSize: 2, size: 1 } as never),
    /^maxPool2d: options must only have kernelSize, .*, got "size"$/,
  );
  refuses(
    () => maxPool2d(tensor([1]), { kernelSize: 1 }),
    /^maxPool2d: input\.shape must have 4 axes, got \[1\]$/,
  );
  const up = tensor([1], [1, 1, 1, 1]);
  refuses(
    () => maxPool2dBackward(up, [4], [1, 1, 2, 2]),
    /^maxPool2dBackward: indices\[0\] must be an integer from 0 to 3, got 4$/,
  );
  refuses(
    () => maxPool2dBackward(up, [-1], [1, 1, 2, 2]),
    /^maxPool2dBackward: indices\[0\] must be an integer from 0 to 3, got -1$/,
  );
  refuses(
    () => maxPool2dBackward(up, [1, 1], [1, 1, 2, 2]),
    /^maxPool2dBackward: indices\.length must be 1, one for each output, got 2$/,
  );
  refuses(
    () => maxPool2dBackward(up, 1 as never, [1, 1, 2, 2]),
    /^maxPool2dBackward: indices must be a list, got 1$/,
  );
  refuses(
    () => maxPool2dBackward(up, [1], [1, 2, 2]),
    /^maxPool2dBackward: inputShape must have 4 axes, got \[1, 2, 2\]$/,
  );
  refuses(
    () => maxPool2dBackward(up, [1], [1, 2, 2, 2]),
    /^maxPool2dBackward: gradOutput\.shape must be \[1, 2, 1, 1\], got \[1, 1, 1, 1\]$/,
  );
});
pool("NaN is refused wherever it stands", () => {
  for (const at of [0, 3]) {
    const cells = [1, 2, 3, 4].map((value, i) => (i === at ? NaN : value));
    refuses(
      () => maxPool2d(tensor(cells, [1, 1, 2, 2]), { kernelSize: 2 }),
      new RegExp(`^maxPool2d: input\\.data\\[${at}\\] must be a number, got NaN$`),
    );
  }
});
pool("a winner may be the first cell or the last", () => {
  const up = tensor([1], [1, 1, 1, 1]);
  assert.equal([...maxPool2dBackward(up, [0], [1, 1, 2, 2]).data], [1, 0, 0, 0]);
  assert.equal([...maxPool2dBackward(up, [3], [1, 1, 2, 2]).data], [0, 0, 0, 1]);
});
pool.run();

const pointwise = suite("nn.sigmoid");
pointwise("relu keeps what is above zero, and its gradient is 0 at zero", () => {
  assert.equal([relu(-2), relu(0), relu(0.5)], [0, 0, 0.5]);
  assert.equal([...relu(tensor([-1, 0.5, 3])).data], [0, 0.5, 3]);
  assert.equal([reluBackward(5, -1), reluBackward(5, 0), reluBackward(5, 0.5)], [0, 0, 5]);
  const back = reluBackward(tensor([1, 2, 3], [1, 3]), tensor([-1, 0, 0.5], [1, 3]));
  assert.equal(
    [[...back.data], back.shape],
    [
      [0, 0, 3],
      [1, 3],
    ],
  );
});
pointwise("sigmoid has its values, and sigma(-z) = 1 - sigma(z)", () => {
  // mpmath, 60 digits
  assert.equal(
    [sigmoid(0), sigmoid(1), sigmoid(-1)],
    [0.5, 0.7310585786300049, 0.2689414213699951],
  );
  assert.equal([sigmoid(-800), sigmoid(800)], [0, 1]);
  assert.equal([...sigmoid(tensor([0, 800])).data], [0.5, 1]);
  for (const z of [0.1, 2, 7]) assert.ok(Math.abs(sigmoid(z) + sigmoid(-z) - 1) < 1e-15);
});
pointwise("sigmoid's gradient is a central difference, and does not cancel far out", () => {
  const x = source.normalTensor([2, 3], 2);
  const up = source.normalTensor([2, 3]);
  assertGradient((moved) => sigmoid(moved), x, sigmoidBackward(up, x), up);
  assert.is(sigmoidBackward(3, 0), 0.75);
  const far = sigmoidBackward(1, 40); // 1 - sigma(40) is 0 in doubles; e^-40 from mpmath
  assert.ok(Math.abs(far - 4.248354255291589e-18) < 1e-32);
});
pointwise("numbers and tensors are checked", () => {
  assert.throws(() => relu(NaN), /^relu: input must be a finite number, got NaN$/);
  assert.throws(() => sigmoid("1" as never), /^sigmoid: input must be a tensor, got "1"$/);
  assert.throws(
    () => reluBackward(NaN, 1),
    /^reluBackward: gradOutput must be a finite number, got NaN$/,
  );
  assert.throws(
    () => reluBackward(1, NaN),
    /^reluBackward: input must be a finite number, got NaN$/,
  );
  assert.throws(
    () => sigmoidBackward(1, Infinity),
    /^sigmoidBackward: input must be a finite number, got Infinity$/,
  );
  assert.throws(
    () => sigmoidBackward(NaN, 1),
    /^sigmoidBackward: gradOutput must be a finite number, got NaN$/,
  );
  const [one, two] = [tensor([1]), tensor([1, 2])];
  assert.throws(
    () => reluBackward(one, two),
    /^reluBackward: gradOutput\.shape must be \[2\], got \[1\]$/,
  );
  assert.throws(
    () => sigmoidBackward(one, two),
    /^sigmoidBackward: gradOutput\.shape must be \[2\], got \[1\]$/,
  );
});
pointwise.run();

const flat = suite("flatten");
flat("each sample becomes a row, and the gradient takes the shape back", () => {
  const x = tensor(
    Array.from({ length: 12 }, (_, i) => i),
    [2, 1, 2, 3],
  );
  const rows = flatten(x);
  assert.equal([[...rows.data], rows.shape], [[...x.data], [2, 6]]);
  const back = flattenBackward(rows, x.shape);
  assert.equal([[...back.data], back.shape], [[...x.data], [2, 1, 2, 3]]);
  rows.data[0] = 99;
  assert.is(x.data[0], 0, "the entries are a copy");
  assert.equal(flatten(tensor([1, 2, 3])).shape, [3, 1]);
});
flat("a shape of another size, or of no axis, is refused", () => {
  assert.throws(
    () => flattenBackward(tensor([1, 2]), [3]),
    /^flattenBackward: inputShape must have 2 entries, got \[3\]$/,
  );
  assert.throws(
    () => flatten(tensor(1)),
    /^flatten: input\.shape must have at least 1 axis, got \[\]$/,
  );
});
flat.run();
