import { suite } from "uvu";
import * as assert from "uvu/assert";
import {
  convComplexity,
  convCost,
  type ConvLayer,
  costRatio,
  depthwiseCost,
  groupedCost,
  pointwiseCost,
  separableCost,
} from "../../src/index.js";
import { refuses } from "../support/refuses.js";

/** Multiply-accumulates by brute force: each output of each channel against each weight that it sees. */
function counted(
  { inChannels, outChannels, groups = 1 }: ConvLayer,
  kernel: number,
  output: number,
) {
  let macs = 0;
  for (let o = 0; o < outChannels; o++)
    for (let at = 0; at < output * output; at++)
      for (let c = 0; c < inChannels; c++) {
        const sees =
          Math.floor((c * groups) / inChannels) === Math.floor((o * groups) / outChannels);
        if (sees) macs += kernel * kernel;
      }
  return macs;
}

const cost = suite("conv.standard-cost");
cost("convCost counts what a loop over outputs, kernels and groups counts", () => {
  for (const groups of [1, 2, 4])
    for (const kernelSize of [1, 2, 3]) {
      const layer = { inChannels: 4, outChannels: 8, kernelSize, inputSize: 5, groups };
      const output = 6 - kernelSize;
      const macs = counted(layer, kernelSize, output);
      assert.equal(convCost(layer), {
        macs,
        params: macs / output ** 2,
        biasAdds: 0,
        outputSize: [output, output],
      });
    }
});
cost("stride, padding and dilation change the outputs, not the weights", () => {
  const layer = { inChannels: 2, outChannels: 3, kernelSize: 3, inputSize: [8, 9] as const };
  const { outputSize, params, macs } = convCost({
    ...layer,
    stride: [2, 1],
    padding: [
      [1, 0],
      [0, 2],
    ],
    dilation: [1, 2],
  });
  assert.equal([outputSize, params, macs], [[4, 7], 54, 4 * 7 * 54]); // (8+1-3)/2+1, 9+2-5+1
});
cost("a bias is a parameter and an addition for each output, and no multiplication", () => {
  const layer = { inChannels: 2, outChannels: 3, kernelSize: 1, inputSize: 4 };
  const without = convCost(layer);
  const withBias = convCost({ ...layer, bias: true });
  assert.equal(withBias, { ...without, params: without.params + 3, biasAdds: 48 });
});
cost("one channel, one group and one cell are enough", () => {
  const one = { inChannels: 1, outChannels: 1, kernelSize: 1, inputSize: 1 };
  assert.equal(convCost(one), { macs: 1, params: 1, biasAdds: 0, outputSize: [1, 1] });
});
cost("a wrong argument is named", () => {
  const layer = { inChannels: 2, outChannels: 2, kernelSize: 3, inputSize: 4 };
  const wrong = (change: object, message: RegExp) =>
    refuses(() => convCost({ ...layer, ...change }), message);
  wrong({ inChannels: 0 }, /^convCost: inChannels must be an integer >= 1, got 0$/);
  wrong({ outChannels: 0 }, /^convCost: outChannels must be an integer >= 1, got 0$/);
  wrong({ groups: 0 }, /^convCost: groups must be an integer >= 1, got 0$/);
  wrong({ outChannels: 3, groups: 2 }, /^convCost: groups must divide outChannels = 3, got 2$/);
  wrong({ bias: 1 }, /^convCost: bias must be true or false, got 1$/);
  wrong({ kernelSize: 0 }, /^convCost: kernelSize must be an integer >= 1, got 0$/);
  wrong(
    { inputSize: [4] },
    /^convCost: inputSize must be an integer >= 1 or a pair of them, got \[4\]$/,
  );
  wrong(
    { kernelSize: 5 },
    /^convCost: kernel of effective size 5 does not fit in padded input of size 4 \(inputSize=4, padding=0, kernelSize=5, dilation=1\)$/,
  );
  wrong({ channels: 1 }, /^convCost: layer must only have inChannels, .*bias, got "channels"$/);
  wrong({ outChannels: 2 ** 52 }, /^convCost: macs must stay below 2\^53, got /);
});
cost.run();

const complexity = suite("conv.complexity");
complexity("H W K^2 N M is the product", () => {
  assert.is(convComplexity({ H: 2, W: 3, K: 5, N: 7, M: 11 }), 11550); // 2 * 3 * 25 * 7 * 11
  assert.is(convComplexity({ H: 1, W: 1, K: 1, N: 1, M: 1 }), 1);
});
complexity("a size below 1 is named", () => {
  for (const name of ["H", "W", "K", "N", "M"]) {
    const sizes = { H: 1, W: 1, K: 1, N: 1, M: 1, [name]: 0 };
    assert.throws(
      () => convComplexity(sizes),
      /^convComplexity: [HWKNM] must be an integer >= 1, got 0$/,
    );
  }
  assert.throws(
    () => convComplexity({ H: 2 ** 30, W: 2 ** 30, K: 1, N: 1, M: 1 }),
    /^convComplexity: H W K\^2 N M must stay below 2\^53, got /,
  );
});
complexity.run();

const separable = suite("conv.separable-cost");
const layer = { inChannels: 4, outChannels: 6, kernelSize: 3, inputSize: 7, bias: true };
separable("the two halves are a depthwise and a pointwise layer", () => {
  const found = separableCost({ ...layer, stride: 2, padding: 1 });
  assert.equal(found.standard, { macs: 16 * 216, params: 222, biasAdds: 96, outputSize: [4, 4] });
  assert.equal(found.depthwise, { macs: 16 * 36, params: 40, biasAdds: 64, outputSize: [4, 4] });
  assert.equal(found.pointwise, { macs: 16 * 24, params: 30, biasAdds: 96, outputSize: [4, 4] });
  assert.equal(found.total, { macs: 960, params: 70, biasAdds: 160, outputSize: [4, 4] });
  assert.is(`${found.ratio}`, "5/18"); // 1/6 + 1/9
});
separable("depthwiseCost and pointwiseCost are these halves alone", () => {
  const { outChannels: _, ...depthwise } = layer;
  assert.equal(depthwiseCost(depthwise), {
    macs: 900,
    params: 40,
    biasAdds: 100,
    outputSize: [5, 5],
  });
  assert.equal(depthwiseCost({ ...depthwise, outChannels: 4, groups: 4 } as never).params, 40);
  assert.equal(pointwiseCost({ inChannels: 4, outChannels: 6, inputSize: 5 }), {
    macs: 600,
    params: 24,
    biasAdds: 0,
    outputSize: [5, 5],
  });
  assert.is(pointwiseCost({ inChannels: 4, outChannels: 6, inputSize: 5, groups: 2 }).params, 12);
});
separable("what contradicts a half is refused", () => {
  refuses(
    () => depthwiseCost({ ...layer } as never),
    /^depthwiseCost: outChannels must be inChannels = 4 or absent, got 6$/,
  );
  refuses(
    () => depthwiseCost({ inChannels: 4, kernelSize: 1, inputSize: 1, groups: 2 } as never),
    /^depthwiseCost: groups must be inChannels = 4 or absent, got 2$/,
  );
  refuses(
    () => depthwiseCost({ inChannels: 0, kernelSize: 1, inputSize: 1 }),
    /^depthwiseCost: inChannels must be an integer >= 1, got 0$/,
  );
  refuses(
    () => pointwiseCost({ inChannels: 1, outChannels: 1, inputSize: 1, kernelSize: 3 } as never),
    /^pointwiseCost: layer must only have inChannels, outChannels, inputSize, stride, groups, bias, got "kernelSize"$/,
  );
  refuses(
    () => separableCost({ ...layer, inChannels: 0 }),
    /^separableCost: inChannels must be an integer >= 1, got 0$/,
  );
});
separable("one input channel alone is a depthwise layer too", () => {
  const one = { inChannels: 1, kernelSize: 1, inputSize: 1 };
  assert.is(depthwiseCost(one).macs, 1);
  assert.is(`${separableCost({ ...one, outChannels: 1 }).ratio}`, "2");
});
separable.run();

const ratio = suite("conv.cost-ratio");
ratio("costRatio is 1/N + 1/D_K^2, exactly, and the ratio of the counts", () => {
  assert.equal(
    [
      [64, 3],
      [1, 1],
      [512, 3],
      [6, 5],
      [2, 1],
    ].map(([N, DK]) => `${costRatio({ N, DK })}`),
    ["73/576", "2", "521/4608", "31/150", "3/2"],
  );
  for (const N of [1, 3, 8])
    for (const DK of [1, 2, 3]) {
      const { ratio: found } = separableCost({
        inChannels: 5,
        outChannels: N,
        kernelSize: DK,
        inputSize: 6,
      });
      assert.is(`${found}`, `${costRatio({ N, DK })}`);
    }
});
ratio("a size below 1 is named", () => {
  assert.throws(() => costRatio({ N: 0, DK: 3 }), /^costRatio: N must be an integer >= 1, got 0$/);
  assert.throws(() => costRatio({ N: 1, DK: 0 }), /^costRatio: DK must be an integer >= 1, got 0$/);
  assert.throws(
    () => costRatio({ N: 1, DK: 1, M: 1 } as never),
    /^costRatio: sizes must only have N, DK, got "M"$/,
  );
});
ratio.run();

const groups = suite("conv.groups");
groups("groupedCost sets a layer beside itself without groups", () => {
  const wide = { inChannels: 8, outChannels: 16, kernelSize: 3, inputSize: 5, padding: 1 };
  const { standard, grouped, ...rest } = groupedCost({ ...wide, groups: 4 });
  assert.equal([standard.macs, grouped.macs], [25 * 9 * 8 * 16, 25 * 9 * 2 * 16]);
  assert.equal([standard.params, grouped.params], [1152, 288]);
  assert.equal(
    { ...rest, ratio: `${rest.ratio}` },
    { inChannelsPerGroup: 2, outChannelsPerGroup: 4, ratio: "1/4" },
  );
});
groups("without groups nothing is saved", () => {
  const found = groupedCost({ inChannels: 8, outChannels: 16, kernelSize: 3, inputSize: 5 });
  assert.equal(
    [found.inChannelsPerGroup, found.outChannelsPerGroup, `${found.ratio}`],
    [8, 16, "1"],
  );
  assert.equal(found.standard, found.grouped);
});
groups("a wrong argument carries the function's own name", () => {
  assert.throws(
    () => groupedCost({ inChannels: 3, outChannels: 4, kernelSize: 1, inputSize: 1, groups: 2 }),
    /^groupedCost: groups must divide inChannels = 3, got 2$/,
  );
});
groups.run();
