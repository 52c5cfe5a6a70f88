import { checkInteger, refuseValue } from "../../num/check.js";
import type { Figure } from "../figures/figure.js";
import { type ConvSizes, convSizes, counted, drawn } from "./convSizes.js";
import {
  answer,
  drawing,
  frame,
  say,
  sketch,
  type Sketch,
  stack,
  stackSize,
  stroke,
} from "./sketch.js";
import { times } from "./symbols.js";

/**
 * Depthwise convolution: each channel has a kernel of its own and keeps to itself.
 *
 * @param sizes letters of the notes: M channels, D_K and D_F sides
 * @throws RangeError for a size that cannot be drawn
 */
export function drawDepthwiseConv(sizes: Omit<ConvSizes, "N"> = {}): Figure {
  const s = convSizes("drawDepthwiseConv", sizes);
  return drawLanes(s, s.M, 1, 1, {
    title: "Depthwise convolution",
    labels: [
      `${counted(s.M, "channel")}<br>${times(s.DF, s.DF, 1)} each`,
      `${counted(s.M, "kernel")}<br>${times(s.DK, s.DK, 1)} each`,
      `output<br>${times(s.DG, s.DG, s.M)}`,
    ],
    description:
      `Each of ${counted(s.M, "channel")} of ${times(s.DF, s.DF)} meets a kernel of its own, ${times(s.DK, s.DK, 1)}, and gives one ` +
      `channel of the ${times(s.DG, s.DG, s.M)} output. No channel sees another. One output cell is filled.`,
    summary: `one output value: ${s.DK}² = ${s.DK ** 2} multiplications; all: ${s.M * s.DK ** 2 * s.DG ** 2}`,
  });
}

/**
 * Grouped convolution: the channels are split into groups, and each kernel sees its own group only.
 *
 * @param sizes letters of the notes, and `groups`, which must divide M and N
 * @throws RangeError for a size that cannot be drawn
 */
export function drawGroupedConv(sizes: ConvSizes & { groups?: number } = {}): Figure {
  const { groups = 2, ...rest } = sizes;
  const s = convSizes("drawGroupedConv", { M: 4, N: 4, ...rest });
  checkInteger("drawGroupedConv", "groups", groups, { min: 1, max: 64 });
  for (const name of ["M", "N"] as const) {
    if (s[name] % groups)
      refuseValue("drawGroupedConv", "groups", `divide ${name} (${s[name]})`, groups);
  }
  const [m, n] = [s.M / groups, s.N / groups];
  return drawLanes(s, groups, m, n, {
    title: "Grouped convolution",
    labels: [
      `${counted(groups, "group")}<br>${times(s.DF, s.DF, m)} each`,
      `${counted(s.N, "kernel")}<br>${times(s.DK, s.DK, m)} each`,
      `output<br>${times(s.DG, s.DG, s.N)}`,
    ],
    description:
      `${counted(s.M, "channel")} are split into ${counted(groups, "group")} of ${m}. In each group ${counted(n, "kernel")} of ` +
      `${times(s.DK, s.DK, m)} give${n === 1 ? "s" : ""} ${counted(n, "channel")} of the ${times(s.DG, s.DG, s.N)} output. One output cell is filled.`,
    summary: `one output value: ${s.DK}² · ${m} = ${s.DK ** 2 * m} multiplications; all: ${s.DK ** 2 * m * s.DG ** 2 * s.N}`,
  });
}

interface LaneWords {
  title: string;
  description: string;
  summary: string;
  labels: readonly string[];
}

/** Lanes below one another, one for each group: its channels, its kernels, its output. */
function drawLanes(
  s: ReturnType<typeof convSizes>,
  groups: number,
  m: number,
  n: number,
  words: LaneWords,
): Figure {
  const to = sketch();
  const shown = groups <= 4 ? groups : 3;
  const lane = Math.max(56, 232 / Math.max(2, shown));
  const depth = 6;
  const [deep, out] = [drawn(m, 4), drawn(n, 4)];
  const side = Math.min(14, (lane - 16 - (Math.max(deep, out) - 1) * depth) / s.DF);
  const kernelSide = Math.min(10, side);
  for (let i = 0; i < shown; i++) {
    const middle = 8 + i * lane + lane / 2;
    drawLane(to, s, middle, { deep, out, side, kernelSide, depth, first: i === 0 });
  }
  let floor = 8 + shown * lane;
  if (shown < groups) {
    for (const x of [96, 240, 400]) say(to, "⋮", x, floor + 2, { down: "top" });
    floor += 22;
  }
  words.labels.forEach((text, i) =>
    say(to, text, [96, 240, 400][i], floor + 6, { quiet: true, down: "top" }),
  );
  return drawing(to, floor + 54, words);
}

interface Lane {
  deep: number;
  out: number;
  side: number;
  kernelSide: number;
  depth: number;
  first: boolean;
}

function drawLane(to: Sketch, s: ReturnType<typeof convSizes>, middle: number, lane: Lane): void {
  const { deep, out, side, kernelSide, depth, first } = lane;
  const inputSize = stackSize(deep, s.DF, side, depth);
  const input = stack(to, 96 - inputSize / 2, middle - inputSize / 2, deep, {
    columns: s.DF,
    side,
    depth,
  });
  frame(to, input.x, input.y, s.DK * side, s.DK * side);
  const kernelSize = stackSize(deep, s.DK, kernelSide, 4);
  const gap = 10;
  const wide = out * kernelSize + (out - 1) * gap;
  for (let k = 0; k < out; k++) {
    const left = 240 - wide / 2 + k * (kernelSize + gap);
    const kernel = stack(to, left, middle - kernelSize / 2, deep, {
      columns: s.DK,
      side: kernelSide,
      depth: 4,
    });
    if (k > 0) continue;
    const corner = input.x + s.DK * side;
    stroke(to, corner, input.y, kernel.x, kernel.y, true);
    stroke(to, corner, input.y + s.DK * side, kernel.x, kernel.y + s.DK * kernelSide, true);
  }
  const outputSize = stackSize(out, s.DG, side, depth);
  const output = stack(to, 400 - outputSize / 2, middle - outputSize / 2, out, {
    columns: s.DG,
    side,
    depth,
  });
  say(to, "=", (240 + wide / 2 + output.x) / 2, middle);
  if (first) answer(to, output.x, output.y, side, side);
}
