import type { Assumptions } from "../assumptions/assumptions.js";
import type { Verdict } from "../decide/conditions/verdict.js";
import { proof, unknown } from "../decide/conditions/verdict.js";
import {
  type Call,
  call,
  type Expr,
  parts,
  symbol,
  treeKey,
  withEach,
} from "../tree/expression.js";
import { freeNames, substitute } from "../tree/names.js";
import { visitParts } from "../meanings/occurrences.js";
import { isAtom, type RandomNames } from "./names.js";
import { operatorOf } from "./operators.js";

/** Sides in which a condition `Y = y` is one on Y itself, with the values that were named. */
export interface AtValues {
  sides: [Expr, Expr];
  /** Each name of a value, and whose it is. */
  values: ReadonlyMap<string, string>;
}

const isValue = (part: Expr): part is Call => part.kind === "call" && part.name === "equal";

/**
 * What holds for every value y of Y, as E(X | Y = y) = g(y), holds for Y in its place: E(X | Y) = g(Y). Undefined where no
 * mean has such a condition; a text where the value is none that a name stands for.
 */
export function atValues(
  sides: readonly [Expr, Expr],
  names: RandomNames,
): AtValues | string | undefined {
  const found = new Map<string, Expr>();
  let fault: string | undefined;
  for (const side of sides)
    visitParts(side, (part) => {
      for (const one of operatorOf(part, names)?.given ?? []) {
        if (!isValue(one)) continue;
        const [of, value] = one.args;
        const isPlain = value.kind === "symbol" && isAtom(of, names);
        const before = isPlain ? found.get(value.name) : undefined;
        if (!isPlain) fault = "a condition on a value is read where a name stands for the value";
        else if (before && treeKey(before) !== treeKey(of))
          fault = `${value.name} is a value of two`;
        else found.set(value.name, of);
      }
    });
  if (fault !== undefined) return fault;
  if (found.size === 0) return undefined;
  if (sides.some((side) => isLeftOpen(side, found, names)))
    return "a value of a condition stands in a mean without this condition";
  const put = (expr: Expr): Expr => substitute(withPlainConditions(expr), found);
  return {
    sides: [put(sides[0]), put(sides[1])],
    values: new Map([...found].map(([name, of]) => [name, "name" in of ? of.name : ""])),
  };
}

const withPlainConditions = (expr: Expr): Expr =>
  expr.kind === "call" && expr.name === "given"
    ? call("given", ...parts(expr).map((one) => (isValue(one) ? one.args[0] : one)))
    : withEach(expr, withPlainConditions);

/** Whether a mean speaks of a value, or a claim of a variable, without saying that the one is the value of the other. */
function isLeftOpen(expr: Expr, values: ReadonlyMap<string, Expr>, names: RandomNames): boolean {
  const applied = operatorOf(expr, names);
  if (!applied)
    return isAtom(expr, names) || parts(expr).some((part) => isLeftOpen(part, values, names));
  const given = new Set(
    applied.given?.flatMap((one) => (isValue(one) ? [treeKey(one)] : [])) ?? [],
  );
  return applied.args.some((arg) =>
    [...freeNames(arg)].some((name) => {
      const of = values.get(name);
      return of && !given.has(treeKey(call("equal", of, symbol(name))));
    }),
  );
}

/** A verdict on variables as one on their values: a proof holds at each, and no point is one of an assumption about values. */
export function ofValues(verdict: Verdict, { values }: AtValues, { facts }: Assumptions): Verdict {
  if (verdict.grade === "proved" || verdict.grade === "proved-if") {
    const own = [...values].map(([name, of]) => {
      const text = `${name} is a value of ${of}`;
      return { text, latex: `\\text{${text}}` };
    });
    return proof(verdict.rules, [...own, ...verdict.conditions], verdict.method);
  }
  const isSaid = facts.some(
    (fact) => fact.kind === "compare" && [...freeNames(fact.expr)].some((name) => values.has(name)),
  );
  return verdict.grade === "refuted" && isSaid
    ? unknown(verdict.rules, "what is assumed of a value was not used")
    : verdict;
}
