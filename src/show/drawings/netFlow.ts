import type { Figure } from "../figures/figure.js";
import { answer, arrow, box, cells, drawing, say, sketch, stroke } from "./sketch.js";

const sub = (letter: string, index: string) => `<i>${letter}</i><sub>${index}</sub>`;

/**
 * The notes' net of 15 parameters, from image to loss, each quantity drawn in its shape.
 *
 * @returns a drawing in two rows: the maps, then the numbers
 */
export function drawNetFlow(): Figure {
  const to = sketch();
  const side = 13;
  const middle = 50;
  const maps = [
    { left: 2, size: 6, name: "<i>X</i>" },
    { left: 158, size: 4, name: sub("Z", "1") },
    { left: 288, size: 4, name: sub("A", "1") },
    { left: 440, size: 2, name: sub("P", "1") },
  ];
  for (const { left, size, name } of maps) {
    cells(to, left, middle - (size * side) / 2, size, size, side);
    say(to, `${name}<br>${size} × ${size}`, left + (size * side) / 2, 98, { down: "top" });
  }
  const step = (from: number, until: number, y: number, above: string, below = "") => {
    arrow(to, from + 6, y, until - 6, y);
    say(to, above, (from + until) / 2, y - 5, { quiet: true, down: "bottom" });
    if (below) say(to, below, (from + until) / 2, y + 5, { down: "top" });
  };
  step(80, 158, middle, "conv", `${sub("w", "1")}, ${sub("b", "1")}`);
  step(210, 288, middle, "ReLU");
  step(340, 440, middle, "max-pool");

  const low = 214;
  stroke(to, 453, 146, 453, 158);
  stroke(to, 453, 158, 28, 158);
  arrow(to, 28, 158, 28, low - 2 * side - 5);
  say(to, "flatten", 240, 162, { quiet: true, down: "top" });
  cells(to, 28 - side / 2, low - 2 * side, 1, 4, side);
  const numbers = [
    { left: 146, name: sub("Z", "2") },
    { left: 272, name: sub("A", "2") },
    { left: 398, name: "<i>L</i>" },
  ];
  for (const { left, name } of numbers) {
    (name === "<i>L</i>" ? answer : box)(to, left, low - side / 2, side, side);
    say(to, `${name}<br>1`, left + side / 2, 246, { down: "top" });
  }
  say(to, "<i>F</i><br>4", 28, 246, { down: "top" });
  step(28 + side / 2, 146, low, "dense", `${sub("w", "2")}, ${sub("b", "2")}`);
  step(146 + side, 272, low, "<i>σ</i>");
  step(272 + side, 398, low, "loss", "<i>y</i>");
  return drawing(to, 292, {
    title: "The net, with the shape of each quantity",
    description:
      "An image X of 6 × 6 is convolved with w1 of 3 × 3 plus b1 to Z1 of 4 × 4, rectified to A1, max-pooled to P1 of 2 × 2, " +
      "flattened to F of 4, weighted by w2 of 1 × 4 plus b2 to the number Z2, squashed to A2, and compared with y in the loss L, filled.",
    summary: "parameters: 9 + 1 in w1, b1 and 4 + 1 in w2, b2, together 15",
  });
}
