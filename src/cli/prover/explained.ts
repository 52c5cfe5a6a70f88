import type { GradedClaim } from "../../derive/claims/gradedClaim.js";
import { rules } from "../../record/rules/rules.js";
import { evidence, marked } from "./table.js";

/** A graded claim with the rules by which it was graded, each with what it supposes. */
export function explained(claim: GradedClaim): string {
  const steps = claim.rules.map((id) => {
    const { rule, sideCondition } = rules.get(id)!;
    return `  ${id}: ${rule}.\n    Side condition: ${sideCondition}.`;
  });
  return [`${claim.id ?? "(no id)"} ${marked(claim.grade)}: ${evidence(claim)}`, ...steps].join(
    "\n",
  );
}
