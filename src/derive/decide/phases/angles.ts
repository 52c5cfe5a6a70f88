import { gcd } from "../../../num/gcd.js";
import { Rational } from "../../../num/index.js";
import { rationalOne } from "../../tree/constants.js";
import { type Expr, number, sumOf, symbol, times } from "../../tree/expression.js";
import type { Context } from "../../form/context.js";
import { add } from "../../form/ring/addition.js";
import { termsOf } from "../../form/ring/expansion.js";
import { type Form, formKey } from "../../form/ring/form.js";
import { formExpression } from "../../form/formExpression.js";
import { whole } from "../../form/ring/monomial.js";
import { formNames } from "../../form/ring/ring.js";
import { tryForm } from "../../form/tryForm.js";

/** What sines and cosines are taken multiples of, such as `sqrt(2)*x`, and the name that stands for it once it is free. */
export interface Angle {
  name: string;
  of: Expr;
  /** The names that turn it, its parameters not among them. */
  names: ReadonlySet<string>;
  /** The power of its name, where it is a multiple of one. */
  power?: number;
}

/** A summand of an argument. */
interface Term {
  scale: Rational;
  unit: Form;
}

/** An argument, and what of it turns. */
interface TurningSum {
  sum: Form;
  turning: Form[];
  rest: Form[];
}

/** Up to this whole multiple angles turn together; beyond it they drift apart and meet again as if they were free. */
const mostTurns = 24n;

/** The angles of some arguments: multiples of one unit are one angle, or several where they drift apart. */
export class Angles {
  readonly all: Angle[] = [];
  readonly #of = new Map<string, { angle: Angle; unit: Rational }>();
  /** Sums that are one angle each, by their keys. */
  readonly #whole: ReadonlySet<string>;

  constructor(
    private readonly ctx: Context,
    args: readonly Expr[],
    /** Whether a name turns angles, or is a parameter. */
    private readonly isTurning: (name: string) => boolean,
  ) {
    const sums = args.map((arg) => this.#turningSum(arg));
    this.#whole = wholeSums(
      sums.filter(({ sum }) => this.#isMultiple(sum)),
      sums,
    );
    const alike = new Map<string, Term[]>();
    for (const term of sums.flatMap((own) => this.#terms(own))) {
      const key = formKey(term.unit);
      if (this.#turns(term.unit)) alike.set(key, [...(alike.get(key) ?? []), term]);
    }
    for (const terms of alike.values()) this.#learn(terms);
  }

  /** An argument with a free name for each angle. */
  readonly freed = (arg: Expr): Expr => {
    const summands = this.#terms(this.#turningSum(arg)).map(({ scale, unit }) => {
      const known = this.#of.get(keyOf(scale, unit));
      if (!known) return formExpression(this.ctx, { ...unit, scale });
      return times(number(scale.div(known.unit)), symbol(known.angle.name));
    });
    return summands.length ? sumOf(...summands) : number(0n);
  };

  /** The summands of an argument, what is one angle together as one of them. */
  #terms({ sum, turning, rest }: TurningSum): Term[] {
    const own = this.#whole.has(keyOfUnit(sum)) ? [sum] : turning;
    return [...own, ...rest].map((form) => ({ scale: form.scale, unit: unitOf(form) }));
  }

  /** What of an argument turns, and the rest; nothing where it has no form. */
  #turningSum(arg: Expr): TurningSum {
    const { ring } = this.ctx;
    const form = tryForm(this.ctx, arg);
    const terms = form ? termsOf(ring, form) : [];
    const turning = terms.filter((term) => this.#turns(unitOf(term)));
    const rest = terms.filter((term) => !turning.includes(term));
    return { sum: add(ring, ...turning), turning, rest };
  }

  /** Whether a form is what turns, times a number. */
  #isMultiple(form: Form): boolean {
    const { ring } = this.ctx;
    return !this.#isMoving(formNames(ring, { ...form, mono: ring.monomials.one }));
  }

  #learn(terms: Term[]): void {
    const [{ unit }] = terms;
    const scales = [...new Map(terms.map(({ scale }) => [`${scale.abs()}`, scale.abs()])).values()];
    const least = scales.reduce(commonPart);
    const together = scales.every((scale) => scale.div(least).num <= mostTurns);
    const shared = together ? this.#angle(least, unit) : undefined;
    for (const scale of scales) {
      const own = shared
        ? { angle: shared, unit: least }
        : { angle: this.#angle(scale, unit), unit: scale };
      this.#of.set(keyOf(scale, unit), own);
    }
  }

  #angle(scale: Rational, unit: Form): Angle {
    const { ring } = this.ctx;
    const moving = unit.mono.atoms.flatMap((id, i) =>
      this.#isMoving(ring.atoms[id].names) ? [i] : [],
    );
    const isPower =
      this.#isMultiple(unit) &&
      moving.length === 1 &&
      ring.atoms[unit.mono.atoms[moving[0]]].kind === "symbol";
    const angle: Angle = {
      // What is read has no name with a space.
      name: `angle ${this.all.length + 1}`,
      of: formExpression(this.ctx, { ...unit, scale }),
      names: new Set([...formNames(ring, unit)].filter(this.isTurning)),
      ...(isPower ? { power: unit.mono.exponents[moving[0]] / whole } : {}),
    };
    this.all.push(angle);
    return angle;
  }

  #isMoving(names: ReadonlySet<string>): boolean {
    return [...names].some(this.isTurning);
  }

  /** Whether a summand turns freely. That of pi, fractions and integers comes round after a few steps. */
  #turns(unit: Form): boolean {
    const { ring, signs } = this.ctx;
    if (!this.#isMoving(formNames(ring, unit))) return false;
    const atoms = unit.mono.atoms.map((id) => ring.atoms[id]);
    const isCounted = atoms.every(
      (atom) => atom.kind === "pi" || (atom.kind === "symbol" && signs.isIntegerName(atom.name)),
    );
    return !(isCounted && unit.factors.length === 0 && atoms.some(({ kind }) => kind === "pi"));
  }
}

/**
 * The sums that no other argument shares a part with, but for multiples of the same: they turn as one. The angles of
 * their parts would be tied to each other, and a descent does not get along where sin(20 a + b) stands beside cos(a).
 */
function wholeSums(among: readonly TurningSum[], all: readonly TurningSum[]): Set<string> {
  const sharers = new Map<string, Set<string>>();
  for (const { sum, turning } of all)
    for (const key of turning.map(keyOfUnit))
      sharers.set(key, (sharers.get(key) ?? new Set()).add(keyOfUnit(sum)));
  const isAlone = (term: Form) => sharers.get(keyOfUnit(term))!.size === 1;
  return new Set(
    among.filter(({ turning }) => turning.some(isAlone)).map(({ sum }) => keyOfUnit(sum)),
  );
}

const unitOf = (form: Form): Form => ({ ...form, scale: rationalOne });
const keyOfUnit = (form: Form): string => formKey(unitOf(form));

/** The largest fraction of which two are whole multiples. */
const commonPart = (a: Rational, b: Rational): Rational =>
  Rational.of(gcd(a.num * b.den, b.num * a.den), a.den * b.den);

const keyOf = (scale: Rational, unit: Form): string => `${scale.abs()} ${formKey(unit)}`;
