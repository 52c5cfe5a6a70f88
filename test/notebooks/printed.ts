import { readFileSync } from "node:fs";
import * as core from "../../src/index.js";

/** A number that a chapter prints, where it comes from, and the core's own value of it as text. */
export type Fact = [printed: string, source: string, fromCore: () => unknown];

const { rational, tensor } = core;
const layer = { inChannels: 3, outChannels: 64, kernelSize: 3, inputSize: 112, padding: 1 };
const wide = { inChannels: 64, outChannels: 64, kernelSize: 3, inputSize: 56, padding: 1 };
/** The layer of the drawings: 3 channels of 7 x 7 under 4 kernels of 3 x 3. */
const drawn = { inChannels: 3, outChannels: 4, kernelSize: 3, inputSize: 7 };

const costs: Fact[] = [
  ["21676032", "64 * 112^2 * 3^2 * 3", () => core.convCost(layer).macs],
  ["1728", "64 * 3^2 * 3", () => core.convCost(layer).params],
  ["27", "3^2 * 3", () => core.convCost({ ...drawn, outChannels: 1, inputSize: 3 }).macs],
  ["2700", "5^2 * 4 * 27", () => core.convCost(drawn).macs],
  ["675", "5^2 * 3 * 3^2", () => core.separableCost(drawn).depthwise.macs],
  ["300", "5^2 * 4 * 3", () => core.separableCost(drawn).pointwise.macs],
  ["73/576", "1/64 + 1/9", () => core.separableCost(layer).ratio],
  ["0.1267", "73/576 = 0.12673...", () => core.separableCost(layer).ratio.toFixed(4)],
  ["1/9", "1/3^2", () => limit(3)],
  ["1/25", "1/5^2", () => limit(5)],
  ["1/49", "1/7^2", () => limit(7)],
  ["115605504", "64 * 56^2 * 3^2 * 64", () => core.convCost(wide).macs],
  ["57802752", "half of it", () => core.convCost({ ...wide, groups: 2 }).macs],
  ["3612672", "a 32nd", () => core.convCost({ ...wide, groups: 32 }).macs],
  ["1806336", "a 64th", () => core.convCost({ ...wide, groups: 64 }).macs],
  ["0.5", "1/2, the share of 2 groups", () => share(2)],
  ["0.03125", "1/32", () => share(32)],
  ["0.015625", "1/64", () => share(64)],
  ["18", "3^2 * 2", () => core.convCost({ ...drawn, inChannels: 4, groups: 2 }).params / 4],
  ["1800", "5^2 * 4 * 18", () => core.convCost({ ...drawn, inChannels: 4, groups: 2 }).macs],
  ["3", "floor((6 + 2 - 3) / 2) + 1", () => core.outputSize({ i: 6, k: 3, s: 2, p: 1 })],
  ["7", "3 (3 - 1) + 1", () => core.receptiveField(threes(3)).size],
  ["5", "2 (3 - 1) + 1", () => core.receptiveField(threes(2)).size],
  ["1", "no stride", () => core.receptiveField(threes(2)).stride],
  ["0", "no padding, and no bias in convCost", () => core.receptiveField(threes(3)).padding],
  ["112", "112 + 2 - 3 + 1", () => core.convCost(layer).outputSize[0]],
  ["9", "3^2 / 1^2", () => core.convCost(wide).macs / complexity(1)],
  ["108", "3^2 * 4 * 3", () => core.convComplexity({ H: 1, W: 1, K: 3, N: 4, M: 3 })],
  ["12", "1^2 * 4 * 3", () => core.convComplexity({ H: 1, W: 1, K: 1, N: 4, M: 3 })],
];

function limit(DK: number) {
  const N = 2 ** 40;
  return core.costRatio({ N, DK }).sub(rational(1, N)); // 1/N + 1/D_K^2 without its first term
}

function share(groups: number): number {
  return core.convCost({ ...wide, groups }).macs / core.convCost(wide).macs;
}

function threes(count: number) {
  return Array.from({ length: count }, () => ({ kernelSize: 3 }));
}

function complexity(K: number): number {
  return core.convComplexity({ H: 56, W: 56, K, N: 64, M: 64 });
}

/** The numbers of the net, computed by PyTorch: test/fixtures/notebooks/chapter02.py made them. */
const pytorch = JSON.parse(
  readFileSync(new URL("../fixtures/notebooks/chapter02.json", import.meta.url), "utf8"),
) as Record<"A2" | "gradientB2" | "first" | "last", number> & Record<"filter" | "map", number[]>;

/** Chapter 02's net, image and training, from its seed. */
function trained() {
  const source = core.random(7);
  const parameters = {
    w1: source.normalTensor([1, 1, 3, 3], 0.5),
    b1: tensor([0.1], [1]),
    w2: source.normalTensor([1, 4], 0.5),
    b2: tensor([0], [1]),
  };
  const X = source.normalTensor([1, 1, 6, 6]);
  const image = (anti: boolean) => {
    const cells = Array.from({ length: 36 }, (_, at) => {
      const [h, w] = [Math.floor(at / 6), at % 6];
      return (w === (anti ? 5 - h : h) ? 1 : 0) + source.normal(0, 0.15);
    });
    return tensor(cells, [1, 1, 6, 6]);
  };
  const examples = Array.from({ length: 20 }, (_, i) => ({ X: image(i % 2 === 1), y: i % 2 }));
  const { losses, parameters: after } = core.trainNet(examples, parameters, {
    rate: 0.3,
    steps: 150,
  });
  return { X, parameters, losses, after, diagonal: examples[0].X };
}

const net = trained();
const six = (value: number) => Math.abs(value).toPrecision(6).replace(/0+$/, "");
const image3 = tensor([1, 2, 3, 4, 5, 6, 7, 8, 9], [1, 1, 3, 3]);
const filter = tensor([1, 2, 3, 4], [1, 1, 2, 2]);

const backpropagation: Fact[] = [
  [pytorch.A2.toFixed(4), "PyTorch", () => core.netForward(net.X, net.parameters).A2.toFixed(4)],
  ["15", "the notes, line A73", () => core.parameterCount(net.parameters)],
  ["0.6931", "log 2", () => core.bceWithLogits(0, 1).toFixed(4)],
  ["0", "-log sigma(800)", () => core.bceWithLogits(800, 1)],
  ["800", "-log sigma(-800)", () => core.bceWithLogits(-800, 1)],
  [
    Math.abs(pytorch.gradientB2).toFixed(6),
    "PyTorch",
    () => Math.abs(core.netBackward(net.X, 1, net.parameters).b2.data[0]).toFixed(6),
  ],
  [pytorch.first.toFixed(3), "PyTorch", () => net.losses[0].toFixed(3)],
  [pytorch.last.toFixed(3), "PyTorch", () => net.losses[149].toFixed(3)],
  [six(pytorch.first), "PyTorch", () => six(net.losses[0])],
  [six(pytorch.last), "PyTorch", () => six(net.losses[149])],
  [six(pytorch.filter[0]), "PyTorch", () => six(Math.min(...net.after.w1.data))],
  [six(pytorch.filter[1]), "PyTorch", () => six(Math.max(...net.after.w1.data))],
  [
    six(pytorch.map[1]),
    "PyTorch",
    () => six(Math.max(...core.netForward(net.diagonal, net.after).A1.data)),
  ],
  // 1+4+12+20, 2+6+15+24, 4+10+21+32, 5+12+24+36: both O and dL/dF, filter and gradient being equal here
  ...["37", "47", "67", "77"].map((printed, i): Fact => [
    printed,
    "by hand",
    () => core.conv2d(image3, filter).data[i],
  ]),
  // the full convolution of 1 2 3 4 with itself
  ...["1", "4", "4", "6", "20", "16", "9", "24", "16"].map((printed, i): Fact => [
    printed,
    "by hand",
    () => core.fullConvolution(filter, filter).data[i],
  ]),
];

const xs = [2, 4, 4, 4, 5, 5, 7, 9];
const far = [1, 2, 3, 4].map((x) => 1e9 + x / 1024);
const gaussian: Fact[] = [
  ["0.3989", "1 / sqrt(2 pi)", () => core.gaussianPdf(0, { mu: 0, sigma2: 1 }).toFixed(4)],
  ["1.000000", "the whole density", () => core.gaussianCdf(10, { mu: 0, sigma2: 1 }).toFixed(6)],
  [
    "16.8967",
    "statistics.json, small_five",
    () => Math.abs(core.gaussianLogLikelihood(xs, { mu: 5, sigma2: 4 })).toFixed(4),
  ],
  ["8", "by counting", () => core.gaussianMLE(xs).N],
  ["5", "40 / 8", () => core.gaussianMLE(xs).muML],
  ["4", "32 / 8", () => core.gaussianMLE(xs).sigma2ML],
  [
    "0.0000011920928955078125",
    "(9/4 + 1/4 + 1/4 + 9/4) / 4 / 1024^2, exactly",
    () => core.gaussianMLE(far).sigma2ML.toFixed(22),
  ],
  ["0", "what cancels", () => core.sum(far.map((x) => x * x)) / 4 - (core.sum(far) / 4) ** 2],
];

const test = {
  prior: rational("0.001"),
  truePositive: rational("0.9"),
  falsePositive: rational("0.03"),
};
const misprinted = { ...test, falsePositive: rational("0.003") };
const { posterior } = core.binaryTest(test);
const third = rational("0.0009").div(rational("0.003087"));
const bayes: Fact[] = [
  ["10/343", "0.0009 / 0.03087", () => posterior],
  ["0.0292", "the notes, Ex-2.1", () => posterior.toFixed(4)],
  ["100/433", "0.0009 / 0.003897", () => core.binaryTest(misprinted).posterior],
  ["0.2309", "100/433 = 0.23094...", () => core.binaryTest(misprinted).posterior.toFixed(4)],
  ["100/343", "0.0009 / 0.003087", () => third],
  ["0.2915", "100/343 = 0.29154...", () => third.toFixed(4)],
  [
    "1/2",
    "0.9/31 = 0.03 * 30/31",
    () => core.binaryTest({ ...test, prior: rational(1, 31) }).posterior,
  ],
  ["0.5", "1/2", () => core.binaryTest({ ...test, prior: rational(1, 31) }).posterior.toNumber()],
];

const interval = { a: rational(2), b: rational(7) };
const [half, none, one, sixes] = ["1/2", "0", "1", "6"].map((text) => rational(text));
const dice = {
  x: [one, sixes],
  z: [one, sixes],
  p: [
    [half, none],
    [none, half],
  ],
};
const moments: Fact[] = [
  ["9/2", "(2 + 7) / 2", () => core.uniformMoment(1, interval)],
  ["4.5", "9/2", () => core.uniformMean(interval).toNumber()],
  ["67/3", "(4 + 14 + 49) / 3", () => core.uniformMoment(2, interval)],
  ["22.3333", "67/3", () => core.uniformMoment(2, interval).toFixed(4)],
  ["25/12", "(7 - 2)^2 / 12", () => core.uniformVariance(interval)],
  ["2.0833", "25/12", () => core.uniformVariance(interval).toFixed(4)],
  ["1.443", "sqrt(25/12)", () => Math.sqrt(core.uniformVariance({ a: 2, b: 7 })).toFixed(3)],
  ["4.50", "the mean, 100 000 draws", () => meanOfDraws().toFixed(2)],
  ["7", "(1 + 1) / 2 + (6 + 6) / 2", () => core.expectation(dice)],
];

function meanOfDraws(): number {
  const source = core.random(4);
  return core.sum(Array.from({ length: 100_000 }, () => source.uniform(2, 7))) / 100_000;
}

/** By chapter: what it prints, and the numbers in its figures' titles and labels, which nothing computes. */
export const printed: Record<string, { facts: Fact[]; labels: string[] }> = {
  "01-convolution-costs": { facts: costs, labels: ["2", "4", "32", "64"] }, // 2 layers, 4 kernels, numbers of groups
  "02-backpropagation": {
    facts: backpropagation,
    // of the training's figure: 150 points, x 0 to 149, heatmaps 2 and 3
    labels: ["150", "149", "2", "3"],
  },
  "03-gaussian-mle": { facts: gaussian, labels: [] },
  "04-bayes": { facts: bayes, labels: ["0.001", "0.003", "0.03", "0.0009/0.003087"] },
  "05-moments": { facts: moments, labels: ["2"] }, // the interval (2, 7)
};
