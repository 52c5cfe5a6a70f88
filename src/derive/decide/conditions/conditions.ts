import type { Assumptions } from "../../assumptions/assumptions.js";
import { constantValue } from "../../tree/constants.js";
import { type Expr, negate, symbol } from "../../tree/expression.js";
import type { Context } from "../../form/context.js";
import type { Form } from "../../form/ring/form.js";
import { formExpression } from "../../form/formExpression.js";
import { tryForm } from "../../form/tryForm.js";
import { isInteger } from "../../functions/integers.js";
import { expressionLatex } from "../../notation/latex.js";
import { authored } from "./authored.js";
import { words } from "./conditionWords.js";
import { type Demand, demandsOf, freed, relationOf, wholeNameIn } from "./demands.js";
import { inEveryDirection, inOneIntegral } from "./scopes.js";
import { isShown } from "./shownNeed.js";
import type { StatedCondition } from "./verdict.js";

/** A condition with the demand it states, so that a proof may use it. */
export interface OpenCondition extends StatedCondition {
  demand: Demand;
}

/** Whether a condition is open and more than words. */
export const isStated = (condition: StatedCondition): condition is OpenCondition =>
  condition.metBy === undefined && typeof condition.demand === "object";

/** Teaches a context the assumptions. */
export function learnAssumptions(ctx: Context, assumptions: Assumptions): void {
  for (const fact of assumptions.facts) {
    if (fact.kind === "integer") ctx.signs.integer(fact.name);
    if (fact.kind === "density") ctx.densities.add(fact.name);
  }
  for (const fact of assumptions.facts) {
    if (fact.kind !== "compare") continue;
    for (const expr of [fact.expr, ...insideBounds(fact.expr)]) {
      const form = tryForm(ctx, expr);
      if (form) ctx.signs.learn(form, fact.relation, fact.text);
    }
  }
}

/** c - abs(u) compared with 0 says the same of c - u and of c + u. */
function insideBounds(expr: Expr): Expr[] {
  if (expr.kind !== "add") return [];
  const at = expr.terms.findIndex(
    (term) => term.kind === "neg" && term.of.kind === "call" && term.of.name === "abs",
  );
  if (at < 0) return [];
  const { of } = expr.terms[at] as Expr & { kind: "neg" };
  const [u] = (of as Expr & { kind: "call" }).args;
  return [u, negate(u)].map((own) => ({
    ...expr,
    terms: expr.terms.map((term, i) => (i === at ? own : term)),
  }));
}

/** The conditions of expressions, each met by assumptions or open; what its own form meets is no condition. */
export function conditionsOf(exprs: Expr[], ctx: Context): OpenCondition[] {
  const found = new Map<string, OpenCondition>();
  for (const stated of statedDemands(exprs, ctx)) {
    const metBy = metByAssumptions(ctx, stated);
    if (metBy === "") continue;
    const own = metBy === undefined ? ofEveryEntry(stated) : stated;
    const condition = { ...words(own), ...(metBy ? { metBy } : {}), demand: own };
    if (!found.has(condition.text)) found.set(condition.text, condition);
  }
  return [...found.values()];
}

/**
 * Notes the integrals under which something has a value inside and not at the limits. One that has a closed form there
 * has a value; of one that stays as it is nothing shows that it converges.
 */
export function noteImproper(exprs: Expr[], ctx: Context): void {
  if (!ctx.ring.atoms.some(({ kind }) => kind === "integral")) return;
  for (const demand of statedDemands(exprs, ctx)) {
    if (!inOneIntegral(demand.scopes)) continue;
    const closed = metByAssumptions(ctx, { ...demand, ends: true }) !== undefined;
    if (closed || metByAssumptions(ctx, demand) === undefined) continue;
    const [{ name }] = demand.scopes.filter(({ integer }) => !integer);
    ctx.convergent.add(name);
  }
}

const statedDemands = (exprs: Expr[], ctx: Context): Demand[] =>
  demandsOf(exprs).flatMap((demand) => settled(ctx, demand) ?? []);

/** An exponent that is no number becomes a demand on its base: none, not 0, or positive. */
function settled(ctx: Context, demand: Demand): Demand | undefined {
  if (demand.need !== "exponent") return demand;
  const { expr, base, scopes } = freed(demand);
  if (base!.kind === "symbol" && base!.name === "e") return undefined;
  const shown = (of: (exponent: Form) => boolean) =>
    inEveryDirection(ctx, scopes, () => {
      const exponent = tryForm(ctx, expr);
      return exponent !== undefined && of(exponent);
    });
  const whole = shown((exponent) => isInteger(ctx, exponent));
  if (whole && shown((exponent) => isShown(ctx, "nonnegative", exponent))) return undefined;
  return { need: whole ? "nonzero" : "positive", expr: demand.base!, scopes: demand.scopes };
}

/** An open condition on the entries of a range is one on every entry: so it is printed, and so it may be used. */
function ofEveryEntry(demand: Demand): Demand {
  if (demand.expr.kind !== "index") return demand;
  return { ...demand, scopes: demand.scopes.map(({ name, integer }) => ({ name, integer })) };
}

/** What meets a demand: the assumptions used, nothing but its form (""), or undefined. */
function metByAssumptions(ctx: Context, demand: Demand): string | undefined {
  const { need, expr, scopes, ends } = freed(demand);
  if (need === "nonnegative" && isSumOfSquares(expr)) return "";
  const used = new Set<string>();
  const shown = () => {
    const form = tryForm(ctx, expr);
    if (!form) return false;
    ctx.signs.used = new Set();
    const found = isShown(ctx, need, form);
    for (const text of ctx.signs.used) if (text !== "") used.add(text);
    return found;
  };
  const met = inEveryDirection(ctx, scopes, shown, ends);
  return met ? [...used].join(", ") : undefined;
}

/** Whether an expression is written as a sum of even powers. */
const isSumOfSquares = (expr: Expr): boolean => {
  if (expr.kind === "add") return expr.terms.every(isSumOfSquares);
  const power = expr.kind === "pow" ? constantValue(expr.right) : undefined;
  return power !== undefined && power.isInteger && power.num % 2n === 0n;
};

/** Teaches a context what open conditions say, so that a proof holds wherever they do. */
export function learnConditions(ctx: Context, conditions: OpenCondition[]): void {
  for (const { demand, metBy } of conditions) {
    if (metBy !== undefined) continue;
    const bare = freed(demand);
    const { need, expr, scopes } = bare;
    // Inside a sum only `x[n] > 0` is used, which the condition states for every n; outside, it speaks of one entry.
    if (scopes.length && expr.kind !== "index") continue;
    for (const { name } of scopes) ctx.signs.every.add(name);
    const form = tryForm(ctx, expr);
    if (!form) continue;
    const name = wholeNameIn(bare);
    if (name !== undefined) ctx.signs.integer(name);
    if (need === "integer") continue;
    ctx.signs.learn(form, relationOf(need), "");
  }
}

/** What a procedure supposed on its way, as conditions, with the names that the author gave. */
export function supposedConditions(ctx: Context): StatedCondition[] {
  return ctx.needs.map(({ form, need, scopes }) => {
    const demand = authored(ctx, { need, expr: formExpression(ctx, form), scopes });
    return { ...words(demand), demand, supposed: true };
  });
}

/** That integrals which were split or exchanged converge, as conditions; what was granted about it meets them. */
export function convergenceConditions(ctx: Context, assumptions: Assumptions): StatedCondition[] {
  const granted = assumptions.facts.flatMap((fact) =>
    fact.kind === "convergence" ? [fact.text] : [],
  );
  return [...ctx.convergent].map((name) => ({
    text: `the integrals over ${name} converge absolutely`,
    latex: `\\text{the integrals over } ${expressionLatex(symbol(name))} \\text{ converge absolutely}`,
    ...(granted.length ? { metBy: granted.join(", ") } : {}),
    demand: "convergence" as const,
  }));
}
