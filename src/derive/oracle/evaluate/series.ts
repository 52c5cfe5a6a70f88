import type { Call, Expr } from "../../tree/expression.js";
import { cannotTell, noValue, valueOf } from "../numbers/field.js";
import type { Evaluation } from "./evaluate.js";
import { tailBeyond, within } from "./tails.js";
import { infinite } from "../claim/tree.js";
import { type Fraction, fraction, isWhole, minus, plus } from "../numbers/fraction.js";

/** Terms of one sum: each is an evaluation, and an opinion has 60,000 operations. */
const mostTerms = 3000n;
/** Terms of an endless sum that are added up: the second time more, where what lies beyond counts. */
const farOut = [40, 160];
/** What lies beyond, beside the sum, where it does not count. */
const negligible = 1e-9;
/** Less than the last bit of the longest numbers. */
const least = fraction(1n, 1n << 1200n);

/** A sum or a product, term by term. */
export function series<V>(outer: Evaluation<V>, { name, args }: Call): V {
  const { field } = outer;
  const [body, bound, lower, upper] = args;
  if (args.length !== 4 || bound.kind !== "symbol") return cannotTell(name);
  const endless = infinite(upper) === 1;
  if (endless && name === "prod") return cannotTell("an endless product");
  const from = outer.exact(lower);
  if (endless) return endlessSum(outer, body, bound.name, from);
  const to = outer.exact(upper);
  const count = plus(plus(to, minus(from)), fraction(1));
  if (!isWhole(from) || !isWhole(to)) return noValue("limits that are no whole numbers");
  if (count.n < 0n) return noValue("a range that runs backwards");
  if (count.n > mostTerms) return cannotTell("a long sum");
  const term = (k: bigint): V => outer.with(bound.name, field.of(fraction(k))).of(body);
  let total = field.of(fraction(name === "sum" ? 0 : 1));
  for (let k = from.n; k <= to.n; k++)
    total = name === "sum" ? field.add(total, term(k)) : field.mul(total, term(k));
  return total;
}

function endlessSum<V>(outer: Evaluation<V>, body: Expr, bound: string, from: Fraction): V {
  const { field } = outer;
  if (!isWhole(from)) return noValue("limits that are no whole numbers");
  // To an enclosure fractions are added at little cost, to a fraction ever longer ones.
  let sum = field.between(minus(least), least);
  let next = from.n;
  for (const count of farOut) {
    const last = from.n + BigInt(count);
    for (; next <= last; next++)
      sum = field.add(sum, outer.with(bound, field.of(fraction(next))).of(body));
    const isLast = count === farOut.at(-1);
    // What falls is at most its integral from the term before.
    const tail = () => tailBeyond(body, bound, outer.rough(), Number(last));
    const beyond = isLast ? tail() : valueOf(tail);
    if (beyond === undefined) continue;
    if (isLast || beyond <= negligible * Math.abs(field.near(sum)))
      return field.add(sum, field.between(...within(beyond)));
  }
  return cannotTell("an endless sum");
}
