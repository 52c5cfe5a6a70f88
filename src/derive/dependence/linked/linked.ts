import type { Assumptions } from "../../assumptions/assumptions.js";
import type { Claim } from "../../decide/conditions/verdict.js";
import { linkedConstant } from "./heldConstant.js";
import { type Inserted, inserted } from "./inserted.js";

/**
 * A claim as it is decided where its equations say how names depend on variables that take other values in it: with what
 * they give inserted, or the reason why it is refused.
 */
export function linked(claim: Claim, assumptions: Assumptions): Inserted & { refused?: string } {
  const full = inserted(claim, assumptions);
  const refused = linkedConstant(full.claim, full.assumptions);
  return refused === undefined ? full : { ...full, refused };
}
