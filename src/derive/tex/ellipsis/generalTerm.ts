import { Rational } from "../../../num/index.js";
import { type Expr, number, parts, withParts } from "../../tree/expression.js";
import { freeNames } from "../../tree/names.js";
import { isWhole, type Linear, linearExpr, moved, sameLinear } from "./linear.js";
import { type Position, positionsIn, root } from "./positions.js";

/** What dots leave out: a term for each whole number of a range. */
export interface General {
  term: Expr;
  index: string;
  from: Expr;
  to: Expr;
}

/** A place of the last term with the numbers that the written terms have there, one step apart from each other. */
interface Progress {
  path: string;
  last: Linear;
  first: Rational;
  step: Rational;
}

const [zero, one] = [Rational.of(0n), Rational.of(1n)];

/**
 * The general term of `1 + 3 + 5 + \cdots + (2n - 1)` and its range, where the written terms and the last one leave no
 * doubt: at each place at which they differ the terms have numbers at the same distance, and the last one ends all of
 * these at once. Undefined otherwise.
 */
export function generalTerm(written: readonly Expr[], last: Expr): General | undefined {
  const found = written.map((term) => positionsIn(last, term));
  if (!found.every((all) => all !== undefined)) return undefined;
  const [paths] = found.map((all) => all.map(({ path }) => path).join());
  if (found[0].length === 0 || found.some((all) => all.map(({ path }) => path).join() !== paths))
    return undefined;
  // A single term shows no distance; entries follow each other.
  if (written.length === 1 && !found[0].every(({ isEntry }) => isEntry)) return undefined;
  const all = found[0].map((_, place) => progress(found.map((positions) => positions[place])));
  if (!all.every((one) => one !== undefined)) return undefined;
  // An index that moves by one is the index of the sum; else the terms are counted from 1.
  const lead = all.find(({ step }) => step.equals(one));
  const from = lead ? lead.first : one;
  const ends = all.map(({ last: end, first, step }) => moved(end, first, step, from));
  const [to] = ends;
  if (!isWhole(to) || !from.isInteger || !ends.every((end) => sameLinear(end, to)))
    return undefined;
  // 1 + 2 + … + 64 may be sums of powers, too.
  if (to.names.size === 0 && written.length < 3) return undefined;
  const index = freeIndex([...written, last]);
  if (index === undefined) return undefined;
  const values = new Map(
    all.map(({ path, first, step }) => [
      path,
      linearExpr({
        constant: first.sub(step.mul(from)),
        names: new Map([[index, step]]),
      }),
    ]),
  );
  return { term: replaced(last, values), index, from: number(from), to: linearExpr(to) };
}

/** Numbers at one distance; of a single term, an entry, the distance is one. */
function progress(positions: readonly Position[]): Progress | undefined {
  const [{ path, last, value: first }] = positions;
  const step = positions.length > 1 ? positions[1].value.sub(first) : one;
  const isEven = positions.every(({ value }, i) =>
    value.equals(first.add(step.mul(Rational.of(BigInt(i))))),
  );
  return isEven && step.compare(zero) > 0 ? { path, last, first, step } : undefined;
}

function freeIndex(exprs: readonly Expr[]): string | undefined {
  const used = new Set(exprs.flatMap((expr) => [...freeNames(expr)]));
  return ["k", "i", "j", "m", "l"].find((name) => !used.has(name));
}

function replaced(expr: Expr, values: ReadonlyMap<string, Expr>, path = root): Expr {
  const value = values.get(path);
  if (value) return value;
  const own = parts(expr);
  return own.length
    ? withParts(
        expr,
        own.map((part, k) => replaced(part, values, `${path}/${k}`)),
      )
    : expr;
}
