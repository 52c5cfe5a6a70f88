import type { Expr } from "../../tree/expression.js";
import type { Fact, Need } from "../claim/claim.js";
import type { Point } from "../claim/point.js";
import { attempt, type Field, type Outcome, valueOf } from "../numbers/field.js";
import { evaluate } from "../evaluate/evaluate.js";
import { nowhere } from "../points/entries.js";
import { type Fraction, fractionText, minus, readFraction, signOf } from "../numbers/fraction.js";
import { longNumbers } from "../numbers/long.js";
import { relates } from "../numbers/relates.js";
import { admissible, meets } from "../points/admit.js";
import { Domain } from "../points/points.js";
import { ComplexEvaluation, type Kinds } from "./evaluate.js";
import type { Pair } from "./pairs.js";

/** What two sides came to at a complex point. */
export interface ComplexPoint {
  point: Record<string, string>;
  lhs: string;
  rhs: string;
  found: "differ" | "no value";
  /** Whether a value is one of several branches. */
  branched: boolean;
  /** Whether the point meets the conditions. */
  met: boolean;
}

/** Where points are looked for: real names and the parts of complex ones. */
export interface ComplexDomain {
  kinds: Kinds;
  /** Expressions in which the names of all parts stand. */
  exprs: readonly Expr[];
  facts: readonly Fact[];
  needs: readonly Need[];
}

/** Points that judge a claim, and rounds to find them: a wrong equation between analytic functions fails at most points. */
const enough = 10;
const mostRounds = 36;
/** What a side may cost at one point, in operations on doubles. */
const steps = 400_000;
/** What is printed as 0. */
const negligible = 1e-40;

/** Looks for complex points at which two sides differ, or one alone has a value; says at how many they were seen to agree. */
export function lookAtComplex(
  left: Expr,
  right: Expr,
  { kinds, exprs, facts, needs }: ComplexDomain,
): { failure?: ComplexPoint; agreed: number } {
  const domains = [new Domain(exprs, facts, needs)];
  // Where a condition fails a claim may fail, too.
  if (needs.length) domains.push(new Domain(exprs, facts));
  const budget = { steps: 60_000 };
  let agreed = 0;
  let without: ComplexPoint | undefined;
  for (const domain of domains) {
    for (let round = 0, seen = 0; round < mostRounds && seen < enough; round++) {
      if (domain.constant && round > 0) break;
      const point = admissible(domain, round, budget);
      if (!point) continue;
      const met = needs.every((need) => valueOf(() => meets(need, point)) === true);
      if (!met && domain === domains[0]) continue;
      const found = compared(left, right, point, kinds);
      if (found) seen++;
      if (found === "agree") agreed++;
      else if (found) {
        const failure = { point: placeOf(point), met, ...found };
        if (found.found === "differ") return { failure, agreed };
        if (met) without ??= failure;
      }
    }
  }
  return { failure: without, agreed };
}

/** Whether real expressions certainly have values at a point that is told by fractions. */
export function haveValues(exprs: readonly Expr[], at: Readonly<Record<string, string>>): boolean {
  const values = new Map<string, Fraction>();
  for (const [name, text] of Object.entries(at)) {
    if (!/^-?\d+(\/\d+)?$/.test(text)) return false;
    values.set(name.replace(/\s/g, ""), readFraction(text));
  }
  const point: Point = { ...nowhere, values };
  const field = longNumbers(192);
  return exprs.every(
    (expr) => valueOf(() => evaluate(expr, point, field, { steps })) !== undefined,
  );
}

type Told = "agree" | Omit<ComplexPoint, "point" | "met"> | undefined;

const compared = (left: Expr, right: Expr, point: Point, kinds: Kinds): Told =>
  [192, 600].reduce<Told>(
    (told, bits) => told ?? over(longNumbers(bits), left, right, point, kinds),
    undefined,
  );

function over<V>(field: Field<V>, left: Expr, right: Expr, point: Point, kinds: Kinds): Told {
  const budget = { steps };
  const branches = new Set<string>();
  const [one, other] = [left, right].map((side): Outcome<Pair<V>> =>
    attempt(() => new ComplexEvaluation(point, field, budget, kinds, branches).of(side)),
  );
  if (one === undefined || other === undefined) return undefined;
  if (one === "no value" || other === "no value") {
    if (one === other) return undefined;
    const words = (side: typeof one) => (side === "no value" ? side : shown(field, side!.value));
    const [lhs, rhs] = [words(one), words(other)];
    return { found: "no value", lhs, rhs, branched: branches.size > 0 };
  }
  const zero = field.of({ n: 0n, d: 1n });
  const gaps = [
    field.add(one.value.re, field.neg(other.value.re)),
    field.add(one.value.im ?? zero, field.neg(other.value.im ?? zero)),
  ];
  const same = gaps.map((gap) => relates(field, gap, "="));
  if (same.includes(false))
    return {
      found: "differ",
      lhs: shown(field, one.value),
      rhs: shown(field, other.value),
      branched: branches.size > 0,
    };
  const isNear = gaps.every((gap) => field.width(gap) < 1e-12);
  return same.every((told) => told === true) || isNear ? "agree" : undefined;
}

/** A value as it is printed, `≈ 0.54030231 + 0.84147098*i`. */
function shown<V>(field: Field<V>, { re, im }: Pair<V>): string {
  const exact = [re, im].map((part) => (part === undefined ? undefined : field.exactly(part)));
  if (exact[0] && (im === undefined || exact[1]))
    return complexText(exact[0], exact[1] ?? { n: 0n, d: 1n });
  const near = (value: V) => {
    const about = Number(field.near(value).toPrecision(9));
    return `${Math.abs(about) < negligible ? 0 : about}`;
  };
  const size = im === undefined ? "0" : near(im);
  if (size === "0") return `≈ ${near(re)}`;
  return size.startsWith("-") ? `≈ ${near(re)} - ${size.slice(1)}*i` : `≈ ${near(re)} + ${size}*i`;
}

/** `1/2 - 3*i` */
export function complexText(re: Fraction, im: Fraction): string {
  if (im.n === 0n) return fractionText(re);
  const size = fractionText(signOf(im) < 0 ? minus(im) : im);
  const own = size === "1" ? "i" : `${size}*i`;
  if (re.n === 0n) return signOf(im) < 0 ? `-${own}` : own;
  return `${fractionText(re)} ${signOf(im) < 0 ? "-" : "+"} ${own}`;
}

/** The point as a reader is shown it, complex names by one value. */
function placeOf({ values }: Point): Record<string, string> {
  const shownValues = new Map<string, string>();
  for (const [key, value] of [...values].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const [, part, name, rest] = /^(re|im)\((.+?)\)(\[.*\])?$/.exec(key) ?? [];
    if (part === undefined) shownValues.set(key, fractionText(value));
    else if (part === "re") {
      const im = values.get(`im(${name})${rest ?? ""}`) ?? { n: 0n, d: 1n };
      shownValues.set(`${name}${rest ?? ""}`, complexText(value, im));
    }
  }
  return Object.fromEntries([...shownValues].sort(([a], [b]) => (a < b ? -1 : 1)));
}
