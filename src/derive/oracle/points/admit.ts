import type { Fact, Need } from "../claim/claim.js";
import { isExactlyZero } from "../evaluate/exact.js";
import { doubles } from "../numbers/doubles.js";
import { type Budget, evaluate, Evaluation } from "../evaluate/evaluate.js";
import { cannotTell, type Field, valueOf } from "../numbers/field.js";
import {
  type Fraction,
  fraction,
  isWhole,
  nearFraction,
  plus,
  times,
} from "../numbers/fraction.js";
import { longNumbers } from "../numbers/long.js";
import type { Point } from "../claim/point.js";
import type { Domain } from "./points.js";
import { relates } from "../numbers/relates.js";
import { namesIn } from "../claim/tree.js";

type Compare = Fact & { kind: "compare" };
/** Facts are judged with more bits than sides, so that a point at an edge is admitted for certain. */
const fine = longNumbers(200);
/** Moves onto one fact after the other: what hangs together settles in a few times as many as there are facts. */
const mostRepairs = 14;

export function factHolds(
  { expr, relation }: Compare,
  point: Point,
  budget: Budget,
): boolean | undefined {
  const by = <V>(field: Field<V>) =>
    valueOf(() => relates(field, evaluate(expr, point, field, budget), relation));
  const told = by(doubles) ?? by(fine);
  if (told !== undefined || !isExactlyZero(expr, point)) return told;
  return relation === ">=" || relation === "=";
}

/** An admissible point of a round: what fails at the one drawn is mended, name by name. */
export function admissible(domain: Domain, round: number, budget: Budget): Point | undefined {
  const point = domain.point(round);
  const facts = domain.specific;
  for (let i = 0; i <= mostRepairs; i++) {
    const broken = facts.find((fact) => factHolds(fact, point, budget) !== true);
    if (!broken)
      return wholeAsAsked(domain, point) && domain.fits(point.values) ? point : undefined;
    if (i < mostRepairs) repair(domain, point, broken, { round, attempt: i, budget });
  }
  return undefined;
}

const wholeAsAsked = ({ integers }: Domain, { values }: Point): boolean =>
  [...integers].every((name) => isWhole(values.get(name) ?? fraction(0)));

/** How far from a bound a value is put: the nearer the more often it has failed, and on it now and then. */
const offsets = [1, 1 / 2, 1 / 3, 2, 1 / 10, 5, 1 / 100, 1 / 7, 1 / 1000, 20].map((offset) =>
  nearFraction(offset)!,
);

/** Moves one name to where a fact holds: beyond its root, or on it. */
function repair(
  domain: Domain,
  point: Point,
  fact: Compare,
  { round, attempt, budget }: { round: number; attempt: number; budget: Budget },
): void {
  const names = touched(fact, point, budget);
  if (names.length === 0) return;
  const name = names[(round + attempt) % names.length];
  const whole = domain.whole(name, round);
  if (fact.relation === "!=") {
    point.values.set(name, domain.draw(name, round + attempt + 1));
    return;
  }
  const found = rootOf(fact, point, name, budget);
  if (!found) {
    point.values.set(name, domain.draw(name, round + 7 * attempt + 1));
    return;
  }
  const { root, rising } = found;
  if (fact.relation === "=") {
    point.values.set(name, root);
    return;
  }
  // One value in five lies on the edge itself, where a strict and a weak relation differ.
  const onIt = fact.relation === ">=" && (round + attempt) % 5 === 4;
  const offset = onIt ? fraction(0) : offsets[(round + attempt) % offsets.length];
  const value = plus(root, rising ? offset : times(fraction(-1), offset));
  point.values.set(name, whole ? rounded(value, rising) : value);
}

function rounded({ n, d }: Fraction, up: boolean): Fraction {
  const below = n >= 0n ? n / d : -((-n + d - 1n) / d);
  return fraction(up && below * d !== n ? below + 1n : below);
}

/** Indices of a range at which a condition on all of them is checked, and operations for a range of reals. */
const longestRange = 300n;
const mostSteps = 20_000;

/** A value that no entry has, to see whether a fact depends on it. */
const elsewhere = 1e9;

/** The names and entries of a fact that have values of their own. */
function touched({ expr }: Compare, point: Point, budget: Budget): string[] {
  const found = [...namesIn(expr)].filter((name) => point.values.has(name));
  const entries = [...point.values.keys()].filter((key) => key.includes("["));
  const evaluation = new Evaluation(point, doubles, budget);
  for (const key of entries) {
    const other = valueOf(() => evaluation.with(key, { lo: elsewhere, hi: elsewhere }).of(expr));
    const own = valueOf(() => evaluation.of(expr));
    if (other && own && (other.lo !== own.lo || other.hi !== own.hi)) found.push(key);
  }
  return found;
}

/** Secants double their digits near a root: what has not settled by then goes round. */
const mostSecants = 40;

/** Where a fact's tree is 0 in one name, by secants from its value and beside it. */
function rootOf(
  { expr }: Compare,
  point: Point,
  name: string,
  budget: Budget,
): { root: Fraction; rising: boolean } | undefined {
  const evaluation = new Evaluation(point, doubles, budget);
  const at = (x: number) => {
    const value = valueOf(() => evaluation.with(name, { lo: x, hi: x }).of(expr));
    return value && doubles.near(value);
  };
  const { n, d } = point.values.get(name) ?? fraction(0);
  let x = Number(n) / Number(d);
  let [before, step] = [at(x), 1];
  for (let i = 0; i < mostSecants; i++) {
    const after = at(x + step);
    if (before === undefined || after === undefined) return undefined;
    const slope = (after - before) / step;
    if (slope === 0 || !Number.isFinite(slope)) return undefined;
    const move = -before / slope;
    const next = x + move;
    // Ten digits are enough for a fraction to be recognised; a secant no shorter than 1e-7 keeps half of a double's.
    if (Math.abs(move) <= 1e-10 * Math.max(1, Math.abs(x)) || before === 0) {
      const root = nearFraction(x);
      return root && { root, rising: slope > 0 };
    }
    [x, step] = [
      next,
      Math.max(1e-7 * Math.max(1, Math.abs(next)), Math.min(1, Math.abs(move) / 8)),
    ];
    before = at(x);
  }
  return undefined;
}

/** Whether a point certainly meets an open condition, over all of its scopes. */
export function meets({ need, expr, scopes }: Need, point: Point): boolean {
  if (need === "exponent") return false;
  const over = (evaluation: Evaluation<{ lo: number; hi: number }>, i: number): boolean => {
    if (i < scopes.length) return within(evaluation, i);
    const value = evaluation.of(expr);
    if (need !== "count" && need !== "integer") {
      const relation = need === "nonzero" ? "!=" : need === "positive" ? ">" : ">=";
      return relates(doubles, value, relation) === true;
    }
    const exact = doubles.exactly(value);
    return exact !== undefined && isWhole(exact) && (need === "integer" || exact.n >= 0n);
  };
  const within = (evaluation: Evaluation<{ lo: number; hi: number }>, i: number): boolean => {
    const { name, lower, upper, integer } = scopes[i];
    if (!integer && (!lower || !upper)) return cannotTell("every value of a name");
    if (integer) {
      // Of every entry, those about 0 tell: the others are chosen as the condition says.
      const [from, to] = [lower, upper].map((limit, side) =>
        limit ? evaluation.integer(limit) : side ? 20n : -5n,
      );
      if (to - from > longestRange) return cannotTell("a long range");
      for (let k = from; k <= to; k++)
        if (!over(evaluation.with(name, doubles.of(fraction(k))), i + 1)) return false;
      return true;
    }
    // A range of reals in pieces: the condition must hold on each.
    const [from, to] = [evaluation.of(lower!), evaluation.of(upper!)];
    const [least, most] = [Math.min(from.lo, to.lo), Math.max(from.hi, to.hi)];
    const pieces = 64; // over each a range of doubles bounds the condition
    return Array.from({ length: pieces }, (_, k) => ({
      lo: least + ((most - least) * k) / pieces,
      hi: least + ((most - least) * (k + 1)) / pieces,
    })).every((piece) => over(evaluation.with(name, piece), i + 1));
  };
  return valueOf(() => over(new Evaluation(point, doubles, { steps: mostSteps }), 0)) ?? false;
}
