import { GaveUp, Unsupported } from "../../tree/errors.js";
import { call, type Expr, over, parts, symbol, treeKey } from "../../tree/expression.js";
import { add } from "../../form/ring/addition.js";
import type { Context } from "../../form/context.js";
import { constant, type Form, formKey, isZero, negated } from "../../form/ring/form.js";
import { formExpression } from "../../form/formExpression.js";
import { normalForm } from "../../form/normalForm.js";
import { formNames } from "../../form/ring/ring.js";
import { freeNames, substitute } from "../../tree/names.js";
import { Asked, waveName } from "./asked.js";
import { Expansion } from "./expand.js";
import { NoLimit, type Reached } from "./reached.js";
import { NeedMore, type Series, type Term } from "./series.js";
import { swings, type Wave } from "./waves.js";

/** Terms that are kept; more are tried where these cancel. */
const lengths = [4, 8, 16];
/** What the name has passed: where a closed form begins to hold, for instance. */
const farEnough = 1_000_000n;
/** Limits within limits. */
const deepest = 30;

/**
 * What exp-log functions of one name tend to as it grows, by Gruntz's method: the function is expanded in powers of the
 * part that changes fastest, and its first coefficient, which changes more slowly, is treated likewise. The name may be an
 * integer: then nothing is said of angles, which may be multiples of pi.
 *
 * D. Gruntz, On Computing Limits in a Symbolic Manipulation System, ETH Zurich, 1996.
 */
export class Asymptotics {
  readonly ctx: Context;
  readonly variable: Form;
  readonly #limits = new Map<string, Reached>();
  readonly #signs = new Map<string, 1 | -1 | 0>();
  readonly #waves = new Map<string, Wave>();
  #depth = 0;

  constructor(
    readonly asked: Asked,
    readonly name: string,
    readonly isWhole = false,
  ) {
    this.ctx = asked.ctx;
    const { ring, signs } = this.ctx;
    this.variable = ring.form(ring.symbol(name));
    signs.learn(add(ring, this.variable, constant(ring, -farEnough)), ">", "");
  }

  /** @throws NoLimit where there is none; Undefined where the function has no values far out; Unsupported, GaveUp */
  limit(expr: Expr): Reached {
    if (!freeNames(expr).has(this.name)) return this.#constant(normalForm(this.ctx, expr));
    if (expr.kind === "symbol") return { infinite: 1 };
    const key = treeKey(expr);
    const known = this.#limits.get(key);
    if (known) return known;
    const found = this.#deeper(() => this.#limit(expr));
    this.#limits.set(key, found);
    return found;
  }

  #limit(expr: Expr): Reached {
    const zero = constant(this.ctx.ring, 0n);
    return this.#expanded(expr, (expansion, series) => {
      const { math } = expansion;
      for (const term of series.terms) {
        const order = math.compare(term.exponent, zero);
        if (order > 0) return { value: zero };
        if (order === 0) return this.#ofForm(term.coefficient);
        const sign = this.signOf(term.coefficient);
        if (sign !== 0) return { infinite: sign };
      }
      if (series.order && math.compare(series.order, zero) <= 0) throw new NeedMore();
      return { value: zero };
    });
  }
  #ofForm(form: Form): Reached {
    return formNames(this.ctx.ring, form).has(this.name)
      ? this.limit(formExpression(this.ctx, form))
      : this.#constant(form);
  }
  /** A value without the variable; one that swings between bounds is none. */
  #constant(form: Form): Reached {
    const own = [...formNames(this.ctx.ring, form)].flatMap((name) => this.#waves.get(name) ?? []);
    if (own.length === 0) return { value: form };
    if (swings(this.ctx, form, own, this.isWhole))
      throw new NoLimit("it swings between different values");
    throw new Unsupported("a value that swings, of which no two are told apart");
  }

  /** The sign that a form has far out; 0 for the form 0. */
  signOf(form: Form): 1 | -1 | 0 {
    if (isZero(form)) return 0;
    if (!formNames(this.ctx.ring, form).has(this.name)) return this.asked.sign(form);
    const key = formKey(form);
    const known = this.#signs.get(key);
    if (known !== undefined) return known;
    const sign = this.#deeper(() => this.leadOf(formExpression(this.ctx, form))?.sign ?? 0);
    this.#signs.set(key, sign);
    return sign;
  }

  /** The first term in the part that changes fastest; undefined for what is 0 far out. */
  leadOf(expr: Expr): (Term & { sign: 1 | -1 }) | undefined {
    if (!freeNames(expr).has(this.name)) {
      const coefficient = normalForm(this.ctx, expr);
      const sign = this.asked.sign(coefficient);
      return sign === 0 ? undefined : { exponent: constant(this.ctx.ring, 0n), coefficient, sign };
    }
    return this.#expanded(expr, (expansion, series) => expansion.lead(series));
  }

  /** The coefficient of the first term that is not 0, and the sign of its exponent; of what is 0 far out there is none. */
  firstTerm(expr: Expr): { first?: Form; sign: 1 | -1 | 0 } {
    const zero = constant(this.ctx.ring, 0n);
    if (!freeNames(expr).has(this.name)) return { first: normalForm(this.ctx, expr), sign: 0 };
    return this.#expanded(expr, ({ math }, { terms, order }) => {
      const [first] = terms;
      const exponent = first?.exponent ?? order;
      const sign = exponent ? (Math.sign(math.compare(exponent, zero)) as 1 | -1 | 0) : 1;
      if (!first && order && sign <= 0) throw new NeedMore();
      return { first: first?.coefficient, sign };
    });
  }

  /** Looks at longer and longer expansions, until one tells. */
  #expanded<T>(expr: Expr, look: (expansion: Expansion, series: Series) => T): T {
    const { own, h } = this.#fastest(expr);
    for (const most of lengths) {
      const expansion = new Expansion(this, h, most);
      try {
        return look(expansion, expansion.expand(own));
      } catch (error) {
        if (!(error instanceof NeedMore) || most === lengths.at(-1)) throw error;
      }
    }
    throw new GaveUp("a series");
  }

  /** The expression, and the exponent h of the part exp(h) in it that falls fastest; x is written as exp(x) where it is x. */
  #fastest(expr: Expr): { own: Expr; h: Form } {
    const exponent = this.#exponent(expr);
    if (exponent === undefined || exponent === "name") {
      const x = symbol(this.name);
      const own = substitute(expr, new Map([[this.name, call("exp", x)]]));
      return { own, h: negated(this.variable) };
    }
    const found = this.limit(exponent);
    const form = normalForm(this.ctx, exponent);
    return { own: expr, h: "infinite" in found && found.infinite > 0 ? negated(form) : form };
  }

  /** The exponent u of the exp(u) that grows or falls fastest in an expression, or its variable; undefined for neither. */
  #exponent(expr: Expr): Expr | "name" | undefined {
    if (!freeNames(expr).has(this.name)) return undefined;
    if (expr.kind === "symbol") return "name";
    const inside = expr.kind === "pow" ? [expr.left] : parts(expr);
    let best = inside
      .map((part) => this.#exponent(part))
      .reduce((a, b) => this.#faster(a, b), undefined);
    if (expr.kind === "call" && expr.name === "exp") {
      const reached = this.#reachedBy(expr.args[0]);
      if (reached && "infinite" in reached) best = this.#faster(best, expr.args[0]);
    }
    return best;
  }
  /** An exponent that swings between bounds makes nothing grow. */
  #reachedBy(expr: Expr): Reached | undefined {
    try {
      return this.limit(expr);
    } catch (error) {
      if (error instanceof NoLimit) return undefined;
      throw error;
    }
  }
  #faster(one: Expr | "name" | undefined, two: Expr | "name" | undefined) {
    if (one === undefined || two === undefined || one === two) return one ?? two;
    const [a, b] = [one, two].map((own) => (own === "name" ? call("log", symbol(this.name)) : own));
    if (treeKey(a) === treeKey(b)) return one;
    const found = this.limit(over(a, b));
    if ("infinite" in found) return one;
    if (isZero(found.value)) return two;
    // Both change alike; the variable itself is the simpler one.
    return two === "name" ? two : one;
  }

  /** The sine or the cosine of what grows, or (-1)^u for an integer u that grows: any value from -1 to 1. */
  wave(kind: "sin" | "cos" | "turn", of: Expr): Form {
    return this.#waveOf({ kind, of }, [-1n, 1n]);
  }
  /** What the floor takes off: any value from 0 to 1. */
  fraction(of: Expr): Form {
    return this.#waveOf({ kind: "fraction", of }, [0n, 1n]);
  }
  #waveOf(wave: Wave, [low, high]: [bigint, bigint]): Form {
    const { ring, signs } = this.ctx;
    const key = treeKey(wave.of);
    const known = [...this.#waves].find(
      ([, own]) => own.kind === wave.kind && treeKey(own.of) === key,
    );
    const name = known?.[0] ?? waveName(this.#waves.size + 1);
    const value = ring.form(ring.symbol(name));
    if (known) return value;
    this.#waves.set(name, wave);
    this.asked.waves.set(name, [Number(low), Number(high)]);
    this.ctx.applied.add("limit-of-wave");
    signs.learn(add(ring, value, constant(ring, -low)), ">=", "");
    signs.learn(add(ring, constant(ring, high), negated(value)), ">=", "");
    return value;
  }

  #deeper<T>(work: () => T): T {
    if (++this.#depth > deepest) throw new GaveUp("limits within limits");
    try {
      return work();
    } finally {
      this.#depth--;
    }
  }
}
