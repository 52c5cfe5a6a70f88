import { Unsupported } from "../tree/errors.js";
import {
  call,
  type Expr,
  number,
  over,
  parts,
  subtract,
  sumOf,
  times,
  toThe,
  treeKey,
  withEach,
} from "../tree/expression.js";
import { type Atom, atomsIn, isAtom, variablesOf } from "./names.js";
import { type Means, merged, moment, needMean, productOf, varianceOf } from "./moments/moments.js";
import { densityAt, divergence, surprise } from "./moments/lawful.js";
import { momentName } from "./moments/momentName.js";
import { normalMean } from "./moments/normal.js";
import { operatorOf, type Operator } from "./operators.js";
import { split } from "./moments/blocks.js";
import { assembled, type Factor, type Term, termsOf } from "./terms.js";

/** An expression with each mean, variance and covariance written by moments, which are numbers. */
export function reduced(expr: Expr, means: Means): Expr {
  const found = operatorOf(expr, means.names);
  if (found)
    return valueOf(
      found.operator,
      found.args.map((arg) => reduced(arg, means)),
      found.given,
      means,
    );
  return withEach(expr, (part) => reduced(part, means));
}

function valueOf(operator: Operator, args: Expr[], given: Expr[] | undefined, means: Means): Expr {
  const mean = (of: Expr) => (given ? conditionalMean(of, given, means) : meanOf(of, means));
  const square = (of: Expr) => toThe(of, number(2n));
  const variance = (of: Expr) => subtract(mean(square(of)), square(mean(of)));
  const root = (of: Expr) => call("sqrt", of);
  const [first, second] = args;
  const covariance = () => subtract(mean(times(first, second)), times(mean(first), mean(second)));
  switch (operator) {
    case "E":
      return mean(first);
    case "Var":
      return isAtom(first, means.names) && !given ? varianceOf(first, means) : variance(first);
    case "Cov":
      return covariance();
    case "sd":
      return root(variance(first));
    case "H":
      return mean(surprise(first, means));
    case "KL":
      return mean(divergence(first, second, means));
    case "logpdf":
      return densityAt(first, second, means);
    case "Corr":
      return over(covariance(), times(root(variance(first)), root(variance(second))));
  }
}

/** The mean of a random value, term by term. */
function meanOf(expr: Expr, means: Means): Expr {
  const terms = termsOf(expr, means.names, means.fresh);
  return added(terms.map((term) => assembled(term, moment(term.factors, means))));
}

/** The mean of a random value where others are known: what they say comes out, and what is independent of them stays. */
function conditionalMean(expr: Expr, given: Expr[], means: Means): Expr {
  const { names, fresh } = means;
  const known = given.map((one): Atom => {
    if (isAtom(one, names)) return one;
    throw new Unsupported("a mean under a condition that is no random variable");
  });
  const keys = new Set(known.map(treeKey));
  const isKnown = ({ base }: Factor) =>
    atomsIn(base, names).every((atom) => keys.has(treeKey(atom)));
  return added(
    termsOf(expr, names, fresh).map((term: Term) => {
      const taken = term.factors.filter(isKnown);
      const rest = term.factors.filter((factor) => !isKnown(factor));
      const inner = rest.length ? givenMean(merged(rest), known, means) : number(1n);
      return assembled(term, taken.length ? times(productOf(taken), inner) : inner);
    }),
  );
}

function givenMean(rest: Factor[], given: Atom[], means: Means): Expr {
  const { names, apart, conditional } = means;
  const all = [...rest, ...given.map((base) => ({ base, power: 1 }))];
  const found = split(all, names, apart);
  const isOf = (block: Factor[], some: (factor: Factor) => boolean) => block.some(some);
  if (
    "blocks" in found &&
    found.blocks.every(
      (block) =>
        !isOf(block, (factor) => rest.includes(factor)) ||
        !isOf(block, (factor) => !rest.includes(factor)),
    )
  )
    return moment(rest, means);
  const normal = normalMean(rest, given, means);
  if (normal) return normal;
  if (rest.some(({ base }) => conditional.has(treeKey(base))))
    throw new Unsupported("a mean under a condition is taken of another one");
  const variables = variablesOf(
    rest.flatMap(({ base }) => atomsIn(base, names)),
    names,
  );
  needMean(rest, means);
  const own = momentName("E", productOf(rest), variables, names);
  const value = call(`${own.name} given`, ...parts(own), ...given);
  conditional.set(treeKey(value), { of: rest, given });
  return value;
}

const added = (terms: Expr[]): Expr =>
  terms.length === 0 ? number(0n) : terms.length === 1 ? terms[0] : sumOf(...terms);
