import { lcm } from "../../../num/gcd.js";
import type { Assumptions, Fact } from "../../assumptions/assumptions.js";
import { type Expr, number, sumOf, symbol, times } from "../../tree/expression.js";
import type { Context } from "../../form/context.js";
import { termsOf } from "../../form/ring/expansion.js";
import { formNames } from "../../form/ring/ring.js";
import { substitute } from "../../tree/names.js";
import { prepare } from "../conditions/prepare.js";

/** Each case is a claim of its own: 36 are those of 2, 3 and 6 together, which most sums ask for. */
const mostCases = 36;

/**
 * Shows a statement for each residue of the integers under its floors: n is written m k + r for r = 0, ..., m - 1.
 * Gives the number of cases, or undefined.
 */
export function byResidues(
  exprs: Expr[],
  assumptions: Assumptions,
  ctx: Context,
  shown: (ctx: Context, exprs: Expr[]) => boolean,
): number | undefined {
  const moduli = modulesOf(ctx);
  const cases = [...moduli.values()].reduce((product, modulus) => product * modulus, 1);
  if (moduli.size === 0 || cases > mostCases) return undefined;
  let replacements: Map<string, Expr>[] = [new Map()];
  for (const [name, modulus] of moduli) {
    replacements = replacements.flatMap((own) =>
      Array.from({ length: modulus }, (_, r) => {
        const value = sumOf(times(number(BigInt(modulus)), symbol(`${name}'`)), number(BigInt(r)));
        return new Map(own).set(name, value);
      }),
    );
  }
  const all = replacements.every((values) => {
    const facts = assumptions.facts.flatMap((fact): Fact[] => {
      if (fact.kind === "compare") return [{ ...fact, expr: substitute(fact.expr, values) }];
      if (fact.kind !== "integer" || !values.has(fact.name)) return [fact];
      return [{ ...fact, name: `${fact.name}'` }];
    });
    const own = exprs.map((expr) => substitute(expr, values));
    return shown(prepare(own, { ...assumptions, facts }).ctx, own);
  });
  return all ? cases : undefined;
}

/** For each integer name under a floor, the least common denominator with which it stands there. */
function modulesOf(ctx: Context): Map<string, number> {
  const found = new Map<string, bigint>();
  for (const atom of ctx.ring.atoms) {
    if (atom.kind !== "call" || atom.name !== "floor") continue;
    for (const term of termsOf(ctx.ring, atom.args[0])) {
      for (const name of formNames(ctx.ring, term)) {
        if (!/^[A-Za-z]/.test(name) || !ctx.signs.isIntegerName(name)) continue;
        found.set(name, lcm(found.get(name) ?? 1n, term.scale.den));
      }
    }
  }
  return new Map(
    [...found].filter(([, m]) => m > 1n && m <= BigInt(mostCases)).map(([n, m]) => [n, Number(m)]),
  );
}
