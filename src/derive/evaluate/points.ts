import { Rational } from "../../num/index.js";
import {
  admits,
  assumedNames,
  type Assumptions,
  integerNames,
  nameBounds,
} from "../assumptions/assumptions.js";
import type { Expr } from "../tree/expression.js";
import { outcomesIn } from "../functions/events.js";
import { constantNames, families, freeNames } from "../tree/names.js";
import { candidates, levels } from "./candidates.js";
import { alikeEntries, alikeKinds, entryChooser, hash } from "./entries.js";
import type { Point } from "./evaluate.js";
import { limitFactors, limitNames } from "./limitNames.js";
import { comparisonsOfNames, repaired } from "./repair.js";
import { Arithmetic } from "./value.js";

/** Points of each level: its values are about a dozen, and those for several names are paired at random. */
const perLevel = 60;
/** More combinations than will ever be tried; their exact number does not matter. */
const countless = 1e9;

/**
 * Points that satisfy the assumptions, in an order that is the same each time.
 *
 * @param most of each level; the fewer, the sooner large and odd values come
 */
export function* points(
  exprs: Expr[],
  assumptions: Assumptions,
  arithmetic: Arithmetic,
  most = perLevel,
): Generator<Point> {
  const names = new Set([...assumedNames(assumptions)]);
  for (const expr of exprs) for (const name of freeNames(expr)) names.add(name);
  for (const name of [...constantNames, "Infinity"]) names.delete(name);
  const free = [...names].sort();
  const counts = limitNames(exprs);
  const factors = limitFactors(exprs);
  const integers = integerNames(assumptions);
  const bounds = nameBounds(assumptions);
  const outcomes = outcomesIn(exprs);
  const entries = entryChooser(assumptions, arithmetic);
  const comparisons = comparisonsOfNames(assumptions);
  const seen = new Set<string>();
  // Without names, entries or events there is one point.
  const hasFamilies = exprs.some((expr) => families(expr).size > 0);
  const varied = hasFamilies || outcomes.size > 0;
  for (const [level, values] of levels.entries()) {
    const choices = free.map((name) => {
      const whole = integers.has(name) || counts.has(name);
      const own = candidates(values, level, whole, bounds.get(name), counts.has(name));
      const factor = integers.has(name) ? undefined : factors.get(name);
      // A multiple that counts leaves room for fractions of its name.
      return factor && level > 1 ? [...own, ...own.map((value) => value.div(factor))] : own;
    });
    if (choices.some((own) => own.length === 0)) continue;
    const total = choices.reduce((product, own) => Math.min(product * own.length, countless), 1);
    let misses = 0;
    // What is assumed may exclude most: twelve tries for each point, unless nearly all that come were there before.
    for (let trial = 0, given = 0; given < most && trial < most * 12; trial++) {
      if (free.length === 0 && (trial >= (varied ? 3 : 1) || (level > 0 && !varied))) break;
      // All combinations of the level came more than once.
      if (misses > total * 3 + 20) break;
      // Where combinations are few, each is taken once before any comes again.
      const picked = pick(choices, trial, total, most * 8);
      const key = picked.map(textOf).join();
      if (free.length && seen.has(key)) {
        misses++;
        continue;
      }
      seen.add(key);
      const symbols = new Map(free.map((name, i) => [name, picked[i]]));
      let moved: ReadonlyMap<string, Rational> = symbols;
      // A prime above the points of a level keeps the salts of levels apart.
      const salt = level * 97 + trial;
      const point: Point = {
        symbols,
        outcomes,
        entry: (name, indices) => entries(name, indices, salt, moved),
        weight: (measure, outcome) => weightOf(hash(`${measure}${outcome}`, salt), salt),
      };
      const own = comparisons.length ? repaired(point, comparisons, integers, trial) : point;
      moved = own.symbols;
      if (!admits(assumptions, own, arithmetic)) continue;
      given++;
      yield own;
      if (!hasFamilies || level > 1) continue;
      for (const kind of alikeKinds) {
        const alike: Point = { ...own, entry: alikeEntries(kind, own, entries), beside: true };
        if (admits(assumptions, alike, arithmetic)) yield alike;
      }
    }
  }
}

/** Most values are tried in many places, and none of them is written out more than once. */
const texts = new WeakMap<Rational, string>();
function textOf(value: Rational): string {
  const known = texts.get(value);
  if (known !== undefined) return known;
  const text = `${value}`;
  texts.set(value, text);
  return text;
}

/** Small weights; at every fourth point some are 0, since an event may be impossible. */
function weightOf(mixed: number, salt: number): Rational {
  const impossible = salt % 4 === 3 && (mixed >>> 8) % 3 === 0;
  return Rational.of(impossible ? 0n : BigInt(1 + (mixed % 7)));
}

/** All combinations while they are few, else a walk that visits each coordinate's values at its own pace. */
function pick(choices: Rational[][], trial: number, total: number, few: number): Rational[] {
  let rest = total <= few ? trial % total : -1;
  return choices.map((own, i) => {
    if (rest < 0) return own[hash(`${i}`, trial) % own.length];
    const value = own[rest % own.length];
    rest = Math.floor(rest / own.length);
    return value;
  });
}
