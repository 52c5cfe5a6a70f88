import type { Assumptions } from "../assumptions/assumptions.js";
import { also, type Claim, type Verdict } from "../decide/conditions/verdict.js";
import {
  call,
  type Expr,
  negate,
  number,
  over,
  subtract,
  symbol,
  times,
} from "../tree/expression.js";
import { freeNames, substitute } from "../tree/names.js";
import { parse } from "../read/parse.js";
import { expressionText } from "../tree/text.js";
import type { Decide } from "./decideDependent.js";
import type { Jets } from "./jets.js";
import { variablesIn } from "./seen.js";
import { simplified } from "./taylor.js";

/** The quantities and derivatives in an expression. */
export const movingNames = (expr: Expr, jets: Jets): string[] =>
  [...freeNames(expr)].filter((name) => {
    const of = jets.quantityOf(name);
    return of !== undefined && jets.graph.args(of).length > 0;
  });

/** The derivatives of an equation up to the order of what is to follow. */
export function derivatives(gap: Expr, conclusion: Expr, jets: Jets): Expr[] {
  const order = (expr: Expr) =>
    Math.max(0, ...[...freeNames(expr)].map((name) => jets.orderOf(name)));
  const times = order(conclusion) - order(gap);
  const free = (root: string) =>
    new Set([...freeNames(gap)].filter((name) => name !== root && !jets.quantityOf(name)));
  const found: Expr[] = [];
  for (const root of new Set(
    movingNames(gap, jets).flatMap((name) => jets.graph.roots(jets.quantityOf(name)!)),
  )) {
    let last = gap;
    if (times > 0) jets.ranged.push({ of: gap, by: root, kind: "D", free: free(root) });
    for (let i = 0; i < times; i++) found.push((last = jets.along(last, root)));
  }
  return found;
}

/** A conclusion that is a multiple of a derivative of the premise. */
export function asMultiple(
  conclusion: Expr,
  derived: readonly Expr[],
  assumptions: Assumptions,
  jets: Jets,
  decide: Decide,
): Verdict | undefined {
  if (conclusion.kind !== "call" || conclusion.name !== "=") return undefined;
  const goal = subtract(conclusion.args[0], conclusion.args[1]);
  for (const gap of derived) {
    const top = movingNames(gap, jets).find((name) => jets.orderOf(name) > 0);
    if (top === undefined) continue;
    const slope = (of: Expr) => call("D", of, symbol(top));
    const factor = simplified(over(slope(goal), slope(gap)));
    const whole = times(factor, gap);
    const verdict = decide({ left: goal, relation: "=", right: whole }, assumptions);
    if (verdict.grade !== "proved" && verdict.grade !== "proved-if") continue;
    const method = "a multiple of the premise, differentiated along the curve";
    return { ...also(verdict, "derivative-of-premise"), method };
  }
  return undefined;
}

/** Equations solved for the derivatives that are linear in them. */
export interface Elimination {
  /** Each derivative, in terms of what is left. */
  values: Map<string, Expr>;
  /** What was divided by. */
  slopes: Expr[];
  /** The equations that were not solved. */
  rest: Expr[];
  put(expr: Expr): Expr;
}

/** Solves each equation for its highest derivative, where it is linear in that; undefined where none is. */
export function eliminated(
  gaps: readonly Expr[],
  jets: Jets,
  assumptions: Assumptions,
  decide: Decide,
): Elimination | undefined {
  const values = new Map<string, Expr>();
  const put = (expr: Expr) => substitute(expr, values);
  const [slopes, rest]: [Expr[], Expr[]] = [[], []];
  for (const equation of gaps) {
    const gap = put(simplified(equation));
    const names = movingNames(gap, jets).filter((name) => jets.orderOf(name) > 0);
    const [top] = names.sort((a, b) => jets.orderOf(b) - jets.orderOf(a));
    const at = (value: bigint) => substitute(gap, new Map([[top, number(value)]]));
    const slope = simplified(subtract(at(1n), at(0n)));
    const twice: Claim = { left: subtract(at(2n), at(1n)), relation: "=", right: slope };
    if (top === undefined || variablesIn(gap).size > 0 || !isShown(decide(twice, assumptions))) {
      rest.push(gap);
      continue;
    }
    const value = negate(over(at(0n), slope));
    for (const [name, own] of values) values.set(name, substitute(own, new Map([[top, value]])));
    values.set(top, value);
    slopes.push(slope);
  }
  return values.size ? { values, slopes, rest, put } : undefined;
}

const isShown = ({ grade }: Verdict) => grade === "proved" || grade === "proved-if";

/** A refutation with the values of the derivatives that were eliminated at its point. */
export function withEliminated(verdict: Verdict, values: ReadonlyMap<string, Expr>): Verdict {
  const point = { ...verdict.witness!.point };
  const known = new Map(Object.entries(point).map(([name, value]) => [name, parse(value)]));
  for (const [name, value] of values)
    point[name] = expressionText(simplified(substitute(value, known)));
  return { ...verdict, witness: { ...verdict.witness!, point } };
}
