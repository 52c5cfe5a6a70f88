import { constantValue } from "../tree/constants.js";
import { GaveUp, Unsupported } from "../tree/errors.js";
import { call, type Expr, number, over, parts, symbol, times, toThe } from "../tree/expression.js";
import { substitute } from "../tree/names.js";
import { expressionText } from "../tree/text.js";
import { isAtom, isRandom, type RandomNames } from "./names.js";

/** A sum over an index around a term. */
interface Range {
  index: string;
  from: Expr;
  to: Expr;
}

/** A factor that depends on chance, to a power: a random variable, or an expression that is not taken apart. */
export interface Factor {
  base: Expr;
  power: number;
}

/** A term of a random value: sums around what is known times what depends on chance. */
export interface Term {
  ranges: Range[];
  known: Expr[];
  factors: Factor[];
}

/** The eighth power of three terms has some; a claim with more is none of a note, and takes seconds. */
const mostTerms = 2000;
/** Notes go to the fourth moment; the square of one is the eighth. */
const mostPower = 8;

/** Writes a random value as a sum of terms; fresh names are taken from `fresh`. */
export function termsOf(expr: Expr, names: RandomNames, fresh: () => string): Term[] {
  const go = (part: Expr): Term[] => termsOf(part, names, fresh);
  const opaque = (base: Expr): Term[] => [{ ranges: [], known: [], factors: [{ base, power: 1 }] }];
  if (!isRandom(expr, names)) return [{ ranges: [], known: [expr], factors: [] }];
  if (isAtom(expr, names)) return opaque(expr);
  switch (expr.kind) {
    case "neg":
      return go(expr.of).map((term) => ({ ...term, known: [number(-1n), ...term.known] }));
    case "add":
      return bounded(expr.terms.flatMap(go));
    case "mul":
      return expr.factors.map(go).reduce((all, next) => product(all, next, fresh));
    case "div":
      if (!isRandom(expr.right, names)) return scaled(go(expr.left), over(number(1n), expr.right));
      return product(go(expr.left), opaque(toThe(expr.right, number(-1n))), fresh);
    case "pow": {
      const exponent = constantValue(expr.right);
      const isWhole = exponent?.isInteger && exponent.sign > 0 && exponent.num <= mostPower;
      if (!isWhole) return opaque(expr);
      const base = go(expr.left);
      return Array<Term[]>(Number(exponent.num))
        .fill(base)
        .reduce((all, next) => product(all, next, fresh));
    }
    case "call":
      return expr.name === "sum" ? sumTerms(expr.args, names, fresh) : opaque(sound(expr, names));
    default:
      throw new Unsupported(`the mean of ${expressionText(expr)} has no meaning here`);
  }
}

function sumTerms(args: Expr[], names: RandomNames, fresh: () => string): Term[] {
  const [body, index, from, to] = args;
  if (index?.kind !== "symbol" || [from, to].some((end) => !end || isRandom(end, names)))
    throw new Unsupported("the limits of a sum are random");
  const own = fresh();
  const inner = substitute(body, new Map([[index.name, symbol(own)]]));
  return termsOf(inner, names, fresh).map((term) => ({
    ...term,
    ranges: [{ index: own, from, to }, ...term.ranges],
  }));
}

/** Calls that bind a name, or differentiate by one, are more than a function of their arguments. */
const operators = new Set(
  "D partial integrate prod at sumOver prodOver limit expectation cases".split(" "),
);

function sound(expr: Expr, names: RandomNames): Expr {
  const visit = (part: Expr): void => {
    if (part.kind === "call" && operators.has(part.name) && isRandom(part, names))
      throw new Unsupported(`${part.name} of what depends on chance has no meaning here`);
    parts(part).forEach(visit);
  };
  visit(expr);
  return expr;
}

const scaled = (terms: Term[], by: Expr): Term[] =>
  terms.map((term) => ({ ...term, known: [...term.known, by] }));

/** The product of two sums of terms; the second one's indices are made new, for it may stand twice. */
function product(one: Term[], two: Term[], fresh: () => string): Term[] {
  return bounded(
    one.flatMap((left) =>
      two.map((term) => {
        const right = renamed(term, fresh);
        return {
          ranges: [...left.ranges, ...right.ranges],
          known: [...left.known, ...right.known],
          factors: [...left.factors, ...right.factors],
        };
      }),
    ),
  );
}

function renamed(term: Term, fresh: () => string): Term {
  if (term.ranges.length === 0) return term;
  const to = new Map<string, Expr>();
  const put = (expr: Expr) => substitute(expr, to);
  const ranges = term.ranges.map((range) => {
    const own = { index: fresh(), from: put(range.from), to: put(range.to) };
    to.set(range.index, symbol(own.index));
    return own;
  });
  return {
    ranges,
    known: term.known.map(put),
    factors: term.factors.map(({ base, power }) => ({ base: put(base), power })),
  };
}

function bounded(terms: Term[]): Term[] {
  if (terms.length > mostTerms) throw new GaveUp(`a mean of more than ${mostTerms} terms`);
  return terms;
}

/** A term in which what depends on chance has a value, put together again. */
export function assembled({ ranges, known }: Term, value: Expr): Expr {
  const body = [...known, value];
  return ranges.reduceRight<Expr>(
    (inner, { index, from, to }) => call("sum", inner, symbol(index), from, to),
    body.length === 1 ? body[0] : times(...body),
  );
}
