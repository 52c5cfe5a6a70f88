import { Rational } from "../../../num/index.js";
import { type Assumptions, integerNames, nameBounds } from "../../assumptions/assumptions.js";
import { isNoAnswer } from "../../tree/errors.js";
import { evaluate, type Point } from "../../evaluate/evaluate.js";
import { countWork } from "../../tree/work.js";
import { math } from "../descent/descend.js";
import type { Angle } from "./angles.js";

/** An angle as a multiple of a power of its name, and the phase that it is to have. */
interface Target {
  factor: number;
  power: number;
  phase: number;
}

/** A whole turn, as near as a double comes: what is found so is judged exactly. */
const turn = 2 * Math.PI;
/** Turns that are tried, one after the other and with ever larger strides: slow beats take long. */
const strides = [1, 1e3, 1e6];
/** Some tenths of a second of work with doubles, which only says where to look. */
const mostTurns = 150_000;
/** Turns that cost as much as a product of two terms. */
const turnsOfWork = 4;

/**
 * Points at which angles come near the phases that they have at a point where they are free (simultaneous approximation),
 * near ones and far ones. None where an angle is no multiple of a power of one name.
 */
export function meetings(angles: readonly Angle[], at: Point, assumptions: Assumptions): Point[] {
  const targets = new Map<string, Target[]>();
  for (const angle of angles) {
    const { power = 0, names } = angle;
    const [name, ...others] = names;
    const factor = others.length === 0 && power > 0 ? factorOf(angle, name, at) : 0;
    if (!factor) return [];
    const phase = at.symbols.get(angle.name)!.toNumber();
    targets.set(name, [...(targets.get(name) ?? []), { factor, power, phase }]);
  }
  const integers = integerNames(assumptions);
  const bounds = nameBounds(assumptions);
  const found = [...targets].map(([name, own]): [string, Rational[]] => {
    const { lower, upper } = bounds.get(name) ?? {};
    const range: [number, number] = [lower?.toNumber() ?? -Infinity, upper?.toNumber() ?? Infinity];
    return [name, strides.flatMap((stride) => meetingsOf(own, integers.has(name), range, stride))];
  });
  const most = Math.max(...found.map(([, values]) => values.length));
  if (found.some(([, values]) => values.length === 0)) return [];
  const fixed = [...at.symbols].filter(([name]) => !angles.some((own) => own.name === name));
  return Array.from({ length: most }, (_, i) => {
    const own = found.map(([name, values]): [string, Rational] => [
      name,
      values[i % values.length],
    ]);
    return { ...at, symbols: new Map([...fixed, ...own]) };
  });
}

/** What an angle is where its name is 1. */
function factorOf({ of }: Angle, name: string, at: Point): number | undefined {
  try {
    const point = { ...at, symbols: new Map(at.symbols).set(name, Rational.of(1n)) };
    const { lo, hi } = math.wide(evaluate(of, point, math));
    return Number(lo + hi) / 2 ** (math.bits + 1);
  } catch (error) {
    if (isNoAnswer(error)) return undefined;
    throw error;
  }
}

/** Values of one name in a range that meet all targets best, of those that are about as far out. */
function meetingsOf(
  targets: Target[],
  isInteger: boolean,
  [least, most]: [number, number],
  stride: number,
): Rational[] {
  countWork((mostTurns * targets.length) / turnsOfWork);
  // The one that turns fastest is met exactly, so that the others are as exact as doubles are.
  const [{ factor, power, phase }] = [...targets].sort(
    (a, b) => b.power - a.power || Math.abs(b.factor) - Math.abs(a.factor),
  );
  const nearest = Math.min(Math.max(0, least), most);
  const first = Math.round(isInteger ? nearest : (factor * nearest ** power - phase) / turn);
  const best = new Map<number, { value: number; miss: number }>();
  for (let k = 0; k < mostTurns; k++) {
    const by = first + stride * (k % 2 ? -(k + 1) / 2 : k / 2);
    const value = isInteger ? by : rootOf((phase + by * turn) / factor, power);
    if (!(value >= least && value <= most)) continue;
    const miss = targets.reduce((sum, target) => sum + missOf(target, value) ** 2, 0);
    const distance = Math.ceil(Math.log2(k + 1) / 2);
    const known = best.get(distance);
    if (!known || miss < known.miss) best.set(distance, { value, miss });
  }
  return [...best.values()].map(({ value }) => Rational.ofDouble(value));
}

const rootOf = (value: number, power: number): number =>
  power === 1 ? value : value < 0 ? NaN : value ** (1 / power);

/** How far an angle is from its phase. */
function missOf({ factor, power, phase }: Target, value: number): number {
  const angle = factor * (power === 1 ? value : value ** power) - phase;
  return angle - turn * Math.round(angle / turn);
}
