import type { Assumptions } from "../assumptions/assumptions.js";
import { unknown, type Verdict } from "../decide/conditions/verdict.js";
import { call, type Expr, number, over, symbol } from "../tree/expression.js";
import { decideGrowth, type Order, orders, wayOf } from "./decideGrowth.js";
import { inNaturalLogarithms } from "./anyBase.js";
import { decideLimits, type Sides } from "./decideLimits.js";
import type { Grade } from "./ends.js";
import { isFarOut } from "./limitOf.js";

/**
 * Grades a claim about limits or about orders of growth.
 *
 * @param grade decides a claim without either
 */
export function decideAsymptotics(claim: Sides, assumptions: Assumptions, grade: Grade): Verdict {
  const { left, relation, right } = claim;
  const isO = relation === "O";
  const order = isO || relation === "=" ? orderOf(right, isO) : undefined;
  if (!order) return decideLimits(claim, assumptions, grade);
  const grows = !assumptions.declared?.some(({ meaning }) => meaning.is === "moving");
  const inOneBase = (of: Expr): Expr =>
    (order.order === "~" ? undefined : inNaturalLogarithms(of, grows)) ?? of;
  return ofOrder(inOneBase(left), { ...order, bound: inOneBase(order.bound) }, assumptions, grade);
}

/** The order that a right side states, `Theta(g)`, and what it is of; in O(g) the name may be told by the relation alone. */
function orderOf(right: Expr, isO: boolean): { order: Order | "~"; bound: Expr } | undefined {
  const [bound] = right.kind === "call" && right.args.length === 1 ? right.args : [];
  const order = orders.find((name) => right.kind === "call" && right.name === name);
  if (bound && order) return { order, bound };
  if (bound && right.kind === "call" && right.name === "asymptotically")
    return { order: "~", bound };
  return isO ? { order: "O", bound: right } : undefined;
}

/** Grades the growth of a function: of an order, or as another function, which is a limit. */
function ofOrder(
  left: Expr,
  { order, bound }: { order: Order | "~"; bound: Expr },
  assumptions: Assumptions,
  grade: Grade,
): Verdict {
  if (order === "~") {
    const way = wayOf([left, bound], assumptions);
    if (typeof way === "string" || Array.isArray(way))
      return unknown(["growth-by-limit"], "of several names none is said to go somewhere");
    const { name, to, sides } = way;
    const side = sides.length > 1 || isFarOut(to) ? [] : [symbol(sides[0] > 0 ? "above" : "below")];
    const quotient = call("limit", over(left, bound), symbol(name), to, ...side);
    return decideLimits({ left: quotient, relation: "=", right: number(1n) }, assumptions, grade);
  }
  if (order === "O" && !assumptions.declared?.some(({ meaning }) => meaning.is === "moving")) {
    const known = grade([left, bound], assumptions);
    if (known.grade !== "unknown") return known;
    const found = decideGrowth([left, bound], order, assumptions);
    return found.grade === "unknown" ? known : found;
  }
  return decideGrowth([left, bound], order, assumptions);
}
