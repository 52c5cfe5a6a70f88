import { type Assumptions, type Fact, factHolds, generic } from "../assumptions/assumptions.js";
import { Rational } from "../../num/index.js";
import { isNoAnswer } from "../tree/errors.js";
import type { Expr } from "../tree/expression.js";
import { bitsOf } from "../tree/lengths.js";
import { constantNames, freeNames } from "../tree/names.js";
import { evaluate, type Point } from "./evaluate.js";
import { Arithmetic, isExact } from "./value.js";

const exact = new Arithmetic();
/** How far inside a comparison a name is moved: first well, then little, since what is assumed may leave a narrow strip. */
const margins = [Rational.of(1n), Rational.of(1n, 2n), Rational.of(2n)];
const narrow = [1n << 6n, 1n << 12n, 1n << 20n].map((den) => Rational.of(1n, den));
/** Rounds with wide margins, then all: comparisons that hang together settle in as many rounds as there are. */
const [wideRounds, rounds] = [6, 12];
const onIt = Rational.of(0n);
/** Each step along a curve doubles the digits of a value: one with so many bits is taken to the next short fraction. */
const mostBits = 200;
/** Fractions with denominators up to this are looked for near a long value. */
const short = 1n << 32n;
type Comparison = Fact & { kind: "compare" };
const namesIn = (expr: Expr): string[] =>
  [...freeNames(expr)].filter((name) => !constantNames.has(name));

/** The comparisons between names, which picking values name by name seldom meets. */
export function comparisonsOfNames(assumptions: Assumptions): Comparison[] {
  return assumptions.facts.flatMap((fact) =>
    fact.kind === "compare" && fact.relation !== "!=" && namesIn(fact.expr).length > 1
      ? [fact]
      : [],
  );
}

/** A point moved name by name just inside the comparisons that it fails. */
export function repaired(
  point: Point,
  facts: Comparison[],
  integers: ReadonlySet<string>,
  salt: number,
): Point {
  const symbols = new Map(point.symbols);
  const own: Point = { ...point, symbols };
  for (let round = 0; round < rounds; round++) {
    const failing = (round % 2 ? [...facts].reverse() : facts).filter((fact) => {
      if (generic(fact.expr, own) || factHolds(fact, own, exact)) return false;
      move(own, symbols, fact, { integers, salt: salt + round, by: margin(fact, salt, round) });
      return true;
    });
    if (failing.length === 0) break;
  }
  return own;
}

function shortened(value: Rational): Rational {
  if (bitsOf(value.num) + bitsOf(value.den) <= mostBits) return value;
  return Rational.of((value.num * short) / value.den, short);
}

function margin({ relation }: Comparison, salt: number, round: number): Rational {
  if (round < wideRounds) return margins[(salt + round) % margins.length];
  return round % 2 && relation === ">=" ? onIt : narrow[(salt + round) % narrow.length];
}

/** Moves one name so that a linear comparison holds by a margin. */
function move(
  point: Point,
  symbols: Map<string, Rational>,
  { expr }: Comparison,
  { integers, salt, by }: { integers: ReadonlySet<string>; salt: number; by: Rational },
): void {
  const names = [...freeNames(expr)].filter((name) => symbols.has(name));
  const name = names[salt % names.length];
  const old = symbols.get(name)!;
  const at = (value: Rational) => {
    symbols.set(name, value);
    const found = evaluate(expr, point, exact);
    return isExact(found) ? found : undefined;
  };
  let next = old;
  try {
    const [here, there] = [at(old), at(old.add(Rational.of(1n)))];
    const slope = here && there && there.sub(here);
    if (here && slope && slope.sign !== 0) {
      next = shortened(old.add(by.sub(here).div(slope)));
      if (integers.has(name)) {
        next = Rational.of(slope.sign > 0 ? -next.neg().floor() : next.floor());
      }
    }
  } catch (error) {
    if (!isNoAnswer(error)) throw error;
  }
  symbols.set(name, next);
}
