import { readAssumptions } from "../assumptions/assumptions.js";
import { decide } from "../opinion/decide.js";
import { withRanges } from "../assumptions/ranges.js";
import { published, unknown, type Verdict } from "../decide/conditions/verdict.js";
import { noDefinitions } from "../definitions/definitions.js";
import { decideEntries } from "../steps/entrywise.js";
import { DerivationError, isNoAnswer, reasonOf } from "../tree/errors.js";
import { type Expr, parts } from "../tree/expression.js";
import { forAnyBase, withLogarithms } from "../meanings/logarithms.js";
import { otherMeaning, undecided, withinMeaning } from "../meanings/meanings.js";
import { termwise } from "../meanings/termwise.js";
import { withSquares } from "../meanings/squares.js";
import { parse } from "../read/parse.js";
import { readPrinted } from "../tree/printed.js";
import { isStatementTree } from "../read/proposition.js";
import { resolve } from "../definitions/resolve.js";
import { statedNames } from "../assumptions/statedNames.js";
import { isList } from "../tensor/list.js";
import type { Relation } from "../../record/types.js";
import { type GradedClaim, unknownClaim } from "./gradedClaim.js";
import type { ClaimText } from "./readClaims.js";

/** Names that every reader takes for any function; others, such as `sin` or `Phi`, may mean one. */
const anyFunctions = new Set(["f", "g", "h"]);

/**
 * Grades one claim. A text that cannot be read, or a fault of the engine, makes it unknown with the reason.
 *
 * @param by what decides; another than `decide` only to measure what a second opinion costs
 */
export function gradeClaim(claim: ClaimText, now: () => number, by = decide): GradedClaim {
  const began = now();
  const taken = () => Math.round((now() - began) * 1000) / 1000;
  try {
    const { grade, conditions, method, witness = null, reason = null } = verdictOf(claim, by);
    return {
      id: claim.id,
      grade,
      conditions: published(conditions),
      witness,
      method,
      reason,
      ms: taken(),
    };
  } catch (error) {
    const { message } = error as Error;
    const why =
      error instanceof DerivationError
        ? `malformed: ${message}`
        : isNoAnswer(error)
          ? reasonOf(error)
          : `gave up at a fault of the engine (${message})`;
    return unknownClaim(claim.id, why, taken());
  }
}

/** A claim with `>` is that with `<`, its sides changed; so are the values of a witness. */
function verdictOf({ relation, ...claim }: ClaimText, by: typeof decide): Verdict {
  // That two sides differ follows from what always holds.
  if (relation === "!=")
    return verdictFor(
      { ...claim, lhs: "0 = 0", relation: "=>", rhs: `${claim.lhs} != ${claim.rhs}` },
      by,
    );
  if (relation !== ">" && relation !== ">=") return verdictFor({ ...claim, relation }, by);
  const { lhs, rhs } = claim;
  const turned = { ...claim, lhs: rhs, rhs: lhs, relation: relation === ">" ? "<" : "<=" } as const;
  const { witness, ...verdict } = verdictFor(turned, by);
  if (!witness) return verdict;
  return { ...verdict, witness: { ...witness, lhs: witness.rhs, rhs: witness.lhs } };
}

function verdictFor(
  { lhs, relation, rhs, assumptions: texts }: ClaimText & { relation: Relation },
  by: typeof decide,
): Verdict {
  const assumptions = { ...readAssumptions(texts), anyFunctions };
  const [left, right] = [parse(lhs), parse(rhs)];
  const between = relation === "=>" || relation === "<=>";
  for (const [side, text] of [
    [left, lhs],
    [right, rhs],
  ] as const) {
    if (isStatementTree(side) !== between) {
      const kind = between ? "statements such as x = 2" : "expressions";
      throw new DerivationError(`the sides of ${relation} must be ${kind}, got ${text}`);
    }
  }
  const terms = termwise(writtenOut([left, right]), relation, assumptions);
  const [sides, known] = [terms.sides, statedNames(assumptions)];
  const stated = assumptions.equations.flatMap((equation) => [equation.left, equation.right]);
  const all = [...sides, ...stated];
  const open = undecided(all, known, assumptions.declared);
  if (open !== undefined) return unknown(open);
  const other = otherMeaning(all, known);
  if (other !== undefined) throw new DerivationError(other);
  const unit = relation === "≈" ? readPrinted(rhs).unit : undefined;
  const { isAnyBase, ...written } = withLogarithms(sides, withRanges(assumptions, sides));
  const [one, two] = written.sides;
  const claim = { left: one, relation, right: two, unit };
  const verdict = withSquares(written.assumptions, known, (assumed) =>
    decideEntries(claim, assumed, (entry) => by(entry, assumed)),
  );
  const meant = terms.judged(forAnyBase(verdict, isAnyBase));
  return withinMeaning(meant, all, known, assumptions.declared);
}

/** The sides; where there are lists in them, with what is done to these carried out. */
function writtenOut(sides: [Expr, Expr]): [Expr, Expr] {
  if (!sides.some(holdsList)) return sides;
  return [resolve(sides[0], noDefinitions()), resolve(sides[1], noDefinitions())];
}

const holdsList = (expr: Expr): boolean => isList(expr) || parts(expr).some(holdsList);
