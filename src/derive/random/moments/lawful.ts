import { Unsupported } from "../../tree/errors.js";
import { call, type Expr, number, subtract, sumOf, symbol, times } from "../../tree/expression.js";
import { substitute } from "../../tree/names.js";
import { expressionText } from "../../tree/text.js";
import { exponentialMeans } from "../laws/exponentials.js";
import { laws } from "../laws/laws.js";
import { type LogDensity, logDensities } from "../laws/logDensities.js";
import { withoutDensity } from "../laws/support.js";
import type { Means } from "./moments.js";
import { type Atom, isAtom, type RandomNames, type Variable } from "../names.js";
import { rowOf } from "./rows.js";
import { termsOf } from "../terms.js";

/** The parameters of the distribution of a variable, or of the entry of a family. */
export function parametersOf({ distribution, indices }: Variable, atom: Atom): Expr[] {
  const row = new Map(rowOf(atom).map((index, i) => [indices[i], index]));
  return distribution!.parameters.map((one) => substitute(one, row));
}

/** A moment of a variable with a named distribution. */
export function lawMoment(atom: Atom, power: number, means: Means): Expr {
  const variable = means.names.variables.get(atom.name)!;
  means.applied.add("moments-of-law");
  return laws[variable.distribution!.law].moment(power, parametersOf(variable, atom));
}

/** The mean of exp(t X + c) for a variable with a named distribution; undefined for another expression. */
export function exponentialMean(of: Expr, means: Means): Expr | undefined {
  const { names } = means;
  if (of.kind !== "call" || of.name !== "exp") return undefined;
  const [rates, known]: Expr[][] = [[], []];
  let atom: Atom | undefined;
  for (const { ranges, known: by, factors } of termsOf(of.args[0], names, means.fresh)) {
    const [factor] = factors;
    const value = by.length ? times(...by) : number(1n);
    if (ranges.length || factors.length > 1) return undefined;
    if (!factor) known.push(value);
    else if (factor.power !== 1 || !isAtom(factor.base, names)) return undefined;
    else if (atom && expressionText(atom) !== expressionText(factor.base)) return undefined;
    else {
      atom = factor.base;
      rates.push(value);
    }
  }
  const variable = atom && names.variables.get(atom.name);
  const mean = variable?.distribution && exponentialMeans[variable.distribution.law];
  if (!mean) return undefined;
  means.applied.add("moments-of-law");
  const rate = rates.length === 1 ? rates[0] : sumOf(...rates);
  const { value, positive } = mean(rate, parametersOf(variable, atom!));
  if (positive) means.needs.positive(positive, `E(${expressionText(of)}) is finite`);
  return known.length ? times(call("exp", sumOf(...known)), value) : value;
}

function logDensity(of: Expr, at: Expr, names: RandomNames): LogDensity {
  const variable = isAtom(of, names) ? names.variables.get(of.name)! : undefined;
  const found = variable?.distribution && logDensities[variable.distribution.law];
  if (!found) throw new Unsupported(`no density is known of ${expressionText(of)}`);
  const parameters = parametersOf(variable, of as Atom);
  const missing = withoutDensity(variable.distribution!.law, at, parameters);
  if (missing !== undefined)
    throw new Unsupported(`${expressionText(of)} has no log density here: ${missing}`);
  return found(at, parameters);
}

/** The logarithm of the density of a variable, or of its probability, at a value in its support. */
export function densityAt(of: Expr, at: Expr, { names, needs }: Means): Expr {
  const { rest, base, support, least } = logDensity(of, at, names);
  if (support !== undefined) needs.within(`${expressionText(at)} ${support}`, least);
  return base ? sumOf(rest, base) : rest;
}

/** What the entropy of a variable is the mean of. */
export function surprise(of: Expr, { names }: Means): Expr {
  const { rest, base } = logDensity(of, of, names);
  if (base)
    throw new Unsupported(`no closed form is known of the entropy of ${expressionText(of)}`);
  return times(number(-1n), rest);
}

/** What the divergence of two laws of one kind is the mean of, in the first variable. */
export function divergence(of: Expr, from: Expr, { names }: Means): Expr {
  const [one, two] = [of, from].map((own) => logDensity(own, of, names));
  const kinds = [of, from].map((own) => names.variables.get((own as Atom).name)!.distribution!.law);
  // Of two intervals the one must lie in the other.
  const isSame =
    kinds[0] === kinds[1] && kinds[0] !== "uniform" && text(one.base) === text(two.base);
  if (!isSame) throw new Unsupported("a divergence is known between distributions of one kind");
  return subtract(one.rest, two.rest);
}

const text = (expr: Expr = symbol("")): string => expressionText(expr);
