import type { Assumptions, Fact } from "../assumptions/assumptions.js";
import { prepare } from "../decide/conditions/prepare.js";
import { tryForm } from "../form/tryForm.js";
import { isZero, negated } from "../form/ring/form.js";
import { constantValue } from "../tree/constants.js";
import { noProcedure } from "../tree/errors.js";
import { boundName, type Call, type Expr, parts, treeKey, withEach } from "../tree/expression.js";
import { mentions, substitute } from "../tree/names.js";
import { expressionText } from "../tree/text.js";
import { holdsCases, isByCases, linesOf } from "./valueCases.js";
import { isCalledAtPoints } from "./pointwise.js";
import { factOf, type Literal, literalsOf, literalText, negation } from "./literals.js";

/** A claim in one case, under what is assumed in it. */
export interface Branch {
  sides: [Expr, Expr];
  assumptions: Assumptions;
  /** The comparisons that make the case. */
  literals: Literal[];
  /** The values that equations give to names; they are not put into the sides yet. */
  values: ReadonlyMap<string, Expr>;
  /** Whether no case gives a value here. */
  isOutside?: boolean;
}

/** Two cases in each of six values. */
const mostBranches = 64;

/**
 * A claim in each case of the values by cases that stand in it. The cases leave nothing out, no two of them meet, and those
 * that what is assumed excludes are left out.
 *
 * @throws NoAnswer where a condition is no comparison, or stands where it speaks of more than one point: below a
 *   derivative, or of what a sum or an integral runs over
 */
export function branchesOf(sides: [Expr, Expr], assumptions: Assumptions): Branch[] {
  let open: Branch[] = [{ sides, assumptions, literals: [], values: new Map() }];
  const done: Branch[] = [];
  for (let branch = open.pop(); branch; branch = open.pop()) {
    if (branch.isOutside || !branch.sides.some(holdsCases)) {
      done.push(branch);
      continue;
    }
    const found = branch.sides.map((side) => firstOf(side, new Set())).find((one) => one);
    if (!found) throw noProcedure("a value by cases below a derivative, a sum or an integral");
    const split = splitAt(found, branch);
    if (open.length + done.length + split.length > mostBranches)
      throw noProcedure(`more than ${mostBranches} cases`);
    open = [...open, ...split.reverse()];
  }
  return done;
}

/** The first value by cases that is taken at one point. */
function firstOf(expr: Expr, bound: ReadonlySet<string>): Call | undefined {
  if (isByCases(expr)) {
    const conditions = linesOf(expr).flatMap(({ condition }) => condition ?? []);
    return conditions.some((one) => [...bound].some((name) => mentions(one, name)))
      ? undefined
      : expr;
  }
  const own = boundName(expr);
  if (expr.kind === "call" && !isCalledAtPoints(expr)) return undefined;
  for (const [i, part] of parts(expr).entries()) {
    const inner = own !== undefined && i === 0 ? new Set([...bound, own]) : bound;
    const found = firstOf(part, inner);
    if (found) return found;
  }
  return undefined;
}

function splitAt(at: Call, branch: Branch): Branch[] {
  const key = treeKey(at);
  const found: Branch[] = [];
  let rest: Branch[] = [branch];
  for (const { value, condition } of linesOf(at)) {
    const literals = condition ? literalsOf(condition) : [];
    if (!literals) throw noProcedure(`the case \`${expressionText(condition!)}\``);
    const left: Branch[] = [];
    for (const one of rest) {
      let inside: Branch | undefined = one;
      for (const literal of literals) {
        const outside: Branch | undefined = inside && assumed(inside, negation(literal));
        if (outside) left.push(outside);
        inside = inside && assumed(inside, literal);
      }
      if (!inside) continue;
      const [first, second] = inside.sides.map((side) => replaced(side, key, value));
      found.push({ ...inside, sides: [first, second] });
    }
    rest = left;
  }
  return [...found, ...rest.map((one) => ({ ...one, isOutside: true }))];
}

const replaced = (expr: Expr, key: string, value: Expr): Expr =>
  treeKey(expr) === key ? value : withEach(expr, (part) => replaced(part, key, value));

/** A case in which one comparison more holds; undefined where that cannot be. */
function assumed(branch: Branch, plain: Literal): Branch | undefined {
  const [left, right] = [plain.left, plain.right].map((side) => substitute(side, branch.values));
  const literal = { ...plain, left, right };
  const text = literalText(literal);
  const { assumptions } = branch;
  const isTrue = truthOf(literal, text, assumptions);
  if (isTrue !== undefined) return isTrue ? branch : undefined;
  // What lies neither above nor below is equal.
  const isEqual =
    literal.relation === "<=" &&
    truthOf({ ...literal, relation: "<" }, text, assumptions) === false;
  if (isEqual && isPlain(left, right)) return assumed(branch, { ...literal, relation: "=" });
  const literals = [...branch.literals, literal];
  if (literal.relation === "=") return withValue(branch, literal, literals);
  const facts = [...assumptions.facts, factOf(literal)];
  return { ...branch, literals, assumptions: { ...assumptions, facts } };
}

/** Whether one of two sides is a name and the other its value. */
const isPlain = (left: Expr, right: Expr): boolean =>
  (left.kind === "symbol" && constantValue(right) !== undefined) ||
  (right.kind === "symbol" && constantValue(left) !== undefined);

/** A case in which a name has a value. */
function withValue(
  branch: Branch,
  { left, right }: Literal,
  literals: Literal[],
): Branch | undefined {
  const [name, value] = left.kind === "symbol" ? [left, right] : [right, left];
  const { facts, equations = [], declared = [] } = branch.assumptions;
  const isPut = (fact: Fact): boolean =>
    fact.kind === "compare" ||
    fact.kind === "convergence" ||
    (fact.kind === "integer" && (fact.name !== namesOf(name) || constantValue(value)!.isInteger));
  const isTaken = declared.some((one) => one.name === namesOf(name));
  if (name.kind !== "symbol" || !isPlain(left, right) || !facts.every(isPut) || isTaken)
    throw noProcedure(`the case \`${literalText(literals.at(-1)!)}\``);
  const put = new Map([[name.name, value]]);
  const own = facts.flatMap((fact): Fact[] => {
    if (fact.kind === "integer" && fact.name === name.name) return [];
    return [fact.kind === "compare" ? { ...fact, expr: substitute(fact.expr, put) } : fact];
  });
  const assumptions = {
    ...branch.assumptions,
    facts: own,
    equations: equations.map((one) => ({
      ...one,
      left: substitute(one.left, put),
      right: substitute(one.right, put),
    })),
  };
  const none = { ...assumptions, facts: [] };
  if (own.some((fact) => fact.kind === "compare" && holdsFact(fact, none) === false))
    return undefined;
  return { ...branch, literals, assumptions, values: new Map([...branch.values, ...put]) };
}

const namesOf = (expr: Expr): string | undefined =>
  expr.kind === "symbol" ? expr.name : undefined;

/** Whether a comparison holds at all points that the assumptions admit, or at none of them. */
function truthOf(literal: Literal, text: string, assumptions: Assumptions): boolean | undefined {
  if (literal.relation !== "=") return holdsFact(factOf(literal), assumptions, text);
  const differs = holdsFact(factOf(negation(literal)), assumptions, text);
  return differs === undefined ? undefined : !differs;
}

/** @throws NoAnswer where the comparison has no value at some points: no case is taken there, and none is left out */
function holdsFact(
  { expr, relation }: Fact & { kind: "compare" },
  assumptions: Assumptions,
  text?: string,
): boolean | undefined {
  const { ctx, conditions } = prepare([expr], assumptions);
  if (text !== undefined && conditions.some(({ metBy }) => metBy === undefined))
    throw noProcedure(`the case \`${text}\`, which may have no value`);
  const form = tryForm(ctx, expr);
  if (!form) return undefined;
  const { signs } = ctx;
  switch (relation) {
    case ">":
      if (signs.positive(form)) return true;
      return signs.nonnegative(negated(form)) ? false : undefined;
    case ">=":
      if (signs.nonnegative(form)) return true;
      return signs.positive(negated(form)) ? false : undefined;
    case "!=":
      if (signs.nonzero(form)) return true;
      return isZero(form) ? false : undefined;
  }
}
