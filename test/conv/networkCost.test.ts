import { suite } from "uvu";
import * as assert from "uvu/assert";
import { mobileNet, networkCost, type NetworkLayer } from "../../src/index.js";
import { reference } from "../support/reference.js";
import { refuses } from "../support/refuses.js";

const test = suite("networkCost");
const { networks, mobilenetTable2 } = reference("networks");
const image = { inChannels: 3, inputSize: 224 };
const totals = (layers: NetworkLayer[], inputSize = 224) => {
  const { macs, params, batchNormParams } = networkCost(layers, { inChannels: 3, inputSize });
  return { macs, params, batchNormParams };
};

type Row = Record<string, number> & { name: string; type: string; bias: boolean; bn: boolean };

/** A layer of the reference list; with `place` it states its own input, as a branch must. */
function layerOf(row: Row, place: boolean): NetworkLayer {
  const { name, k: kernelSize, stride, pad: padding } = row;
  const input = place ? { inputSize: row.inSize, inChannels: row.inC } : {};
  if (row.type === "globalavgpool") return { type: "globalAvgPool", name, ...input };
  if (row.type === "maxpool")
    return { type: "maxPool", name, kernelSize, stride, padding, ...input };
  if (row.type === "dense") return { type: "dense", name, outFeatures: row.outC, bias: row.bias };
  const { dilation, groups, bias, outC: outChannels } = row;
  const window = { kernelSize, stride, padding, dilation };
  return { type: "conv", name, outChannels, ...window, groups, bias, batchNorm: row.bn, ...input };
}

test("published networks cost what is published, layer by layer and in sum", () => {
  for (const { name, layers, computed } of networks) {
    const branches = name.startsWith("resnet");
    const found = networkCost(
      layers.map((row: Row) => layerOf(row, branches)),
      image,
    );
    layers.forEach((row: Row, l: number) => {
      const { macs, params, batchNormParams, outChannels, outputSize } = found.layers[l];
      const place = `${name}, ${row.name}`;
      assert.equal([macs, params], [row.macs, row.params], place);
      assert.is(batchNormParams, row.bnParams ?? 0, place);
      assert.is(outChannels, row.outC, place);
      if (row.outSize) assert.equal(outputSize, [row.outSize, row.outSize], place);
    });
    assert.is(found.macs, computed.macs, name);
    assert.is(found.params, computed.convDenseParams, name);
    assert.is(found.batchNormParams, computed.bnParams, name);
  }
});

test("mobileNet's widths and input sizes cost what Howard et al. print", () => {
  // Exact counts, which round to the paper's Tables 6 and 7: 569, 325, 149, 41 and 418, 290, 186 million.
  assert.equal(totals(mobileNet()), { macs: 568740352, params: 4210088, batchNormParams: 21888 });
  assert.equal(totals(mobileNet({ alpha: 0.75 })), {
    macs: 325400448,
    params: 2569144,
    batchNormParams: 16416,
  });
  assert.is(totals(mobileNet({ alpha: 0.5 })).macs, 149497088);
  assert.is(totals(mobileNet({ alpha: 0.5 })).params, 1320648);
  assert.is(totals(mobileNet({ alpha: 0.25 })).macs, 41030272);
  assert.is(totals(mobileNet({ alpha: 0.25 })).params, 464600);
  assert.equal(
    [192, 160, 128].map((size) => totals(mobileNet(), size).macs),
    [418121728, 290675200, 186400768],
  );
  assert.is(totals(mobileNet({ alpha: 0.5 }), 160).macs, 76524800);
});

test("with standard convolutions it costs eight times as much", () => {
  // The paper's Table 4 prints 4866 million, which leaves the dense layer out.
  const { macs, params } = totals(mobileNet({ separable: false }));
  assert.equal([macs, params], [4867293184, 29282120]);
});

test("its layers add up to the shares of the paper's Table 2", () => {
  const { layers } = networkCost(mobileNet(), image);
  const of = (pattern: RegExp) => {
    const rows = layers.filter(({ name }) => pattern.test(name));
    return rows.reduce((sum, { macs, params }) => [sum[0] + macs, sum[1] + params], [0, 0]);
  };
  const kinds = [/^conv$/, /^depthwise/, /^pointwise/, /^dense$/];
  kinds.forEach((pattern, i) => {
    assert.equal(of(pattern), [mobilenetTable2[i].macs, mobilenetTable2[i].params]);
  });
  assert.equal(
    layers.slice(0, 4).map(({ name }) => name),
    ["conv", "depthwise 1", "pointwise 1", "depthwise 2"],
  );
});

test("a layer takes what the one before gives, and bias adds are summed apart", () => {
  const { layers, ...sums } = networkCost(
    [
      {
        type: "conv",
        outChannels: 2,
        kernelSize: [3, 1],
        padding: [
          [1, 1],
          [0, 0],
        ],
        bias: true,
      },
      { type: "maxPool", kernelSize: 2, ceilMode: true },
      { type: "avgPool", kernelSize: [1, 2], stride: 1, name: "mean" },
      { type: "dense", outFeatures: 5, bias: true, inFeatures: 12 },
    ],
    { inChannels: 3, inputSize: [5, 6] },
  );
  assert.equal(
    layers.map(({ name, outputSize, outChannels, macs, params, biasAdds }) =>
      [name, ...outputSize, outChannels, macs, params, biasAdds].join(" "),
    ),
    [
      "conv 1 5 6 2 540 20 60", // 5 * 6 outputs of 2 channels, 3 * 3 weights each
      "maxPool 2 3 3 2 0 0 0",
      "mean 3 2 2 0 0 0",
      "dense 4 1 1 5 60 65 5", // 3 * 2 * 2 = 12 features
    ],
  );
  assert.equal(sums, { macs: 600, params: 85, biasAdds: 65, batchNormParams: 0 });
});

test("batch normalisation has two parameters a channel, and pooling to one cell none", () => {
  const found = networkCost(
    [{ type: "conv", outChannels: 7, kernelSize: 1, batchNorm: true }, { type: "globalAvgPool" }],
    { inChannels: 1, inputSize: [2, 3] },
  );
  assert.equal(
    found.layers.map(({ batchNormParams, outputSize }) => [batchNormParams, outputSize]),
    [
      [14, [2, 3]],
      [0, [1, 1]],
    ],
  );
  assert.equal([found.params, found.biasAdds, found.batchNormParams], [7, 0, 14]);
});

test("a branch states its own input, one cell and one channel at least", () => {
  const { layers } = networkCost(
    [
      { type: "conv", outChannels: 4, kernelSize: 3 },
      { type: "conv", outChannels: 2, kernelSize: 1, inputSize: 1, inChannels: 1 },
      { type: "conv", outChannels: 1, kernelSize: 1, inputSize: [3, 4] },
      { type: "conv", outChannels: 1, kernelSize: 1, inChannels: 1 },
    ],
    { inChannels: 1, inputSize: 3 },
  );
  assert.equal(
    layers.map(({ macs }) => macs),
    [36, 2, 24, 12], // the third takes the 2 channels of the second
  );
});

test("a dense layer without a bias has weights alone", () => {
  const { params, biasAdds } = networkCost([{ type: "dense", outFeatures: 5 }], {
    inChannels: 3,
    inputSize: 2,
  });
  assert.equal([params, biasAdds], [60, 0]); // 3 * 2 * 2 features
});

test("an empty network costs nothing", () => {
  assert.equal(networkCost([], { inChannels: 1, inputSize: 1 }), {
    layers: [],
    macs: 0,
    params: 0,
    biasAdds: 0,
    batchNormParams: 0,
  });
});

test("what is wrong is named with its layer", () => {
  const wrong = (layers: unknown, message: RegExp, input: object = image) =>
    refuses(() => networkCost(layers as NetworkLayer[], input as typeof image), message);
  const conv = { type: "conv", outChannels: 4, kernelSize: 3 };
  wrong(1, /^networkCost: layers must be an array, got 1$/);
  wrong([], /^networkCost: inChannels must be an integer >= 1, got 0$/, {
    inChannels: 0,
    inputSize: 1,
  });
  wrong([], /^networkCost: inputSize must be an integer >= 1, got 0$/, {
    inChannels: 1,
    inputSize: 0,
  });
  wrong([], /^networkCost: input must only have inChannels, inputSize, got "size"$/, { size: 1 });
  wrong(
    [{ type: "lstm" }],
    /^networkCost: layers\[0\]\.type must be one of conv, maxPool, avgPool, globalAvgPool, dense, got "lstm"$/,
  );
  wrong([null], /^networkCost: layers\[0\]\.type must be one of .*, got undefined$/);
  wrong(
    [{ ...conv, units: 1 }],
    /^networkCost: conv 1: layer must only have name, .*, got "units"$/,
  );
  wrong(
    [{ ...conv, name: "stem", groups: 2 }],
    /^networkCost: stem: groups must divide inChannels = 3, got 2$/,
  );
  wrong(
    [conv, { ...conv, inChannels: 3 }],
    /^networkCost: conv 2: inChannels must be the 4 of the layer before, got 3$/,
  );
  wrong(
    [{ ...conv, inChannels: 0 }],
    /^networkCost: conv 1: inChannels must be an integer >= 1, got 0$/,
  );
  wrong(
    [{ ...conv, inputSize: 0 }],
    /^networkCost: conv 1: inputSize must be an integer >= 1, got 0$/,
  );
  wrong(
    [{ ...conv, batchNorm: 1 }],
    /^networkCost: conv 1: batchNorm must be true or false, got 1$/,
  );
  wrong(
    [{ type: "dense", outFeatures: 0 }],
    /^networkCost: dense 1: outFeatures must be an integer >= 1, got 0$/,
  );
  wrong(
    [{ type: "dense", outFeatures: 1, bias: 1 }],
    /^networkCost: dense 1: bias must be true or false, got 1$/,
  );
  wrong(
    [{ type: "dense", outFeatures: 1, inFeatures: 3 }],
    /^networkCost: dense 1: inFeatures must be the 150528 that arrive, got 3$/,
  );
  wrong(
    [{ type: "dense", outFeatures: 2 ** 50 }],
    /^networkCost: dense 1: macs must stay below 2\^53, got /,
  );
  wrong(
    [{ type: "maxPool", kernelSize: 2, padding: 2 }],
    /^networkCost: maxPool 1: padding must be at most 1, half the kernel, got 2$/,
  );
});

test("mobileNet knows the paper's four widths", () => {
  assert.throws(
    () => mobileNet({ alpha: 2 as never }),
    /^mobileNet: alpha must be 1, 0\.75, 0\.5 or 0\.25, got 2$/,
  );
  assert.throws(
    () => mobileNet({ separable: 1 as never }),
    /^mobileNet: separable must be true or false, got 1$/,
  );
  assert.throws(
    () => mobileNet({ width: 1 } as never),
    /^mobileNet: options must only have alpha, separable, got "width"$/,
  );
});

test.run();
