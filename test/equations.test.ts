import { suite } from "uvu";
import * as assert from "uvu/assert";
import * as core from "../src/index.js";
import { assertClose } from "./support/close.js";

// One suite an equation that has no file of its own: the number it prints, from the core, with its source.
const { convCost, separableCost, rational, tensor } = core;
const layer = { inChannels: 3, outChannels: 64, kernelSize: 3, inputSize: 112, padding: 1 };

const standard = suite("conv.standard-cost");
standard("N D_G^2 D_K^2 M is 21 676 032 for M = 3, N = 64, D_K = 3, D_G = 112", () => {
  assert.is(convCost(layer).macs, 21676032); // 64 * 12544 * 9 * 3, by hand
});
standard.run();

const depthwise = suite("conv.depthwise-cost");
depthwise("M D_G^2 D_K^2 is 338 688", () => assert.is(separableCost(layer).depthwise.macs, 338688)); // 3 * 12544 * 9
depthwise.run();

const pointwise = suite("conv.pointwise-cost");
pointwise("N D_G^2 M is 2 408 448", () => assert.is(separableCost(layer).pointwise.macs, 2408448)); // 64 * 12544 * 3
pointwise.run();

const separable = suite("conv.separable-cost");
separable("M D_G^2 (D_K^2 + N) is 2 747 136", () =>
  assert.is(separableCost(layer).total.macs, 2747136),
); // 3 * 12544 * 73
separable.run();

const groups = suite("conv.groups");
groups("32 groups of 64 channels have 2 channels each", () => {
  const wide = { inChannels: 64, outChannels: 64, kernelSize: 3, inputSize: 56, padding: 1 };
  assert.is(convCost({ ...wide, groups: 32 }).params, 1152); // 64 * 9 * 2
});
groups.run();

const complexity = suite("conv.complexity");
complexity("a 3 x 3 kernel costs nine times a 1 x 1 kernel", () => {
  const macs = (kernelSize: number) => convCost({ ...layer, kernelSize, padding: "same" }).macs;
  assert.is(macs(1), 2408448); // H W N M = 112 * 112 * 3 * 64
  assert.is(macs(3) / macs(1), 9);
});
complexity.run();

const image = tensor([1, 2, 3, 4, 5, 6, 7, 8, 9], [1, 1, 3, 3]);
const filter = tensor([1, 2, 3, 4], [1, 1, 2, 2]);
const upstream = tensor([1, 2, 3, 4], [1, 1, 2, 2]);

const gradKernel = suite("nn.grad-kernel");
gradKernel("the gradient by the filter is X * dL/dO", () => {
  const { gradWeight } = core.conv2dBackward(upstream, image, filter);
  assert.equal([...gradWeight.data], [37, 47, 67, 77]); // 1+4+12+20, ..., by hand
  assert.equal([...gradWeight.data], [...core.conv2d(image, upstream).data]);
});
gradKernel.run();

const gradInput = suite("nn.grad-input");
gradInput("the gradient by the input is a full convolution, padding 1 on each side", () => {
  const { gradInput: found } = core.conv2dBackward(upstream, image, filter);
  assert.equal([...found.data], [1, 4, 4, 6, 20, 16, 9, 24, 16]); // by hand
  const flipped = tensor([4, 3, 2, 1], [1, 1, 2, 2]);
  assert.equal(
    [...core.conv2d(filter, flipped, { padding: 1 }).data],
    [1, 4, 4, 6, 20, 16, 9, 24, 16],
  );
});
gradInput.run();

const parameters = {
  w1: tensor(new Array(9).fill(0.1), [1, 1, 3, 3]),
  b1: tensor([0.1], [1]),
  w2: tensor([1, -1, 0.5, 0.25], [1, 4]),
  b2: tensor([0], [1]),
};
const parameterCount = suite("nn.parameter-count");
parameterCount("9 + 1 + 4 + 1 = 15", () => assert.is(core.parameterCount(parameters), 15)); // the notes, A73
parameterCount.run();

const inputSize = suite("nn.input-size");
inputSize("an image of 6 x 6 gives 4 x 4, 2 x 2 and 4 entries; another size is refused", () => {
  const forward = core.netForward(tensor(new Array(36).fill(1), [1, 1, 6, 6]), parameters);
  assert.equal(
    [forward.Z1.shape, forward.P1.shape, forward.F.shape].map((shape) => [...shape]),
    [
      [1, 1, 4, 4],
      [1, 1, 2, 2],
      [1, 4],
    ],
  );
  assertClose(forward.Z2, 0.75, 1e-15); // F is 1 everywhere: 1 - 1 + 0.5 + 0.25
  assert.throws(
    () => core.netForward(tensor(new Array(25).fill(1), [1, 1, 5, 5]), parameters),
    /^netForward: X\.shape must be \[1, 1, 6, 6\], got \[1, 1, 5, 5\]$/,
  );
});
inputSize.run();

const bce = suite("nn.bce");
bce(
  "the loss is log 2 where the net cannot tell, and -log(3/4) where it gives the label 3/4",
  () => {
    assertClose(core.bceWithLogits(0, 0), Math.LN2, 1e-15);
    assertClose(core.bceWithLogits(Math.log(3), 1), Math.log(4 / 3), 1e-15); // σ(log 3) = 3/4
  },
);
bce.run();

const sigmoid = suite("nn.sigmoid");
sigmoid("the logistic function is 1/2 at 0, 3/4 at log 3 and symmetric about 0", () => {
  assert.is(core.sigmoid(0), 0.5);
  assertClose(core.sigmoid(Math.log(3)), 0.75, 1e-15); // 1/(1 + 1/3)
  assertClose(core.sigmoid(-Math.log(3)), 0.25, 1e-15);
});
sigmoid.run();

const jacobian = suite("nn.conv-jacobian");
jacobian(
  "the Jacobian of a 2 by 2 kernel on 3 by 3 has a row of entries of X for each output",
  () => {
    const { data, shape } = core.kernelJacobian(
      tensor([1, 2, 3, 4, 5, 6, 7, 8, 9], [3, 3]),
      [2, 2],
    );
    assert.equal([...shape], [4, 4]);
    // dO_11 is x11 x12 x21 x22, and so on for the windows of O_12, O_21, O_22
    assert.equal([...data], [1, 2, 4, 5, 2, 3, 5, 6, 4, 5, 7, 8, 5, 6, 8, 9]);
  },
);
jacobian.run();

const independence = suite("expectation.independence");
independence("the joint probability of independent values is the product", () => {
  const half = rational("1/2");
  const { p } = core.independent(
    [rational(0), rational(1)],
    [rational("1/3"), rational("2/3")],
    [rational(5), rational(7)],
    [half, half],
  );
  assert.equal(
    p.map((row) => row.map(String)),
    [
      ["1/6", "1/6"],
      ["1/3", "1/3"],
    ],
  );
});
independence.run();

const likelihood = suite("nn.bce-likelihood");
likelihood("the loss is minus the logarithm of the label's probability", () => {
  assertClose(core.bceWithLogits(0, 1), Math.LN2, 1e-15); // σ(0) = 1/2
  assertClose(core.bceWithLogits(Math.log(3), 0), Math.log(4), 1e-15); // 1 - 3/4
});
likelihood.run();

const denseShape = suite("nn.dense-shape");
denseShape("(1,4)(4,1) + (1,1) is one number", () => {
  const z = core.dense(
    tensor([1, 2, 3, 4], [1, 4]),
    tensor([1, 10, 100, 1000], [1, 4]),
    tensor([5], [1]),
  );
  assert.equal([[...z.shape], [...z.data]], [[1, 1], [4326]]);
  const back = core.denseBackward(
    tensor([2], [1, 1]),
    tensor([1, 2, 3, 4], [1, 4]),
    tensor([1, 10, 100, 1000], [1, 4]),
  );
  assert.equal([...back.gradWeight.data], [2, 4, 6, 8]);
  assert.equal([...back.gradInput.data], [2, 20, 200, 2000]);
  assert.equal([...back.gradBias.data], [2]);
});
denseShape.run();

const sigmoidGrad = suite("nn.sigmoid-grad");
sigmoidGrad("the derivative is σ (1 - σ): 1/4 at 0, 3/16 at log 3", () => {
  assert.is(core.sigmoidBackward(1, 0), 0.25);
  assertClose(core.sigmoidBackward(1, Math.log(3)), 3 / 16, 1e-15);
});
sigmoidGrad.run();

const xs = [2, 4, 4, 4, 5, 5, 7, 9];
const logLikelihood = suite("gaussian.log-likelihood");
logLikelihood("the example's log-likelihood at its maximum is -16.8967", () => {
  assert.is(core.gaussianLogLikelihood(xs, { mu: 5, sigma2: 4 }).toFixed(4), "-16.8967"); // -4 log(8 π) - 4
});
logLikelihood.run();

const variance = suite("gaussian.sigma2-ml");
variance("the example's likeliest variance is 4, over N and not N - 1", () => {
  assert.is(core.gaussianMLE(xs).sigma2ML, 4); // squares 9+1+1+1+0+0+4+16 = 32, over 8
});
variance.run();

const posterior = suite("bayes.posterior");
posterior("even odds need a prevalence of 1 in 31", () => {
  const test = { truePositive: rational("0.9"), falsePositive: rational("0.03") };
  assert.is(core.binaryTest({ ...test, prior: rational(1, 31) }).posterior.toString(), "1/2"); // β / (α + β)
});
posterior.run();

const second = suite("uniform.second-moment");
second("(a^2 + ab + b^2)/3 is 67/3 on (2, 7)", () => {
  assert.is(core.uniformMoment(2, { a: rational(2), b: rational(7) }).toString(), "67/3"); // (4 + 14 + 49) / 3
});
second.run();

const spread = suite("uniform.variance");
spread("(b - a)^2/12 is 25/12 on (2, 7)", () => {
  assert.is(core.uniformVariance({ a: rational(2), b: rational(7) }).toString(), "25/12");
});
spread.run();
