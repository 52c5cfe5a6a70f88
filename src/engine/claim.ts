import { claimOfText } from "../derive/claims/claimOfText.js";
import { type ClaimParts, readParts } from "../derive/claims/readClaims.js";
import { argumentMessage, refuseKind } from "../num/check.js";
import type { Condition, Grade, RuleId, Witness } from "../record/types.js";

/** A claim by its parts, as an entry of a claims file states it. */
export interface Claim {
  /** An expression, such as `sum(x[n], n, 1, N)`; a statement where the relation is `=>` or `<=>`. */
  lhs: string;
  rhs: string;
  /** `=` unless it is stated. */
  relation?: ClaimParts["relation"];
  /** Such as `x > 0`, `N integer >= 1` or what `vocabulary` gives. */
  assumptions?: readonly string[];
}

/** What a claim in one text is proved under. */
export interface ProveOptions {
  assumptions?: readonly string[];
}

/** What was found of a claim, as plain data. */
export interface Verdict {
  /** The claim as it was read. */
  claim: ClaimParts;
  grade: Grade;
  /** What is demanded of the names beside the assumptions; a proof without open ones is `proved`. */
  conditions: Condition[];
  /** A point at which the claim fails; null unless refuted. */
  witness: Witness | null;
  /** The procedure that decided. */
  method: string;
  /** Ids of the rules by which the grade was reached, in order: docs/engine.md says what each supposes. */
  rules: readonly RuleId[];
  /** Why it is unknown, or how it was tested; null otherwise. */
  reason: string | null;
}

/** The parts of a claim in one text, or of one that states them. @throws TypeError for anything that is no claim */
export function partsOf(claim: unknown, options: unknown): ClaimParts {
  const { assumptions: further = [], ...strange } = fields("options", options);
  const [unknown] = Object.keys(strange);
  if (unknown !== undefined) {
    throw new TypeError(argumentMessage("prove", "options", "hold assumptions alone", unknown));
  }
  if (!Array.isArray(further)) refuseKind("prove", "assumptions", "be an array of texts", further);
  const isText = typeof claim === "string";
  const stated = isText ? claimOfText(claim) : fields("claim", claim);
  const own = "assumptions" in stated ? (stated.assumptions ?? []) : [];
  const assumptions = Array.isArray(own) ? [...own, ...(further as unknown[])] : own;
  const parts = readParts({ ...stated, assumptions });
  if (typeof parts === "string") throw new TypeError(`prove: ${parts}`);
  return parts;
}

function fields(name: string, value: unknown): Record<string, unknown> {
  if (typeof value === "object" && value !== null && !Array.isArray(value))
    return value as Record<string, unknown>;
  const forms =
    name === "claim" ? "be a text such as x + x = 2*x, or have lhs and rhs" : "be an object";
  return refuseKind("prove", name, forms, value);
}
