import { gradeClaim } from "../../derive/claims/gradeClaim.js";
import type { ClaimText } from "../../derive/claims/readClaims.js";
import { parse } from "../../derive/parse.js";
import { answerQuestions } from "../../grade/index.js";

// The process in which claims are graded, one at a time: what ends it costs one claim and not the others.

answerQuestions(loadReader, (claim: ClaimText) => gradeClaim(claim, () => performance.now()));

/** Reads a claim's sides once, since the first text that needs mathjs loads it. What is wrong with them is told later. */
function loadReader({ lhs, rhs }: ClaimText): void {
  for (const text of [lhs, rhs]) {
    try {
      parse(text);
    } catch {
      continue;
    }
  }
}
