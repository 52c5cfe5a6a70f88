import { gradeClaim } from "../../../src/derive/claims/gradeClaim.js";
import type { Example } from "../../../src/derive/library/shared/definition.js";
import type { Grade, Relation } from "../../../src/record/types.js";

/** The grade of a claim such as `exp(0) = 1`. */
export function gradeOf({ claim, given = [] }: Pick<Example, "claim" | "given">): Grade {
  const [lhs, relation, rhs] = claim.split(/ (<=|=|≈|<) /);
  const text = { id: claim, lhs, relation: relation as Relation, rhs, assumptions: given };
  return gradeClaim(text, () => 0).grade;
}
