import { Unsupported } from "../../tree/errors.js";
import {
  call,
  type Expr,
  negate,
  number,
  subtract,
  sumOf,
  times,
  toThe,
  treeKey,
} from "../../tree/expression.js";
import { expressionText } from "../../tree/text.js";
import { split } from "./blocks.js";
import { extremeMean } from "./extremes.js";
import { exponentialMean, lawMoment } from "./lawful.js";
import { ofNormal } from "../laws/moments.js";
import { momentName } from "./momentName.js";
import { type Atom, atomsIn, isAtom, type RandomNames, variablesOf } from "../names.js";
import type { Needs } from "./needs.js";
import { type Apart, meeting, moved, rowKey, rowOf } from "./rows.js";
import type { Factor } from "../terms.js";
import type { RuleId } from "../../../record/types.js";

/** What is known of a claim's random variables, and what is found out on the way. */
export interface Means {
  names: RandomNames;
  apart: Apart;
  /** What must be finite. */
  needs: Needs;
  /** What a conditional mean is of, by the expression that stands for it. */
  conditional: Map<string, { of: Factor[]; given: Atom[] }>;
  /** By which rules moments were found. */
  applied: Set<RuleId>;
  fresh: () => string;
}

const one = number(1n);

/** The mean of a product: of independent blocks one after the other, and by cases where two places may be one. */
export function moment(factors: readonly Factor[], means: Means): Expr {
  const { names, apart } = means;
  const plain = merged(factors);
  if (plain.length === 0) return one;
  const found = split(plain, names, apart);
  if ("blocks" in found && found.blocks.length === 1) return blockMoment(found.blocks[0], means);
  means.applied.add("mean-of-independent-product");
  if ("blocks" in found) return times(...found.blocks.map((block) => moment(block, means)));
  const [here, there] = found.maybe;
  const [a, b] = [rowKey(here), rowKey(there)];
  const differ: Apart = (one, two) => {
    const keys = [rowKey(one), rowKey(two)];
    return (keys.includes(a) && keys.includes(b)) || apart(one, two);
  };
  const apartFrom = moment(plain, { ...means, apart: differ });
  const together = moment(
    plain.map(({ base, power }) => ({ base: moved(base, there, here, names), power })),
    means,
  );
  return sumOf(apartFrom, times(...meeting(here, there), sumOf(together, negate(apartFrom))));
}

/** A product with each base once. */
export function merged(factors: readonly Factor[]): Factor[] {
  const all = new Map<string, Factor>();
  for (const { base, power } of factors) {
    const key = treeKey(base);
    all.set(key, { base, power: power + (all.get(key)?.power ?? 0) });
  }
  return [...all].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, factor]) => factor);
}

/** The mean of a product of which no part is known to be independent of the others. */
function blockMoment(block: readonly Factor[], means: Means): Expr {
  const { names, needs } = means;
  const tower = withoutCondition(block, means);
  if (tower) {
    means.applied.add("total-expectation");
    return moment(tower, means);
  }
  const atoms = block.flatMap(({ base }) => (isAtom(base, names) ? [base] : []));
  if (atoms.length < block.length) return opaqueMoment(block, means);
  const [first, second] = atoms;
  if (block.length === 1) return powerMoment(first, block[0].power, means);
  if (block.length > 2 || block.some(({ power }) => power > 1)) return opaqueMoment(block, means);
  needs.product(block, names);
  const product = times(powerMoment(first, 1, means), powerMoment(second, 1, means));
  return sumOf(product, together(first, second, means));
}

/** The covariance of two variables; of entries that are uncorrelated it is a variance where they are one. */
function together(one: Atom, two: Atom, means: Means): Expr {
  const { names, apart } = means;
  if (!names.uncorrelated.some((all) => all.has(one.name) && all.has(two.name)))
    return covarianceName(one, two, means);
  const mayMeet = one.name === two.name && !apart(rowOf(one), rowOf(two));
  return mayMeet ? times(...meeting(rowOf(one), rowOf(two)), varianceOf(one, means)) : number(0n);
}

/** E(h(Y) E(X | Y)) as E(h(Y) X), and E(h(Y) E(X | Y) X) as E(h(Y) E(X | Y)^2). */
function withoutCondition(
  block: readonly Factor[],
  { names, conditional }: Means,
): Factor[] | undefined {
  const inner = block.filter(({ base }) => conditional.has(treeKey(base)));
  if (inner.length !== 1) return undefined;
  const [{ base, power }] = inner;
  const { of, given } = conditional.get(treeKey(base))!;
  const known = new Set(given.map(treeKey));
  const isKnown = (factor: Factor) =>
    atomsIn(factor.base, names).every((atom) => known.has(treeKey(atom)));
  const others = block.filter((factor) => factor !== inner[0]);
  const rest = others.filter((factor) => !isKnown(factor));
  if (rest.length === 0) return power === 1 ? [...others, ...of] : undefined;
  const isSame = treeKey(productOf(merged(rest))) === treeKey(productOf(merged(of)));
  return isSame ? [...others.filter(isKnown), { base, power: power + 1 }] : undefined;
}

/** The mean of a power: by its distribution, or by the mean and the variance, which may be any. */
function powerMoment(atom: Atom, power: number, means: Means): Expr {
  const { names, needs } = means;
  const variable = names.variables.get(atom.name)!;
  if (variable.distribution) return lawMoment(atom, power, means);
  const isNormal = names.normal.some((all) => all.has(atom.name));
  if (isNormal && power > 2)
    return ofNormal(power, [powerMoment(atom, 1, means), varianceName(atom, means)]);
  if (!isNormal) needs.power(variable, power);
  if (power === 1) return momentName("E", atom, [variable], names);
  if (power > 2) return momentName("E", toThe(atom, number(BigInt(power))), [variable], names);
  return sumOf(toThe(powerMoment(atom, 1, means), number(2n)), varianceName(atom, means));
}

/** What stands for the variance of a variable that has no distribution of its own. */
export const varianceName = (atom: Atom, means: Means): Expr =>
  momentName("Var", atom, [means.names.variables.get(atom.name)!], means.names);

/** The variance of a variable. */
export function varianceOf(atom: Atom, means: Means): Expr {
  const { names, needs } = means;
  const variable = names.variables.get(atom.name)!;
  const mean = (power: number) => powerMoment(atom, power, means);
  if (variable.distribution) return subtract(mean(2), toThe(mean(1), number(2n)));
  if (!names.normal.some((all) => all.has(atom.name))) needs.power(variable, 2);
  return varianceName(atom, means);
}

/** What stands for the covariance of two variables. */
export const covarianceName = (first: Atom, second: Atom, means: Means): Expr => {
  const variables = variablesOf([first, second], means.names);
  return momentName("Cov", call("pair", first, second), variables, means.names);
};

/** A mean that is known by nothing but what it is of. */
function opaqueMoment(block: readonly Factor[], means: Means): Expr {
  const { names } = means;
  const variables = variablesOf(
    block.flatMap(({ base }) => atomsIn(base, names)),
    names,
  );
  const of = productOf(block);
  const known = exponentialMean(of, means) ?? extremeMean(block, means);
  if (known) return known;
  const lawful = variables.find(({ distribution }) => distribution);
  if (lawful)
    throw new Unsupported(
      `the mean of ${expressionText(of)} is not known for the distribution of ${lawful.name}`,
    );
  needMean(block, means);
  return momentName("E", of, variables, names);
}

/** Notes that a product has a mean; where it is of squares or of two variables, by their powers. */
export function needMean(block: readonly Factor[], means: Means): void {
  const { names, needs, conditional } = means;
  const variables = variablesOf(
    block.flatMap(({ base }) => atomsIn(base, names)),
    names,
  );
  const [{ base, power }] = block;
  const inner = conditional.get(treeKey(base))?.of ?? [];
  // The mean of a square is not smaller than that of the square of a conditional mean.
  if (block.length === 1 && inner.length === 1 && isAtom(inner[0].base, names))
    return needs.power(names.variables.get(inner[0].base.name)!, power * inner[0].power);
  if (!block.every((factor) => isAtom(factor.base, names)))
    return needs.mean(productOf(block), variables);
  if (block.length === 1) return needs.power(variables[0], power);
  if (block.length === 2 && block.every((factor) => factor.power === 1))
    return needs.product(block, names);
  needs.mean(productOf(block), variables);
}

/** A product as an expression. */
export function productOf(block: readonly Factor[]): Expr {
  const powers = block.map(({ base, power }) =>
    power === 1 ? base : toThe(base, number(BigInt(power))),
  );
  return powers.length === 1 ? powers[0] : times(...powers);
}
