import { suite } from "uvu";
import * as assert from "uvu/assert";
import {
  conv2d,
  conv2dBackward,
  flip,
  fullConvolution,
  kernelJacobian,
  random,
  tensor,
} from "../../src/index.js";
import { assertClose } from "../support/close.js";

const test = suite("nn.grad-input");
const source = random(4);

test("the full convolution is the gradient by the input, for every size and number of channels", () => {
  for (const [N, O, C, KH, KW] of [
    [1, 1, 1, 2, 2],
    [1, 1, 1, 1, 3],
    [2, 3, 2, 3, 2],
    [1, 2, 3, 2, 4],
  ]) {
    const [x, w] = [source.normalTensor([N, C, 5, 6]), source.normalTensor([O, C, KH, KW])];
    const up = source.normalTensor([N, O, 6 - KH, 7 - KW]);
    const { gradInput } = conv2dBackward(up, x, w);
    const full = fullConvolution(up, w);
    assert.equal(full.shape, gradInput.shape);
    assertClose(full.data, gradInput.data, 1e-13); // other order of summation
  }
});

test("every overlap counts once: the sum is the product of the sums", () => {
  const full = fullConvolution(
    tensor([1, 2, 3, 4], [1, 1, 2, 2]),
    tensor([1, 10, 100, 1000], [1, 1, 2, 2]),
  );
  assert.equal([...full.data], [1, 12, 20, 103, 1234, 2040, 300, 3400, 4000]); // by hand
});

test("flip turns every plane by 180 degrees, and twice is nothing", () => {
  const x = tensor([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12], [2, 2, 3]);
  assert.equal([...flip(x).data], [6, 5, 4, 3, 2, 1, 12, 11, 10, 9, 8, 7]);
  assert.equal([...flip(flip(x)).data], [...x.data]);
});

test("shapes that do not agree are refused", () => {
  const w = tensor([1, 2, 3, 4], [2, 1, 1, 2]);
  assert.throws(
    () => fullConvolution(tensor([1], [1, 1, 1, 1]), w),
    /^fullConvolution: gradOutput\.shape must be \[1, 2, 1, 1\], got \[1, 1, 1, 1\]$/,
  );
  assert.throws(
    () => fullConvolution(tensor([1]), w),
    /^fullConvolution: gradOutput\.shape must have 4 axes, got \[1\]$/,
  );
  assert.throws(
    () => fullConvolution(w, tensor([1])),
    /^fullConvolution: weight\.shape must have 4 axes, got \[1\]$/,
  );
});
test.run();

const jacobian = suite("nn.conv-jacobian");
jacobian("dO_ij / dF_uv is X[i + u, j + v]", () => {
  const X = tensor([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12], [3, 4]);
  const { data, shape } = kernelJacobian(X, [2, 3]);
  assert.equal(shape, [4, 6]); // 2 x 2 outputs, 2 x 3 kernel entries
  let at = 0;
  for (let i = 0; i < 2; i++)
    for (let j = 0; j < 2; j++)
      for (let u = 0; u < 2; u++)
        for (let v = 0; v < 3; v++) assert.is(data[at++], X.at(i + u, j + v));
});
jacobian("of a kernel of one entry is the input itself", () => {
  const X = tensor([1, 2, 3, 4], [2, 2]);
  const { data, shape } = kernelJacobian(X, [1, 1]);
  assert.equal(
    [[...data], shape],
    [
      [1, 2, 3, 4],
      [4, 1],
    ],
  );
});
jacobian("times an upstream gradient it is dL/dF", () => {
  const [X, up] = [source.normalTensor([4, 4]), source.normalTensor([1, 1, 3, 3])];
  const { data } = kernelJacobian(X, [2, 2]);
  const image = tensor(X.data, [1, 1, 4, 4]);
  const { gradWeight } = conv2dBackward(up, image, tensor([0, 0, 0, 0], [1, 1, 2, 2]));
  const product = [0, 1, 2, 3].map((entry) =>
    up.data.reduce((sum, g, row) => sum + g * data[4 * row + entry], 0),
  );
  assertClose(product, gradWeight.data, 1e-14);
  assertClose(conv2d(image, up).data, gradWeight.data, 1e-14);
});
jacobian("a kernel that does not fit is refused", () => {
  assert.throws(
    () => kernelJacobian(tensor([1, 2], [1, 2]), [2, 1]),
    /does not fit in padded input of size 1/,
  );
  assert.throws(
    () => kernelJacobian(tensor([1]), [1, 1]),
    /^kernelJacobian: input\.shape must have 2 axes, got \[1\]$/,
  );
});
jacobian.run();
