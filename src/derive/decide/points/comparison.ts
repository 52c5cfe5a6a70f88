import { Diverges, isNoAnswer, reasonOf, Undefined } from "../../tree/errors.js";
import { type Budget, evaluate, type Point } from "../../evaluate/evaluate.js";
import { intervals } from "../../evaluate/interval.js";
import { Arithmetic, isExact, type Value } from "../../evaluate/value.js";
import { rationalZero } from "../../tree/constants.js";
import type { Expr } from "../../tree/expression.js";
import { finerPrecisions, precisions } from "./precision.js";
import { valueTexts } from "./valueText.js";

/** Whether a relation holds between two values; undefined where their enclosures do not tell. */
export type Holds = (left: Value, right: Value, math: Arithmetic) => boolean | undefined;

/** Two sides at a point. */
export interface Comparison {
  holds?: boolean;
  exact?: boolean;
  texts?: [string, string];
  /** The texts of the two sides where at least one has no value; both "undefined" where neither has. */
  undefined?: [string, string];
  /** Whether a side has no value because an integral in it does not converge. */
  diverges?: boolean;
  failure?: string;
  /** Bits to which the sides are alike, where no precision told them apart. */
  alike?: number;
}

const exact = new Arithmetic();

/** Compares two sides at points: exactly where that is possible, else with ever finer enclosures. */
export class Comparing {
  readonly #coarse = precisions.map((bits) => new Arithmetic(intervals(bits)));
  readonly #finer: Arithmetic[];

  /** @param gap the difference as a form has it, whose exact value 0 says that the sides are equal */
  constructor(
    private readonly sides: readonly [Expr, Expr],
    private readonly holds: Holds,
    private readonly gap?: Expr,
  ) {
    this.#finer = finerPrecisions(sides).map((bits) => new Arithmetic(intervals(bits)));
  }

  /** Whether the relation holds between equal values. */
  get ofEquals(): boolean {
    return this.holds(rationalZero, rationalZero, exact) === true;
  }

  at(point: Point, budget: Budget, fine: boolean): Comparison {
    let alike = 0;
    let failure: string | undefined;
    for (const math of [exact, ...this.#coarse, ...(fine ? this.#finer : [])]) {
      const lost = math.lost;
      const [a, b] = this.sides.map((side) => sideAt(side, point, math, budget));
      if (a instanceof Undefined || b instanceof Undefined) {
        const other = a instanceof Undefined ? b : a;
        if (other instanceof Undefined) return { undefined: ["undefined", "undefined"] };
        if (other instanceof Error) {
          failure ??= reasonOf(other);
          continue;
        }
        const diverges = a instanceof Diverges || b instanceof Diverges;
        return { undefined: [textOf(a, math), textOf(b, math)], diverges };
      }
      if (a instanceof Error || b instanceof Error) {
        failure ??= reasonOf(a instanceof Error ? a : (b as Error));
        continue;
      }
      const verdict = this.holds(a, b, math);
      if (verdict !== undefined) {
        const texts = verdict ? undefined : valueTexts([a, b], math.bits);
        return { holds: verdict, exact: isExact(a) && isExact(b), texts };
      }
      if (this.#equal(point, budget)) {
        const holds = this.ofEquals;
        return { holds, exact: true, texts: holds ? undefined : valueTexts([a, b], math.bits) };
      }
      if (math.lost === lost) alike = math.bits;
      else failure ??= "a value is too small to be told from 0";
    }
    if (this.#finer.length === 0) failure ??= "numbers are too long to tell their values apart";
    return alike && this.#finer.length
      ? { alike }
      : { failure: failure ?? "the sides have no values" };
  }

  /** Whether the difference is 0 in exact arithmetic, what is irrational having cancelled in its form. */
  #equal(point: Point, budget: Budget): boolean {
    if (!this.gap) return false;
    const value = sideAt(this.gap, point, exact, budget);
    return !(value instanceof Error) && isExact(value) && value.sign === 0;
  }
}

const textOf = (side: Value | Error, { bits }: Arithmetic): string =>
  side instanceof Error ? `undefined: ${side.message}` : valueTexts([side, side], bits)[0];

function sideAt(expr: Expr, point: Point, math: Arithmetic, budget: Budget): Value | Error {
  try {
    return evaluate(expr, point, math, budget);
  } catch (error) {
    if (isNoAnswer(error)) return error;
    throw error;
  }
}
