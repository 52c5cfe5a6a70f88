import type { Assumptions } from "../assumptions.js";
import { isNoAnswer } from "../errors.js";
import { type Expr, symbol } from "../expression.js";
import { add } from "../form/addition.js";
import type { Context } from "../form/context.js";
import { asRational, type Form, negated } from "../form/form.js";
import { formExpression } from "../form/formExpression.js";
import { normalForm } from "../form/normalForm.js";
import { isInteger } from "../functions/integers.js";
import { expressionLatex } from "../latex.js";
import { families } from "../names.js";
import { expressionText } from "../text.js";
import { type Demand, demandsOf, freed } from "./demands.js";
import type { StatedCondition } from "./verdict.js";

/** A condition with the demand it states, so that a proof may use it. */
export interface OpenCondition extends StatedCondition {
  demand: Demand;
}

/** Teaches a context the assumptions. */
export function learnAssumptions(ctx: Context, assumptions: Assumptions): void {
  for (const fact of assumptions.facts) {
    if (fact.kind === "integer") ctx.signs.integer(fact.name);
    if (fact.kind === "density") ctx.densities.add(fact.name);
  }
  for (const fact of assumptions.facts) {
    if (fact.kind !== "compare") continue;
    const form = tryForm(ctx, fact.expr);
    if (form) ctx.signs.learn(form, fact.relation, fact.text);
  }
}

export function tryForm(ctx: Context, expr: Expr): Form | undefined {
  try {
    return normalForm(ctx, expr);
  } catch (error) {
    if (isNoAnswer(error)) return undefined;
    throw error;
  }
}

/** The conditions of expressions, each met by assumptions or open; what its own form meets is no condition. */
export function conditionsOf(exprs: Expr[], ctx: Context): OpenCondition[] {
  const found = new Map<string, OpenCondition>();
  for (const demand of demandsOf(exprs)) {
    const stated = settled(ctx, demand);
    if (!stated) continue;
    const metBy = metByAssumptions(ctx, stated);
    if (metBy === "") continue;
    const condition = { ...words(stated), ...(metBy ? { metBy } : {}) };
    if (!found.has(condition.text)) found.set(condition.text, condition);
  }
  return [...found.values()];
}

/** An exponent that is no number becomes a demand on its base: none, not 0, or positive. */
function settled(ctx: Context, demand: Demand): Demand | undefined {
  if (demand.need !== "exponent") return demand;
  const { expr, base, scopes } = freed(demand);
  if (base!.kind === "symbol" && base!.name === "e") return undefined;
  return ctx.signs.scoped(() => {
    learnScopes(ctx, { need: "nonzero", expr, scopes });
    const exponent = tryForm(ctx, expr);
    const plain = exponent && asRational(exponent);
    const whole = exponent && isInteger(ctx, exponent);
    if (whole && ((plain && plain.sign >= 0) || ctx.signs.nonnegative(exponent))) return undefined;
    return { need: whole ? "nonzero" : "positive", expr: demand.base!, scopes: demand.scopes };
  });
}

/** What meets a demand: the assumptions used, nothing but its form (""), or undefined. */
function metByAssumptions(ctx: Context, demand: Demand): string | undefined {
  const own = freed(demand);
  return ctx.signs.scoped(() => {
    learnScopes(ctx, own);
    const form = tryForm(ctx, own.expr);
    if (!form) return undefined;
    ctx.signs.used = new Set();
    if (!holds(ctx, own, form)) return undefined;
    return [...ctx.signs.used].filter((text) => text !== "").join(", ");
  });
}

function learnScopes(ctx: Context, { scopes }: Demand): void {
  for (const { name, lower, upper, integer } of scopes) {
    if (integer) ctx.signs.integer(name);
    const [n, lo, hi] = [symbol(name), lower, upper].map((expr) => tryForm(ctx, expr));
    if (n && lo) ctx.signs.learn(add(ctx.ring, n, negated(lo)), ">=", "");
    if (n && hi) ctx.signs.learn(add(ctx.ring, hi, negated(n)), ">=", "");
  }
}

function holds(ctx: Context, { need }: Demand, form: Form): boolean {
  const { signs } = ctx;
  const plain = asRational(form);
  if (need === "nonzero") return plain ? plain.sign !== 0 : signs.nonzero(form);
  if (need === "positive") return plain ? plain.sign > 0 : signs.positive(form);
  if (need === "nonnegative") return plain ? plain.sign >= 0 : signs.nonnegative(form);
  if (plain) return plain.isInteger && plain.sign >= 0;
  return isInteger(ctx, form) && countNonnegative(ctx, form);
}

/** An integer above -1 is at least 0. */
function countNonnegative(ctx: Context, form: Form): boolean {
  return ctx.signs.nonnegative(form);
}

/** Teaches a context what open conditions say, so that a proof holds wherever they do. */
export function learnConditions(ctx: Context, conditions: OpenCondition[]): void {
  for (const { demand, metBy } of conditions) {
    if (metBy !== undefined) continue;
    const { need, expr, scopes } = demand;
    // Inside a sum only `x[n] > 0` is used, which the condition states for every n.
    if (scopes.length && expr.kind !== "index") continue;
    const form = tryForm(ctx, expr);
    if (!form) continue;
    if (need === "count") {
      learnCount(ctx, expr, form);
      continue;
    }
    const relation = need === "nonzero" ? "!=" : need === "positive" ? ">" : ">=";
    ctx.signs.learn(form, relation, "");
  }
}

/** That `N + k` is a whole number not below 0 says that N is an integer. */
function learnCount(ctx: Context, expr: Expr, form: Form): void {
  const terms = expr.kind === "add" ? expr.terms : [expr];
  const names = terms.flatMap((term) => (term.kind === "symbol" ? [term.name] : []));
  const isWhole = (term: Expr): boolean =>
    term.kind === "neg" ? isWhole(term.of) : term.kind === "number" && term.value.isInteger;
  const numbers = terms.filter(isWhole); // N - 1/2 or N - x says nothing of N alone
  if (names.length === 1 && names.length + numbers.length === terms.length)
    ctx.signs.integer(names[0]);
  ctx.signs.learn(form, ">=", "");
}

/** What a procedure supposed on its way, as conditions. */
export function supposedConditions(ctx: Context): StatedCondition[] {
  const forms = ctx.needs.map(({ form, need }) => {
    const expr = formExpression(ctx, form);
    return words({ need, expr, scopes: [] });
  });
  return forms;
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

const relation = {
  nonzero: "!= 0",
  positive: "> 0",
  nonnegative: ">= 0",
  count: "is a whole number >= 0",
  exponent: "",
};
const latexRelation = {
  nonzero: "\\neq 0",
  positive: "> 0",
  nonnegative: "\\geq 0",
  count: "\\in \\{0, 1, 2, \\ldots\\}",
  exponent: "",
};

function words(demand: Demand): OpenCondition {
  const { expr, need, scopes } = demand;
  const every = expr.kind === "index" && families(expr).size === 1;
  const ranges = scopes.map(({ name, lower, upper }) => ({
    text: `for ${name} from ${expressionText(lower)} to ${expressionText(upper)}`,
    latex: `\\text{ for } ${expressionLatex(symbol(name))} = ${expressionLatex(lower)}, \\ldots, ${expressionLatex(upper)}`,
  }));
  const names = scopes.map(({ name }) => name).join(", ");
  const text =
    ranges.length === 0
      ? ""
      : every
        ? ` for every ${names}`
        : ` ${ranges.map((r) => r.text).join(", ")}`;
  const latex =
    ranges.length === 0
      ? ""
      : every
        ? `\\text{ for every } ${names}`
        : ranges.map((r) => r.latex).join(", ");
  return {
    text: `${expressionText(expr)} ${relation[need]}${text}`,
    latex: `${expressionLatex(expr)} ${latexRelation[need]}${latex}`,
    demand,
  };
}
