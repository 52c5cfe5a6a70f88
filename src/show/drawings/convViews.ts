import { checkInteger, checkKeys } from "../../num/check.js";
import { sunk } from "../spec/colours.js";
import type { Figure } from "../figures/figure.js";
import { counted, drawn } from "./convSizes.js";
import { answer, arrow, box, cells, drawing, frame, say, sketch, stroke } from "./sketch.js";

/**
 * A K × K convolution seen twice: in space, where it covers K² cells, and across channels, where it joins all of them.
 *
 * @param sizes side of the kernel K 1 … 5, input channels N and output channels M as in the notes
 * @throws RangeError for a size that cannot be drawn
 */
export function drawConvViews(sizes: { K?: number; N?: number; M?: number } = {}): Figure {
  checkKeys("drawConvViews", "sizes", sizes, ["K", "N", "M"]);
  const { K = 3, N = 4, M = 3 } = sizes;
  checkInteger("drawConvViews", "K", K, { min: 1, max: 5 });
  checkInteger("drawConvViews", "N", N, { min: 1, max: 64 });
  checkInteger("drawConvViews", "M", M, { min: 1, max: 64 });
  const to = sketch();
  const side = 18;
  const size = K + 2;
  const top = 14 + (126 - size * side) / 2;
  const left = 24;
  cells(to, left, top, size, size, side);
  box(to, left + side, top + side, K * side, K * side, sunk);
  for (let k = 1; k < K; k++) {
    stroke(
      to,
      left + side + k * side,
      top + side,
      left + side + k * side,
      top + side + K * side,
      true,
    );
    stroke(
      to,
      left + side,
      top + side + k * side,
      left + side + K * side,
      top + side + k * side,
      true,
    );
  }
  frame(to, left + side, top + side, K * side, K * side);
  const out = { x: left + size * side + 54, y: 77 - side / 2 };
  arrow(to, left + size * side + 10, 77, out.x - 8, 77);
  answer(to, out.x, out.y, side, side);
  const [n, m] = [drawn(N, 6), drawn(M, 6)];
  const at = (i: number, count: number) => 77 + (i - (count - 1) / 2) * 23 - 7;
  const [from, goal] = [318, 430];
  for (let j = m - 1; j >= 0; j--) {
    for (let i = 0; i < n; i++) stroke(to, from + 14, at(i, n) + 7, goal, at(j, m) + 7, j > 0);
  }
  for (let i = 0; i < n; i++) box(to, from, at(i, n), 14, 14, sunk);
  for (let j = 0; j < m; j++) {
    if (j === 0) answer(to, goal, at(j, m), 14, 14);
    else box(to, goal, at(j, m), 14, 14);
  }
  say(to, `in space<br>${counted(K * K, "cell")} of a channel`, left, 160, {
    side: "left",
    quiet: true,
    down: "top",
  });
  say(to, `across channels<br>all ${N} to each of ${M}`, 300, 160, {
    side: "left",
    quiet: true,
    down: "top",
  });
  return drawing(to, 210, {
    title: `${K} × ${K} convolution, in space and across channels`,
    description:
      `In space the kernel covers ${counted(K * K, "cell")} of each channel and gives one, filled. Across channels every one of ` +
      `${N} inputs is joined to every one of ${M} outputs.`,
    summary: `multiplications at one place: ${K}² · ${N} · ${M} = ${K * K * N * M}`,
  });
}
