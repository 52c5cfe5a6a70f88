import type { ClaimText } from "../../src/derive/claims/readClaims.js";

/** A claim of one line, such as `a = b => b = a` or `n = O(n^2)`. */
export function claimOf(text: string, assumptions: string[]): ClaimText {
  const [, lhs, sign, right] =
    /^(.*?) (=>|<=>) (.*)$/.exec(text) ?? /^(.*?) (=|<=|<|≈|~) (.*)$/.exec(text) ?? [];
  const order = /^O\((.*)\)$/.exec(right);
  const relation = (order ? "O" : sign) as ClaimText["relation"];
  return { id: "row", lhs, relation, rhs: order?.[1] ?? right, assumptions };
}
