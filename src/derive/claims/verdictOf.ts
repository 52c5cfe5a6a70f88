import type { Rational } from "../../num/index.js";
import { type Assumptions, readAssumptions } from "../assumptions/assumptions.js";
import type { readRandom } from "../assumptions/randomNames.js";
import { declaredAs, declaresArrays, declaresComplex } from "../assumptions/declared.js";
import { withRanges } from "../assumptions/ranges.js";
import { type Claim, unknown, type Verdict } from "../decide/conditions/verdict.js";
import { decideEntries } from "../steps/entrywise.js";
import { Absent } from "../tree/absent.js";
import { DerivationError, isNoAnswer, reasonOf } from "../tree/errors.js";
import { type Expr, parts } from "../tree/expression.js";
import { forAnyBase, withLogarithms } from "../meanings/logarithms.js";
import { otherMeaning, undecided, withinMeaning } from "../meanings/meanings.js";
import { speaksOfMatrices } from "../meanings/opaque.js";
import { termwise } from "../meanings/termwise.js";
import { withSquares } from "../meanings/squares.js";
import { parse } from "../read/parse.js";
import { readPrinted } from "../tree/printed.js";
import { isStatementTree } from "../read/proposition.js";
import type { decideArrays } from "../matrices/decideArrays.js";
import type { decideComplex } from "../complex/decideComplex.js";
import { statedNames } from "../assumptions/statedNames.js";
import { isList } from "../tensor/list.js";
import type { Relation } from "../../record/types.js";
import type { ClaimParts } from "./readClaims.js";
import type { Decide } from "../opinion/deciding.js";
import type { decideCases } from "../cases/decideCases.js";
import { holdsCases, isBetweenValues } from "../cases/valueCases.js";
import type { decideAsymptotics } from "../limits/decideAsymptotics.js";
import type { decideMeans } from "../random/means.js";
import type { writtenOut } from "./writtenOut.js";

/** Names that every reader takes for any function; others, such as `sin` or `Phi`, may mean one. */
const anyFunctions = new Set(["f", "g", "h"]);

/** What is asked beside what every claim needs. */
export interface Procedures {
  decide: Decide;
  writtenOut: typeof writtenOut;
  decideArrays: typeof decideArrays;
  decideCases: typeof decideCases;
  decideComplex: typeof decideComplex;
  decideMeans: typeof decideMeans;
  decideAsymptotics: typeof decideAsymptotics;
  readRandom: typeof readRandom;
}

/**
 * What is found of a claim; unknown with the reason where the engine has no answer, or a fault.
 *
 * @throws DerivationError for a text that cannot be read
 * @throws Absent where a procedure has to be loaded first
 */
export function verdictBy(by: Procedures, claim: ClaimParts): Verdict {
  try {
    return verdictOf(claim, by);
  } catch (error) {
    if (error instanceof DerivationError || error instanceof Absent) throw error;
    if (isNoAnswer(error)) return unknown([], reasonOf(error));
    return unknown([], `gave up at a fault of the engine (${(error as Error).message})`);
  }
}

/** A claim with `>` is that with `<`, its sides changed; so are the values of a witness. */
function verdictOf({ relation, ...claim }: ClaimParts, by: Procedures): Verdict {
  if (relation === "~")
    return verdictFor({ ...claim, relation: "=", rhs: `asymptotically(${claim.rhs})` }, by);
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
  { lhs, relation, rhs, assumptions: texts }: ClaimParts & { relation: Relation },
  by: Procedures,
): Verdict {
  const assumptions = { ...readAssumptions(texts, by.readRandom), anyFunctions };
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
  const unit = relation === "≈" ? readPrinted(rhs).unit : undefined;
  const graded =
    (is: Relation) =>
    (own: [Expr, Expr], given: Assumptions): Verdict => {
      const plain = (sides: [Expr, Expr], known: Assumptions) =>
        gradeSides({ sides, relation: is, unit }, known, by);
      return own.some(isOfLimits) || is === "O"
        ? by.decideAsymptotics({ left: own[0], relation: is, right: own[1], unit }, given, plain)
        : plain(own, given);
    };
  const grade = graded(relation);
  if (declaresComplex(assumptions))
    return by.decideComplex({ left, relation, right }, assumptions, (own, given) =>
      graded(own.relation)([own.left, own.right], given),
    );
  const ofNumbers = () => {
    const sides = listsWrittenOut([left, right], by);
    return mayBeRandom(assumptions)
      ? by.decideMeans(sides, assumptions, grade, relation)
      : grade(sides, assumptions);
  };
  return declaresArrays(assumptions) || speaksOfMatrices([left, right])
    ? by.decideArrays({ left, relation, right }, assumptions, ofNumbers)
    : ofNumbers();
}

const mayBeRandom = ({ declared = [] }: Assumptions): boolean =>
  declaredAs(declared, "random variable", "weights").size > 0;

/** Grades a claim as it is meant: by its terms, and not where a name may be no number. */
function gradeSides(
  { sides, relation, unit }: { sides: [Expr, Expr]; relation: Relation; unit?: Rational },
  assumptions: Assumptions,
  by: Procedures,
): Verdict {
  if (isBetweenValues(relation) && sides.some(holdsCases))
    return by.decideCases(sides, assumptions, (own, given) =>
      gradeSides({ sides: own, relation, unit }, given, by),
    );
  const terms = termwise(sides, relation, assumptions);
  const known = statedNames(assumptions);
  const { declared, equations = [] } = assumptions;
  const stated = equations.flatMap((equation) => [equation.left, equation.right]);
  const all = [...terms.sides, ...stated];
  const open = undecided(all, known, declared);
  if (open !== undefined) return unknown(["name-is-real"], open);
  const other = otherMeaning(all, known);
  if (other !== undefined) throw new DerivationError(other);
  const { isAnyBase, ...written } = withLogarithms(
    terms.sides,
    withRanges(assumptions, terms.sides),
  );
  const [one, two] = written.sides;
  const claim = { left: one, relation, right: two, unit };
  const graded = (own: Claim) =>
    withSquares(written.assumptions, known, (assumed) =>
      decideEntries(own, assumed, (entry) => by.decide(entry, assumed)),
    );
  const equal = ([a, b]: [Expr, Expr]) => graded({ left: a, relation, right: b });
  const meant = terms.judged(forAnyBase(graded(claim), isAnyBase), equal);
  return withinMeaning(meant, all, known, declared);
}

/** The sides; where there are lists in them, with what is done to these carried out. */
const listsWrittenOut = (sides: [Expr, Expr], by: Procedures): [Expr, Expr] =>
  sides.some(holdsList) ? by.writtenOut(sides) : sides;

/** What the procedure for limits decides: limits, and the orders of growth that an equation states. */
const isOfLimits = (expr: Expr): boolean =>
  (expr.kind === "call" && (expr.name === "limit" || orderNames.has(expr.name))) ||
  parts(expr).some(isOfLimits);

const orderNames = new Set(["o", "O", "Theta", "Omega", "asymptotically"]);

const holdsList = (expr: Expr): boolean => isList(expr) || parts(expr).some(holdsList);
