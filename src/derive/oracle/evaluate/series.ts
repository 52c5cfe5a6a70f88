import type { Call } from "../../tree/expression.js";
import { cannotTell, noValue } from "../numbers/field.js";
import type { Evaluation } from "./evaluate.js";
import { tailBeyond, within } from "./tails.js";
import { infinite } from "../claim/tree.js";
import { fraction, isWhole, minus, plus } from "../numbers/fraction.js";

/** Terms of one sum: each is an evaluation, and an opinion has 60,000 operations. */
const mostTerms = 3000n;
/** Terms of an endless sum that are added up. */
const farOut = 400;

/** A sum or a product, term by term. */
export function series<V>(outer: Evaluation<V>, { name, args }: Call): V {
  const { field } = outer;
  const [body, bound, lower, upper] = args;
  if (args.length !== 4 || bound.kind !== "symbol") return cannotTell(name);
  const endless = infinite(upper) === 1;
  if (endless && name === "prod") return cannotTell("an endless product");
  const from = outer.exact(lower);
  const to = endless ? plus(from, fraction(farOut)) : outer.exact(upper);
  const count = plus(plus(to, minus(from)), fraction(1));
  if (!isWhole(from) || !isWhole(to)) return noValue("limits that are no whole numbers");
  if (count.n < 0n) return noValue("a range that runs backwards");
  if (count.n > mostTerms) return cannotTell("a long sum");
  const term = (k: bigint): V => outer.with(bound.name, field.of(fraction(k))).of(body);
  if (endless) {
    const terms: V[] = [];
    for (let k = from.n; k <= to.n; k++) terms.push(term(k));
    // What falls is at most its integral from the term before. To an enclosure fractions are added at little cost.
    const beyond = tailBeyond(body, bound.name, outer.rough(), Number(to.n));
    return terms.reduce(field.add, field.between(...within(beyond)));
  }
  let total = field.of(fraction(name === "sum" ? 0 : 1));
  for (let k = from.n; k <= to.n; k++)
    total = name === "sum" ? field.add(total, term(k)) : field.mul(total, term(k));
  return total;
}
