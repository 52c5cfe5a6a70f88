import { peek, type Reading, refuse } from "../reading/reading.js";
import { type Scripted, startsSymbol } from "../scripts/scripted.js";

/** What a Greek letter right before another symbol mostly is. */
const meanings: Record<string, string> = {
  Delta: "a difference or the Laplacian",
  delta: "a variation or a small difference",
  Sigma: "a sum or a matrix",
  Pi: "a product",
};

/** `\Delta x` is one name in most notes: that of a difference. */
export function refuseDifference(reading: Reading, { token, head, below }: Scripted): void {
  if (below || !Object.hasOwn(meanings, head) || !startsSymbol(reading)) return;
  const { symbols, matrices } = reading.declared;
  if (symbols.has(head) || matrices?.has(head)) return;
  throw refuse(
    reading,
    token,
    `\\${head} right before ${peek(reading).text} may be ${meanings[head]}`,
    `write a difference by its two values, x_2 - x_1, a sum or product by its limits, and \\${head} \\cdot … for a factor`,
  );
}
