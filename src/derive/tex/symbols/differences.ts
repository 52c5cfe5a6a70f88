import { symbol, treeKey } from "../../tree/expression.js";
import { peek, type Reading, refuse } from "../reading/reading.js";
import type { Scripted } from "../scripts/head.js";
import { startsSymbol } from "../scripts/scripted.js";

/** What a Greek letter right before another symbol mostly is. */
const meanings: Record<string, string> = {
  Delta: "a difference or the Laplacian",
  delta: "a variation or a small difference",
  Sigma: "a sum or a matrix",
  Pi: "a product",
};

/** `\Delta x` is one name in most notes: that of a difference. */
export function refuseDifference(reading: Reading, scripted: Scripted): void {
  const { token, head } = scripted;
  if (!isOfNext(reading, scripted)) return;
  throw refuse(
    reading,
    token,
    `\\${head} right before ${peek(reading).text} may be ${meanings[head]}`,
    `state \`${head} matrix\` or \`${head} real\` among the assumptions, or write \\${head} \\cdot … for a factor, a sum or product by its limits, a change by its two values, x_2 - x_1`,
  );
}

/** `Df(x)` is mostly a derivative, of which f(x) is a part. */
export function refuseOperator(reading: Reading, { token, head, below, above }: Scripted): void {
  const next = peek(reading);
  const { declared, evidence, scouting } = reading;
  if (head !== "D" || below || above || scouting || next.at !== token.at + 1) return;
  if (declared.symbols.has("D") || declared.matrices?.has("D")) return;
  const isFunction =
    evidence.functions.has(next.text) || evidence.lone.has(treeKey(symbol(next.text)));
  if (next.kind !== "letter" || !isFunction) return;
  throw refuse(
    reading,
    token,
    `D right before ${next.text} may be a derivative or a factor`,
    `write ${next.text}'(…) for the derivative, D \\cdot ${next.text}(…) for the product`,
  );
}

/** Whether a Greek letter of this kind stands right before what it may say something of. */
const isOfNext = (reading: Reading, { head, below }: Scripted): boolean => {
  const { symbols, matrices } = reading.declared;
  const isKnown = symbols.has(head) || matrices?.has(head) === true;
  return !below && Object.hasOwn(meanings, head) && startsSymbol(reading) && !isKnown;
};

/** Whether this is the Δ of `\Delta x`, which stands nowhere alone. A δ before a letter may be a factor. */
export const isChange = (reading: Reading, scripted: Scripted): boolean =>
  scripted.head === "Delta" &&
  !scripted.above &&
  !reading.evidence.symbols.has("Delta") &&
  isOfNext(reading, scripted);
