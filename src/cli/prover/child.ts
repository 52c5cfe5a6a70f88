import { gradeClaim } from "../../derive/claims/gradeClaim.js";
import type { ClaimText } from "../../derive/claims/readClaims.js";
import { watchParent } from "../../grade/index.js";

// The process in which claims are graded, one at a time: what ends it costs one claim and not the others.

process.on("disconnect", () => process.exit());
process.on("message", (claim: ClaimText) => {
  process.send?.(gradeClaim(claim, () => performance.now()));
});
watchParent(Number(process.argv[2]));
