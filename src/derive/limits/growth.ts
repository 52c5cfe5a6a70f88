import type { Form } from "../form/ring/form.js";
import { formExpression } from "../form/formExpression.js";
import { formNames } from "../form/ring/ring.js";
import type { Expr } from "../tree/expression.js";
import { expressionText } from "../tree/text.js";
import { isWave } from "./series/asked.js";
import type { Asymptotics } from "./series/asymptotics.js";

/** How a quotient behaves: it tends to 0, to another value, stays between bounds, or grows without end. */
export type Behaviour = "falls" | "settles" | "stays" | "grows";

/** How a function behaves far out, and what it tends to in words. */
export interface Growth {
  behaviour: Behaviour;
  to: string;
}

/**
 * The behaviour of a function by its first term.
 *
 * @param isAnyValue whether a value that it settles at may be 0
 * @throws Unsupported, GaveUp, Undefined where it is not known
 */
export function growthOf(at: Asymptotics, expr: Expr, isAnyValue: boolean): Growth {
  const { first, sign } = at.firstTerm(expr);
  if (!first || sign > 0) return { behaviour: "falls", to: "0" };
  if (sign < 0)
    return at.signOf(first) > 0
      ? { behaviour: "grows", to: "Infinity" }
      : { behaviour: "grows", to: "-Infinity" };
  const names = formNames(at.ctx.ring, first);
  if (names.has(at.name)) return growthOf(at, formExpression(at.ctx, first), isAnyValue);
  if (![...names].some(isWave)) {
    if (!isAnyValue) at.asked.nonzero(first);
    return { behaviour: "settles", to: expressionText(formExpression(at.ctx, first)) };
  }
  const away = isAway(at, first);
  return { behaviour: away ? "settles" : "stays", to: "a value between bounds" };
}

/** Whether a value between bounds stays away from 0. */
function isAway(at: Asymptotics, form: Form): boolean {
  try {
    return at.asked.sign(form) !== 0;
  } catch {
    return false;
  }
}
