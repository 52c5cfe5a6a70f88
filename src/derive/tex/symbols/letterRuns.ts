import { isFunctionWord, logicWords, wordProblem } from "../../read/words.js";
import { greek } from "../reading/letters.js";
import { peek, type Reading, refuse } from "../reading/reading.js";

/** Words that notes set without a command, besides functions; side by side their letters would be a product. */
const words = new Set(
  (
    "pi mean var cov std sum prod div rot curl dim deg arg sup inf mod rank loss cost error rate area size time mass " +
    "Var Cov Std Bias MSE RMSE MAE RSS TSS SSE AIC BIC MLE"
  ).split(" "),
);
const inside = /sin|cos|tan|log|exp|sqrt|max|min|^ln./;

/** Refuses letters side by side that spell a word: `sin x`, `max(a, b)` and `loss` without a command. */
export function refuseSpeltWord(reading: Reading): void {
  const token = peek(reading);
  const before = reading.tokens[reading.next - 1];
  if (before?.kind === "letter" && before.at === token.at - 1) return;
  let run = "";
  for (let ahead = 0; peek(reading, ahead).at === token.at + ahead; ahead++) {
    if (peek(reading, ahead).kind !== "letter") break;
    run += peek(reading, ahead).text;
  }
  if (run.length < 2 || !isWord(run)) return;
  const command = isFunctionWord(run) || run === "pi" ? `\\${run}` : `\\mathrm{${run}}`;
  throw refuse(
    reading,
    token,
    `${run} may be a word or a product of its letters`,
    `write ${command} for the word, the letters with spaces for the product`,
  );
}

function isWord(run: string): boolean {
  const isDoubled = run.length > 2 && /(.)\1/.test(run);
  const isGreek = run.length > 3 && greek.has(run);
  const isKnown = words.has(run) || logicWords.has(run) || wordProblem(run) !== undefined;
  return isKnown || isGreek || isDoubled || inside.test(run);
}
