import type { Expr } from "../../tree/expression.js";
import { extremeMoment } from "../laws/extremes.js";
import { isAtom } from "../names.js";
import type { Factor } from "../terms.js";
import { split } from "./blocks.js";
import { parametersOf } from "./lawful.js";
import type { Means } from "./moments.js";

/** The mean of a power of the least or the largest of independent variables of one law; undefined for another one. */
export function extremeMean(block: readonly Factor[], means: Means): Expr | undefined {
  const { names, apart } = means;
  const [{ base, power }] = block;
  if (block.length > 1 || base.kind !== "call" || (base.name !== "min" && base.name !== "max"))
    return undefined;
  const atoms = base.args.flatMap((arg) => (isAtom(arg, names) ? [arg] : []));
  if (atoms.length < base.args.length) return undefined;
  const each = split(
    atoms.map((atom) => ({ base: atom, power: 1 })),
    names,
    apart,
  );
  if (!("blocks" in each) || each.blocks.length < atoms.length) return undefined;
  const variables = atoms.map((atom) => names.variables.get(atom.name)!);
  const [law, ...others] = variables.map(({ distribution }) => distribution?.law);
  if (law === undefined || others.some((other) => other !== law)) return undefined;
  const parameters = variables.map((variable, i) => parametersOf(variable, atoms[i]));
  const found = extremeMoment(base.name, law, power, parameters);
  if (found) means.applied.add("moments-of-law").add("mean-of-independent-product");
  return found;
}
