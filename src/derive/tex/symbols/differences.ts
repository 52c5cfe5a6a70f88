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
    `state \`${head} matrix\` or \`${head} real\` among the assumptions, or write \\${head} \\cdot … for a factor, a sum or product by its limits`,
  );
}

/** Whether a Greek letter of this kind stands right before what it may say something of. */
const isOfNext = (reading: Reading, { head, below, above }: Scripted): boolean => {
  const { symbols, matrices } = reading.declared;
  const isKnown = symbols.has(head) || matrices?.has(head) === true;
  return !below && !above && Object.hasOwn(meanings, head) && startsSymbol(reading) && !isKnown;
};

/** `\Delta x`, `\delta t`: what is changed, where the Greek letter stands nowhere alone. */
export function changeOf(reading: Reading, scripted: Scripted): string | undefined {
  const { head } = scripted;
  const isKnown = reading.evidence.symbols.has(head);
  if (isKnown || !isOfNext(reading, scripted)) return undefined;
  return head === "Delta" ? "changeOf" : head === "delta" ? "variationOf" : undefined;
}
