import type { Fact } from "../assumptions/assumptions.js";
import { constantValue } from "../tree/constants.js";
import { decide } from "../opinion/decide.js";

import { type Demand, demandsOf } from "../decide/conditions/demands.js";
import { contextFor } from "../decide/conditions/prepare.js";
import { DerivationError } from "../tree/errors.js";
import { call, type Expr, number, symbol } from "../tree/expression.js";
import type { Context } from "../form/context.js";
import { type Form, negated } from "../form/ring/form.js";
import { tryForm } from "../form/tryForm.js";
import { linearIn } from "../form/linear.js";
import type { Ground } from "../steps/grading.js";
import { freeNames, substitute } from "../tree/names.js";
import { resolve } from "../definitions/resolve.js";
import { expressionText } from "../tree/text.js";

type Compare = Fact & { kind: "compare" };

/**
 * Refuses a maximum that one stationary point does not give: the domain must be one interval on which the expression is
 * smooth, and the place must lie in it. There a single root of the derivative with a second derivative below 0 is where
 * the derivative changes from + to -, and so the maximum.
 *
 * @throws DerivationError with what is missing
 */
export function checkDomain(body: Expr, name: string, place: Expr, ground: Ground): void {
  const { definitions, assumptions } = ground;
  const [equation] = assumptions.equations ?? [];
  if (equation !== undefined) {
    throw new DerivationError(
      `argmax: \`${equation.text}\` may bind ${name}: insert it into what is maximised and leave it out`,
    );
  }
  const insert = (expr: Expr) => resolve(expr, definitions);
  const facts = assumptions.facts.map((fact): Fact =>
    fact.kind === "compare" ? { ...fact, expr: insert(fact.expr) } : fact,
  );
  const own = { ...assumptions, facts };
  if (facts.some((fact) => fact.kind === "integer" && fact.name === name)) {
    throw new DerivationError(`argmax: ${name} must be real, but it is assumed to be an integer`);
  }
  const about = facts.filter(
    (fact): fact is Compare => fact.kind === "compare" && freeNames(fact.expr).has(name),
  );
  const value = insert(body);
  const ctx = contextFor([value], own);
  const split = [
    ...demandsOf([call("D", value, symbol(name))]).filter((one) => mentions(one, name)),
    ...about.map(({ expr, relation }): Demand => ({ need: needs[relation], expr, scopes: [] })),
  ].find((demand) => !isInterval(ctx, demand, name));
  if (split) {
    const what = expressionText(split.need === "exponent" ? split.base! : split.expr);
    throw new DerivationError(
      `argmax: ${name} must range over one interval on which the expression is smooth, but nothing says which sign ${what} has there; assume it`,
    );
  }
  const at = new Map([[name, insert(place)]]);
  for (const { expr, relation, text } of about) {
    const there = substitute(withoutZeros(expr), at);
    const inside = decide({ left: number(0n), relation: "<=", right: there }, own);
    const edge = decide({ left: there, relation: "<=", right: number(0n) }, own);
    const proved = ({ grade }: typeof inside) => grade === "proved" || grade === "proved-if";
    if (proved(inside) && !(relation === ">" && proved(edge))) continue;
    throw new DerivationError(
      `argmax: the place ${expressionText(place)} must lie where \`${text}\` holds; assume what makes it so`,
    );
  }
}

/** `x - 0`, as which `x > 0` is held, is x: its sign can be read off as it stands. */
function withoutZeros(expr: Expr): Expr {
  if (expr.kind !== "add") return expr;
  const terms = expr.terms.filter((term) => constantValue(term)?.sign !== 0);
  return terms.length === 1 ? terms[0] : { ...expr, terms };
}

const needs = { ">": "positive", ">=": "nonnegative", "!=": "nonzero" } as const;

const mentions = ({ expr, base }: Demand, name: string): boolean =>
  freeNames(expr).has(name) || (base !== undefined && freeNames(base).has(name));

/** Whether what a demand leaves of the line is one interval: all of it, or a half line. */
function isInterval(ctx: Context, { need, expr, base }: Demand, name: string): boolean {
  const form = tryForm(ctx, need === "exponent" ? base! : expr);
  if (!form) return false;
  const { signs } = ctx;
  const signed = (one: Form) => signs.positive(one) || signs.positive(negated(one));
  if (signed(form)) return true;
  return need !== "nonzero" && need !== "exponent" && linearIn(ctx, form, name) !== undefined;
}
