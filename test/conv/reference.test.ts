import { suite } from "uvu";
import * as assert from "uvu/assert";
import {
  convCost,
  outputSize,
  receptiveField,
  separableCost,
  transposedOutputSize,
} from "../../src/index.js";
import { reference } from "../support/reference.js";

const networks = reference("networks");

const size = suite("conv.output-size");
size("outputSize gives the sizes of Dumoulin and Visin's relations", () => {
  for (const { i, k, s, p, d, o } of networks.dumoulinForward)
    assert.is(outputSize({ i, k, s, p, d }), o);
  assert.is(outputSize({ i: 5, k: 3, s: 2, p: 1 }), 3); // figure 2.6
  assert.is(outputSize({ i: 6, k: 3, s: 2, p: 1 }), 3); // figure 2.7, last column unused
  assert.is(outputSize({ i: 7, k: 3, d: 2 }), 3); // figure 5.1
  assert.is(outputSize({ i: 7, k: 3, p: [0, 2] }), 7);
});
size("outputSize counts the places of the kernel", () => {
  for (let i = 1; i <= 8; i++)
    for (let k = 1; k <= 3; k++)
      for (let s = 1; s <= 3; s++)
        for (let p = 0; p <= 2; p++)
          for (let d = 1; d <= 2; d++) {
            let places = 0;
            for (let at = 0; at + d * (k - 1) < i + 2 * p; at += s) places++;
            if (places) assert.is(outputSize({ i, k, s, p, d }), places);
          }
});
size("outputSize with same padding is TensorFlow's", () => {
  for (const { i, k, s, o } of networks.tfSame) assert.is(outputSize({ i, k, s, p: "same" }), o);
});
size("transposedOutputSize gives the sizes of Dumoulin and Visin's relations", () => {
  for (const { i, k, s, p, a, o } of networks.dumoulinTransposed) {
    assert.is(transposedOutputSize({ i, k, s, p, outputPadding: a }), o);
  }
  assert.is(transposedOutputSize({ i: 3, k: 3, s: 2, p: 1, d: 2, outputPadding: 1 }), 8); // PyTorch: (3-1)*2 - 2 + 2*2 + 1 + 1
});
size("a wrong argument is named", () => {
  assert.throws(
    () => outputSize({ i: 5, k: 3, s: 0 }),
    /^outputSize: s must be an integer >= 1, got 0$/,
  );
  assert.throws(
    () => outputSize({ i: 2, k: 3, d: 1 }),
    /^outputSize: kernel of effective size 3 does not fit in padded input of size 2 \(i=2, p=0, k=3, d=1\)$/,
  );
  assert.throws(
    () => outputSize({ i: 2, k: 3, q: 1 } as never),
    /^outputSize: the argument must only have i, k, s, p, d, got "q"$/,
  );
  assert.throws(
    () => transposedOutputSize({ i: 3, k: 3, s: 2, outputPadding: 2 }),
    /^transposedOutputSize: outputPadding must be an integer from 0 to 1, got 2$/,
  );
  assert.throws(
    () => transposedOutputSize({ i: 1, k: 1, p: 1 }),
    /^transposedOutputSize: padding leaves an output of size -1 \(i=1, k=1/,
  );
});
size.run();

const cost = suite("conv.cost-ratio");
cost("the layers of published networks cost what their tables say", () => {
  for (const network of networks.networks) {
    for (const layer of network.layers.filter(({ type }: { type: string }) => type === "conv")) {
      const { inC, outC, k, stride, pad, dilation, groups, bias, inSize } = layer;
      const found = convCost({
        inChannels: inC,
        outChannels: outC,
        kernelSize: k,
        stride,
        padding: pad,
        dilation,
        groups,
        bias,
        inputSize: inSize,
      });
      assert.equal(
        [found.macs, found.params],
        [layer.macs, layer.params],
        `${network.name} ${layer.name}`,
      );
    }
  }
});
cost("separableCost counts both halves, and their ratio is 1/N + 1/D_K^2", () => {
  for (const { M, N, DK, DG, standard, depthwise, pointwise, separable } of networks.notesCosts
    .standard) {
    const found = separableCost({
      inChannels: M,
      outChannels: N,
      kernelSize: DK,
      inputSize: DG + DK - 1,
    });
    assert.equal(
      [found.standard.macs, found.depthwise.macs, found.pointwise.macs, found.total.macs],
      [standard, depthwise, pointwise, separable],
    );
  }
  const { ratio, total } = separableCost({
    inChannels: 3,
    outChannels: 64,
    kernelSize: 3,
    inputSize: 112,
    padding: 1,
    bias: true,
  });
  assert.is(ratio.toString(), "73/576"); // 1/64 + 1/9
  assert.equal([total.params, total.biasAdds], [3 * 9 + 3 + 64 * 3 + 64, 67 * 112 * 112]);
});
cost("groups divide macs and weights", () => {
  const wide = { inChannels: 64, outChannels: 64, kernelSize: 3, inputSize: 56, padding: 1 };
  assert.is(convCost(wide).macs, 115605504); // 56^2 * 9 * 64 * 64
  assert.is(convCost({ ...wide, groups: 32 }).macs, 3612672); // one 32nd
});
cost("biases are counted apart", () => {
  const found = convCost({
    inChannels: 1,
    outChannels: 2,
    kernelSize: [1, 3],
    inputSize: [4, 5],
    bias: true,
  });
  assert.equal(found, { macs: 72, params: 8, biasAdds: 24, outputSize: [4, 3] });
});
cost("groups that do not divide the channels are refused", () => {
  assert.throws(
    () => convCost({ inChannels: 3, outChannels: 4, kernelSize: 1, inputSize: 1, groups: 2 }),
    /^convCost: groups must divide inChannels = 3, got 2$/,
  );
  assert.throws(
    () => separableCost({ inChannels: 4, outChannels: 4, kernelSize: 1, inputSize: 1, groups: 2 }),
    /^separableCost: groups must be 1, got 2$/,
  );
});
cost.run();

const field = suite("conv.receptive-field");
field("receptiveField follows the published chains at every layer", () => {
  for (const { path, steps } of networks.receptiveField) {
    const layers = path.map(({ k, stride, pad, dilation }: Record<string, number>) => ({
      kernelSize: k,
      stride,
      padding: pad,
      dilation,
    }));
    steps.forEach(({ rf, stride, pad }: Record<string, number>, i: number) => {
      assert.equal(receptiveField(layers.slice(0, i + 1)), { size: rf, stride, padding: pad });
    });
  }
});
field("an empty chain sees one cell, and dilation widens the field", () => {
  assert.equal(receptiveField([]), { size: 1, stride: 1, padding: 0 });
  assert.is(receptiveField([{ kernelSize: 3, dilation: 2 }, { kernelSize: 3 }]).size, 7);
  assert.throws(
    () => receptiveField([{ kernelSize: 0 }]),
    /^receptiveField: layers\[0\]\.kernelSize must be an integer >= 1, got 0$/,
  );
});
field.run();
