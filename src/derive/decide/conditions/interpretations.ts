import type { Assumptions } from "../../assumptions/assumptions.js";
import {
  call,
  type Expr,
  negate,
  number,
  over,
  parts,
  subtract,
  sumOf,
  symbol,
  times,
  toThe,
  treeKey,
  withParts,
} from "../../tree/expression.js";
import { library } from "../../library/library.js";
import { substitute } from "../../tree/names.js";
import { statementNames } from "../../read/proposition.js";
import { expressionText } from "../../tree/text.js";

/** Functions that the claim leaves open, each given a meaning. */
export interface Interpretation {
  /** What each function is, as a reader writes it: `p(t) = exp(-t^2/2)/sqrt(2*pi)`. */
  texts: Record<string, string>;
  apply(expr: Expr): Expr;
}

const own = new Set(["sum", "prod", "integrate", "at", "D", "partial", "O", ...statementNames]);
const isOpen = (name: string) => !own.has(name) && !library.has(name);

/** The functions that expressions leave open, with the number of their arguments. */
export function openFunctions(exprs: Expr[]): Map<string, number> {
  const found = new Map<string, number>();
  const visit = (expr: Expr): void => {
    if (expr.kind === "call" && isOpen(expr.name)) found.set(expr.name, expr.args.length);
    parts(expr).forEach(visit);
  };
  exprs.forEach(visit);
  return found;
}

/** A few meanings for the open functions, where all are densities or stand for every function, as `sin` does not. */
export function interpretations(exprs: Expr[], assumptions: Assumptions): Interpretation[] {
  const open = openFunctions([...exprs, ...factExprs(assumptions)]);
  if (open.size === 0 || open.size > 4) return [];
  if ([...open.values()].some((count) => count < 1 || count > 2)) return [];
  const densities = new Set(
    assumptions.facts.flatMap((fact) => (fact.kind === "density" ? [fact.name] : [])),
  );
  const any = (name: string) => assumptions.anyFunctions?.has(name) ?? false;
  if ([...open.keys()].some((name) => !densities.has(name) && !any(name))) return [];
  return [0, 1, 2, 3].map((round) => {
    const meanings = new Map(
      [...open].map(([name, count], i): [string, Meaning] => {
        const params = ["t", "u"].slice(0, count);
        const make = densities.has(name) ? density : polynomial;
        return [name, { params, body: make(params, round + 2 * i) }];
      }),
    );
    const texts = Object.fromEntries(
      [...meanings].map(([name, { params, body }]) => [
        `${name}(${params.join(", ")})`,
        expressionText(body),
      ]),
    );
    return { texts, apply: (expr) => meant(expr, meanings) };
  });
}

interface Meaning {
  params: string[];
  body: Expr;
}

function meant(expr: Expr, meanings: Map<string, Meaning>): Expr {
  const inner = parts(expr).map((part) => meant(part, meanings));
  const meaning = expr.kind === "call" ? meanings.get(expr.name) : undefined;
  if (!meaning) return inner.length ? withParts(expr, inner) : expr;
  return substitute(meaning.body, new Map(meaning.params.map((param, i) => [param, inner[i]])));
}

const factExprs = ({ facts }: Assumptions): Expr[] =>
  facts.flatMap((fact) => (fact.kind === "compare" ? [fact.expr] : []));

const whole = (value: number): Expr => number(BigInt(value));

/** t^2 + k, k t + 1 and the like; of two arguments also their product. */
function polynomial(params: string[], round: number): Expr {
  const [t, u] = params.map((name) => symbol(name));
  const one = round % 2 ? times(whole(round + 1), t) : toThe(t, whole(2));
  const base = sumOf(one, whole(round + 1));
  return u ? sumOf(base, times(t, u), times(whole(round + 2), u)) : base;
}

/** A normal density; of two arguments one whose second has the first as its mean. */
function density(params: string[], round: number): Expr {
  const [t, u] = params.map((name) => symbol(name));
  const mean = round % 2 ? -round : round;
  const first = normal(t, whole(mean), whole(1 + (round % 2)));
  return u ? times(first, normal(u, t, whole(1 + (round % 3)))) : first;
}

function normal(x: Expr, mean: Expr, variance: Expr): Expr {
  const two = whole(2);
  const off = treeKey(mean) === "0" ? x : subtract(x, mean);
  const spread = treeKey(variance) === "1" ? [two] : [two, variance];
  const exponent = negate(over(toThe(off, two), spread.length > 1 ? times(...spread) : two));
  return over(call("exp", exponent), call("sqrt", times(...spread, symbol("pi"))));
}
