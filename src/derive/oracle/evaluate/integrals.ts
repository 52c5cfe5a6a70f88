import type { Call, Expr } from "../../tree/expression.js";
import type { Evaluation } from "./evaluate.js";
import { cannotTell, valueOf } from "../numbers/field.js";
import { type Fraction, fraction, minus, plus, times } from "../numbers/fraction.js";
import { jets } from "../numbers/jets.js";
import { tailBeyond, within } from "./tails.js";
import { holdsIntegral, infinite } from "../claim/tree.js";

/** What one integration may cost, and how narrow its panels shall be. */
interface Effort {
  /** Terms of the body's series on a panel. */
  order: number;
  panels: number;
  narrow: number;
  /** Beyond this width there is no value. */
  widest: number;
}
/** On panels that are not cut at a corner, twelve terms reach 11 digits in a few panels. */
const plain: Effort = { order: 12, panels: 90, narrow: 1e-11, widest: 1e-4 };
/** With another integral inside, which costs as much at every step. */
const outermost: Effort = { order: 6, panels: 12, narrow: 1e-6, widest: 1e-3 };
/** Inside another integral: its panel is a whole range there, which no number of panels here makes narrow. */
const iterated: Effort = { order: 6, panels: 3, narrow: 1e-7, widest: Infinity };
/** A panel that was halved so often is narrower than doubles tell apart. */
const mostHalvings = 40;
const half = fraction(1, 2);

/**
 * An integral with a proven bound: on each panel the body's Taylor polynomial is integrated, and the coefficient that
 * encloses its remainder over the panel; where it has none, at a corner, the body's own range bounds what is missing.
 *
 *     int_a^b f(x) dx = (b - a) int_0^1 f(a + (b - a) t) dt
 */
export function integral<V>(outer: Evaluation<V>, { args }: Call): V {
  const [body, bound, lower, upper] = args;
  if (args.length !== 4 || bound.kind !== "symbol") return cannotTell("an integral without limits");
  const { field } = outer;
  const between = (start: V, end: V): V => {
    const length = field.add(end, field.neg(start));
    return field.mul(length, new Panels(outer, body, bound.name, start, length).total());
  };
  const sides = [infinite(lower), infinite(upper)];
  if (sides[0] === undefined && sides[1] === undefined)
    return between(outer.of(lower), outer.of(upper));
  if (sides[0] === 1 || sides[1] === -1) return cannotTell("limits from above to below");
  const ends = [lower, upper].map((limit, i) => {
    if (sides[i] === undefined) return { at: outer.of(limit), beyond: 0 };
    const { far, beyond } = reach(outer, body, bound.name, sides[i]);
    return { at: field.of(fraction(far)), beyond };
  });
  const [low, high] = within(ends[0].beyond + ends[1].beyond);
  return field.add(between(ends[0].at, ends[1].at), field.between(low, high));
}

/** A tail below the rounding of doubles, and one that says nothing any more. */
const negligible = 1e-14;
const widestTail = 1e-3;

/** How far out an integral is taken panel by panel, and a bound for what lies beyond. */
function reach<V>(outer: Evaluation<V>, body: Expr, name: string, side: 1 | -1) {
  const rough = outer.rough();
  let best: { far: number; beyond: number } | undefined;
  /** What falls as e^-x is below 1e-14 at 32, a power of x far out; nearer ends keep panels few. */
  for (const size of [8, 16, 32, 64, 256, 2 ** 12, 2 ** 20]) {
    const beyond = valueOf(() => tailBeyond(body, name, rough, side * size));
    if (beyond === undefined) continue;
    best = { far: side * size, beyond };
    if (beyond < negligible) break;
  }
  return best !== undefined && best.beyond < widestTail
    ? best
    : cannotTell("a tail that has no bound");
}

interface Panel<V> {
  from: Fraction;
  to: Fraction;
  value: V;
  width: number;
  depth: number;
}

class Panels<V> {
  readonly series;
  readonly effort: Effort;
  constructor(
    readonly outer: Evaluation<V>,
    readonly body: Expr,
    readonly name: string,
    readonly start: V,
    readonly length: V,
  ) {
    this.effort = !outer.field.span ? iterated : holdsIntegral(body) ? outermost : plain;
    this.series = outer.lifted(jets(outer.field, this.effort.order));
  }

  /** Halves the worst panel until all are narrow. */
  total(): V {
    const { field } = this.outer;
    const panels = [this.panel(fraction(0), fraction(1), 0)];
    const sum = () => panels.map(({ value }) => value).reduce(field.add);
    for (;;) {
      const width = panels.reduce((all, panel) => all + panel.width, 0);
      const size = width < Infinity ? Math.abs(field.near(sum())) : 0;
      if (width <= this.effort.narrow * (1 + size)) break;
      if (panels.length >= this.effort.panels) {
        if (width <= this.effort.widest * (1 + size)) break;
        return cannotTell("an integral that stays wide");
      }
      panels.sort((a, b) => b.width - a.width);
      const { from, to, depth } = panels.shift()!;
      if (depth > mostHalvings) return cannotTell("an integral near where it has no bound");
      const middle = times(half, plus(from, to));
      panels.push(this.panel(from, middle, depth + 1), this.panel(middle, to, depth + 1));
    }
    return sum();
  }

  /** The integral over a panel of t; of infinite width where the body has no bound there. */
  panel(from: Fraction, to: Fraction, depth: number): Panel<V> {
    const { field } = this.outer;
    const length = plus(to, minus(from));
    for (const bounded of [this.smooth, this.rough]) {
      const value = valueOf(() => bounded(from, to, length));
      if (value !== undefined) return { from, to, value, width: field.width(value), depth };
      if (this.outer.budget.steps < 0) return cannotTell("too many steps");
    }
    return { from, to, value: field.of(fraction(0)), width: Infinity, depth };
  }
  smooth = (from: Fraction, to: Fraction, length: Fraction): V => {
    const { field } = this.outer;
    const arm = times(half, length);
    const middle = this.around(field.of(plus(from, arm)));
    const everywhere = this.around(field.between(from, to))[this.effort.order];
    let value: V | undefined;
    // Odd powers cancel between the two halves of the panel.
    for (let k = 0; k <= this.effort.order; k += 2) {
      const coefficient = k < this.effort.order ? middle[k] : everywhere;
      if (coefficient === undefined) continue;
      const weight = times(powered(arm, k + 1), fraction(2, k + 1));
      const term = field.mul(field.of(weight), coefficient);
      value = value === undefined ? term : field.add(value, term);
    }
    return value ?? field.of(fraction(0));
  };
  rough = (from: Fraction, to: Fraction, length: Fraction): V => {
    const { field, body } = { field: this.outer.field, body: this.body };
    const range = this.outer.with(this.name, this.place(field.between(from, to))).of(body);
    return field.mul(field.of(length), range);
  };
  place(t: V): V {
    const { field } = this.outer;
    return field.add(this.start, field.mul(this.length, t));
  }
  /** The body as a series around t. */
  around(t: V): V[] {
    return this.series.with(this.name, [this.place(t), this.length]).of(this.body);
  }
}

const powered = (a: Fraction, n: number): Fraction => fraction(a.n ** BigInt(n), a.d ** BigInt(n));
