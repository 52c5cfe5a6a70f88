import { gradeClaim } from "../../derive/claims/gradeClaim.js";
import type { ClaimText } from "../../derive/claims/readClaims.js";
import { answerQuestions } from "../../grade/index.js";

// The process in which claims are graded, one at a time: what ends it costs one claim and not the others.

answerQuestions((claim: ClaimText) => gradeClaim(claim, () => performance.now()));
