import { checkInteger, checkKeys, refuseValue } from "../../num/check.js";
import { ink, paper } from "../spec/colours.js";
import type { Figure } from "../figures/figure.js";
import { answer, box, drawing, frame, say, sketch } from "./sketch.js";
import { times } from "./symbols.js";

/**
 * Input ∗ filter = output in letters, with the window of one output entry framed and that entry filled.
 *
 * @param sizes side of the input 2 … 4, of the filter, and the output entry `[row, column]`, counted from 1
 * @throws RangeError for a size that cannot be drawn
 */
export function drawConvLetters(
  sizes: { input?: number; filter?: number; entry?: readonly [number, number] } = {},
): Figure {
  const fn = "drawConvLetters";
  checkKeys(fn, "sizes", sizes, ["input", "filter", "entry"]);
  const { input = 3, filter = 2, entry = [1, 1] } = sizes;
  checkInteger(fn, "input", input, { min: 2, max: 4 });
  checkInteger(fn, "filter", filter, { min: 1, max: 3 });
  if (filter > input) refuseValue(fn, "filter", `be at most input (${input})`, filter);
  const output = input - filter + 1;
  const [row, column] = entry.map((one, i) =>
    checkInteger(fn, `entry[${i}]`, one, { min: 1, max: output }),
  );
  const to = sketch();
  const side = Math.min(44, 480 / (input + filter + output + 3.2));
  const gap = Math.min(52, (480 - (input + filter + output) * side - 4) / 2);
  const middle = 8 + (input * side) / 2;
  const lefts = [2, 2 + input * side + gap, 2 + (input + filter) * side + 2 * gap];
  const grid = (left: number, count: number, letter: string) => {
    const top = middle - (count * side) / 2;
    for (let r = 0; r < count; r++) {
      for (let c = 0; c < count; c++) {
        const chosen = letter === "O" && r === row - 1 && c === column - 1;
        (chosen ? answer : box)(to, left + c * side, top + r * side, side, side);
        const text = `<i>${letter}</i><sub>${r + 1}${c + 1}</sub>`;
        const color = chosen ? paper : ink;
        say(to, text, left + (c + 0.5) * side, top + (r + 0.5) * side, { color });
      }
    }
    return top;
  };
  const top = grid(lefts[0], input, "X");
  const x = lefts[0] + (column - 1) * side;
  const y = top + (row - 1) * side;
  // A second, inner frame: the window is seen without colour and without a wider pen.
  frame(to, x + 3, y + 3, filter * side - 6, filter * side - 6);
  grid(lefts[1], filter, "F");
  grid(lefts[2], output, "O");
  say(to, "∗", lefts[1] - gap / 2, middle);
  say(to, "=", lefts[2] - gap / 2, middle);
  const terms = Array.from({ length: filter * filter }, (_, k) => {
    const [r, c] = [Math.floor(k / filter), k % filter];
    return `X_${row + r}${column + c} F_${r + 1}${c + 1}`;
  });
  return drawing(to, input * side + 16, {
    title: "Input, filter and output of a convolution",
    description:
      `An input of ${times(input, input)} entries X and a filter of ${times(filter, filter)} entries F give ${times(output, output)} entries O. ` +
      `The window of the filled entry is framed in the input.`,
    summary: `O_${row}${column} = ${terms.join(" + ")}`,
  });
}
