import { Rational } from "../../../num/index.js";
import { add, subtractForms } from "../../form/ring/addition.js";
import type { Context } from "../../form/context.js";
import { constant, type Form, isZero, multiply } from "../../form/ring/form.js";
import { linearIn } from "../../form/linear.js";
import { whole } from "../../form/ring/monomial.js";
import { formNames } from "../../form/ring/ring.js";
import { soleAtom } from "../../integrals/densities.js";

/** How a product grows with a name n: as e^(rate n) n^power (log n)^logs. */
export interface Growth {
  rate: Form;
  power: Rational;
  logs: Rational;
}

/** The growth of a term by name; undefined for a term that is no product of powers, logarithms and exponentials. */
export function growthOf(ctx: Context, term: Form): Map<string, Growth> | undefined {
  const { ring } = ctx;
  if (term.factors.length) return undefined;
  const found = new Map<string, Growth>();
  const own = (name: string): Growth => {
    const known = found.get(name) ?? {
      rate: constant(ring, 0n),
      power: Rational.of(0n),
      logs: Rational.of(0n),
    };
    found.set(name, known);
    return known;
  };
  for (const [i, id] of term.mono.atoms.entries()) {
    const atom = ring.atoms[id];
    const exponent = Rational.of(BigInt(term.mono.exponents[i]), BigInt(whole));
    if (atom.names.size === 0) continue;
    if (atom.kind === "symbol") {
      own(atom.name).power = own(atom.name).power.add(exponent);
    } else if (atom.kind === "log") {
      const inner = soleAtom(ctx, atom.of);
      if (inner?.kind !== "symbol") return undefined;
      own(inner.name).logs = own(inner.name).logs.add(exponent);
    } else if (atom.kind === "exp" && atom.names.size === 1) {
      const [name] = atom.names;
      const linear = linearIn(ctx, atom.of, name);
      if (!linear || formNames(ring, linear.slope).size) return undefined;
      const rate = multiply(ring, linear.slope, constant(ring, exponent));
      own(name).rate = add(ring, own(name).rate, rate);
    } else return undefined;
  }
  return found;
}

/** The growth as one name, or as all of them together, grow. */
export function along(ctx: Context, growth: Map<string, Growth>, path: string): Growth {
  const chosen = [...growth].filter(([name]) => path === "all" || name === path);
  return chosen.reduce<Growth>(
    (sum, [, own]) => ({
      rate: add(ctx.ring, sum.rate, own.rate),
      power: sum.power.add(own.power),
      logs: sum.logs.add(own.logs),
    }),
    { rate: constant(ctx.ring, 0n), power: Rational.of(0n), logs: Rational.of(0n) },
  );
}

/** Positive where one grows faster than the other; undefined where their rates cannot be compared. */
export function compareGrowth(ctx: Context, one: Growth, two: Growth): number | undefined {
  const gap = subtractForms(ctx.ring, one.rate, two.rate);
  if (!isZero(gap)) return ctx.signs.sign(gap)?.side;
  return one.power.compare(two.power) || one.logs.compare(two.logs);
}
