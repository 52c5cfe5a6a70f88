import { Rational } from "../../num/index.js";
import type { Assumptions } from "../assumptions.js";
import { type Expr, over } from "../expression.js";
import type { Context } from "../form/context.js";
import { termsOf } from "../form/expansion.js";
import { asRational, divide, type Form } from "../form/form.js";
import { formExpression } from "../form/formExpression.js";
import { whole } from "../form/monomial.js";
import { normalForm } from "../form/normalForm.js";
import { expressionText } from "../text.js";
import { allConditions, prepare } from "./prepare.js";
import { proof, refutation, unknown, type Verdict } from "./verdict.js";

/**
 * Grades `f = O(g)` as all names grow: proved if each term of f, over one term of g, is bounded, g being a sum of
 * positive terms; refuted if along one name the degree of f is above that of g.
 */
export function decideOrder(left: Expr, right: Expr, assumptions: Assumptions): Verdict {
  const bound =
    right.kind === "call" && right.name === "O" && right.args.length === 1 ? right.args[0] : right;
  const prepared = prepare([left, bound], assumptions);
  const { ctx } = prepared;
  const [f, g] = [normalForm(ctx, left), normalForm(ctx, bound)];
  const conditions = allConditions(prepared);
  const [above, below] = [termsOf(ctx.ring, f), termsOf(ctx.ring, g)];
  if (above.length === 0) return proof(conditions, "0 is of any order");
  if (below.length === 0) return unknown("the order of 0", conditions);
  const growth = below.map((term) => growthOf(ctx, term));
  const positive =
    below.every(({ scale }) => scale.sign > 0) && growth.every((own) => own !== undefined);
  if (
    positive &&
    above.every((term) => below.some((own) => bounded(ctx, divide(ctx.ring, term, own))))
  ) {
    return proof(conditions, "each term over a term of the bound stays bounded as all names grow");
  }
  const names = [
    ...new Set([...above, ...below].flatMap((term) => [...(growthOf(ctx, term)?.keys() ?? [])])),
  ];
  for (const name of names.sort()) {
    const [top, bottom] = [above, below].map((terms) => degreeIn(ctx, terms, name));
    if (top === undefined || bottom === undefined || top.compare(bottom) <= 0) continue;
    if (asRational(f) || !isSimple(ctx, f, name)) continue;
    const ratio = expressionText(formExpression(ctx, divide(ctx.ring, f, g)));
    return refutation(
      {
        point: { [name]: "Infinity" },
        lhs: `degree ${top} in ${name}`,
        rhs: `degree ${bottom} in ${name}`,
      },
      conditions,
      `the quotient ${ratio} grows without bound as ${name} does`,
    );
  }
  return unknown(`no bound was found for ${expressionText(over(left, bound))}`, conditions);
}

/** Exponents by name, log(name) counting as no power; undefined for a term that is no such product. */
function growthOf(
  ctx: Context,
  term: Form,
): Map<string, { power: Rational; logs: number }> | undefined {
  if (term.factors.length) return undefined;
  const found = new Map<string, { power: Rational; logs: number }>();
  for (const [i, id] of term.mono.atoms.entries()) {
    const atom = ctx.ring.atoms[id];
    const exponent = Rational.of(BigInt(term.mono.exponents[i]), BigInt(whole));
    if (atom.kind === "pi" || atom.kind === "prime") continue;
    const inner = atom.kind === "log" ? nameOf(ctx, atom.of) : undefined;
    const name = atom.kind === "symbol" ? atom.name : inner;
    if (name === undefined) return undefined;
    const own = found.get(name) ?? { power: Rational.of(0n), logs: 0 };
    if (atom.kind === "log") found.set(name, { ...own, logs: own.logs + exponent.toNumber() });
    else found.set(name, { ...own, power: own.power.add(exponent) });
  }
  return found;
}

function nameOf(ctx: Context, form: Form): string | undefined {
  const [id] = form.mono.atoms;
  const plain = form.factors.length === 0 && form.mono.atoms.length === 1;
  if (!plain || !form.scale.equals(Rational.of(1n)) || form.mono.exponents[0] !== whole)
    return undefined;
  const atom = ctx.ring.atoms[id];
  return atom.kind === "symbol" ? atom.name : undefined;
}

/** Whether a quotient of products stays bounded: no name to a positive power, nor its logarithm alone. */
function bounded(ctx: Context, ratio: Form): boolean {
  const growth = growthOf(ctx, ratio);
  if (!growth) return false;
  return [...growth.values()].every(
    ({ power, logs }) => power.sign < 0 || (power.sign === 0 && logs <= 0),
  );
}

function degreeIn(ctx: Context, terms: Form[], name: string): Rational | undefined {
  let most: Rational | undefined;
  for (const term of terms) {
    const growth = growthOf(ctx, term);
    if (!growth) return undefined;
    const own = growth.get(name)?.power ?? Rational.of(0n);
    if (!most || own.compare(most) > 0) most = own;
  }
  return most;
}

/** Whether the leading coefficient in a name is a polynomial that is not 0, so that the degree is reached. */
function isSimple(ctx: Context, form: Form, name: string): boolean {
  const terms = termsOf(ctx.ring, form);
  return terms.every((term) => {
    const growth = growthOf(ctx, term);
    return growth !== undefined && (growth.get(name)?.logs ?? 0) === 0;
  });
}
