import type { Figure } from "../figures/figure.js";
import { type ConvSizes, convSizes, counted, drawn } from "./convSizes.js";
import { answer, drawing, frame, say, sketch, stack, stackSize, stroke } from "./sketch.js";
import { DF, DG, DK, M, N, times } from "./symbols.js";

/**
 * Standard convolution: N kernels, each as deep as the input; the filled cell is one kernel's sum at one place.
 *
 * @param sizes letters of the notes: M and N channels, D_K and D_F sides
 * @throws RangeError for a size that cannot be drawn
 */
export function drawStandardConv(sizes: ConvSizes = {}): Figure {
  const s = convSizes("drawStandardConv", sizes);
  return drawBlocks(s, {
    title: "Standard convolution",
    kernel: [s.DK, s.M],
    kernelWords: DK,
    description:
      `An input of ${times(s.DF, s.DF, s.M)} meets ${counted(s.N, "kernel")} of ${times(s.DK, s.DK, s.M)}, each as deep as ` +
      `the input. Each gives one channel of the ${times(s.DG, s.DG, s.N)} output. One output cell is filled.`,
    summary: `one output value: ${s.DK}² · ${s.M} = ${s.DK ** 2 * s.M} multiplications; all: ${s.DK ** 2 * s.M * s.DG ** 2 * s.N}`,
  });
}

/**
 * Pointwise convolution: N kernels of 1 × 1 through all M channels.
 *
 * @param sizes letters of the notes: M and N channels, D_F the side of input and output
 * @throws RangeError for a size that cannot be drawn
 */
export function drawPointwiseConv(sizes: Omit<ConvSizes, "DK"> = {}): Figure {
  const s = convSizes("drawPointwiseConv", { DF: 5, ...sizes, DK: 1 });
  return drawBlocks(s, {
    title: "Pointwise convolution",
    kernel: [1, s.M],
    kernelWords: "1",
    description:
      `An input of ${times(s.DG, s.DG, s.M)} meets ${counted(s.N, "kernel")} of ${times(1, 1, s.M)}: each mixes the channels of ` +
      `one place and gives one channel of the ${times(s.DG, s.DG, s.N)} output. One output cell is filled.`,
    summary: `one output value: ${s.M} multiplications; all: ${s.M * s.DG ** 2 * s.N}`,
  });
}

interface BlockWords {
  title: string;
  description: string;
  summary: string;
  kernel: [number, number];
  kernelWords: string;
}

function drawBlocks(s: ReturnType<typeof convSizes>, words: BlockWords): Figure {
  const to = sketch();
  const side = Math.min(16, 112 / s.DF);
  const depth = 8;
  const point = words.title.startsWith("Point");
  const [m, n] = [drawn(s.M), drawn(s.N)];
  const kernelSide = s.DK > 4 ? 6 : 10;
  const blocks = drawn(s.N, 4);
  const tall = stackSize(m, s.DK, kernelSide, 5);
  const step = Math.min(tall + 10, 190 / blocks);
  const room = (count: number, columns: number) =>
    stackSize(count, columns, side, depth) + (count > 1 ? 20 : 0);
  const floor = 8 + Math.max(room(m, s.DF), room(n, s.DG), (blocks - 1) * step + tall);

  const inputSize = stackSize(m, s.DF, side, depth);
  const input = stack(to, 44, floor - inputSize, m, { columns: s.DF, side, depth });
  frame(to, input.x, input.y, s.DK * side, s.DK * side);
  say(to, point ? DG : DF, input.x - 8, input.y + (s.DF * side) / 2, { side: "right" });
  if (m > 1)
    say(to, M, input.x + (m * depth) / 2 - 10, input.y - (m * depth) / 2 - 2, {
      side: "right",
      down: "bottom",
    });

  const left = 240 - tall / 2;
  const top = floor - (blocks - 1) * step - tall;
  for (let i = 0; i < blocks; i++) {
    const kernel = stack(to, left, top + i * step, m, {
      columns: s.DK,
      side: kernelSide,
      depth: 5,
    });
    if (i === 0) {
      for (const [x, y] of [
        [0, 0],
        [1, 1],
      ]) {
        const corner = { x: input.x + s.DK * side, y: input.y + y * s.DK * side };
        stroke(to, corner.x, corner.y, kernel.x, kernel.y + x * s.DK * kernelSide, true);
      }
    }
    if (i === blocks - 1)
      say(to, words.kernelWords, left + tall + 8, kernel.y + (s.DK * kernelSide) / 2, {
        side: "left",
      });
  }
  if (s.N > blocks) say(to, "⋮", left + tall / 2, floor + 6, { down: "top" });

  const outputSize = stackSize(n, s.DG, side, depth);
  const output = stack(to, 372, floor - outputSize, n, { columns: s.DG, side, depth });
  answer(to, output.x, output.y, side, side);
  say(to, DG, output.x - 8, output.y + (s.DG * side) / 2 + (s.DG > 2 ? side / 2 : 0), {
    side: "right",
  });
  if (n > 1)
    say(to, N, output.x + (n * depth) / 2 - 10, output.y - (n * depth) / 2 - 2, {
      side: "right",
      down: "bottom",
    });

  const below = floor + (s.N > blocks ? 22 : 14);
  const label = (text: string, x: number) => say(to, text, x, below, { quiet: true, down: "top" });
  label(`input<br>${times(s.DF, s.DF, s.M)}`, 44 + inputSize / 2);
  label(
    `${counted(s.N, "kernel")}<br>${times(words.kernel[0], words.kernel[0], words.kernel[1])}`,
    240,
  );
  label(`output<br>${times(s.DG, s.DG, s.N)}`, 372 + outputSize / 2);
  say(to, "∗", 44 + inputSize + (left - 44 - inputSize) / 2, floor - 18);
  say(to, "=", (left + tall + 350) / 2, floor - 18);
  return drawing(to, below + 50, words);
}
