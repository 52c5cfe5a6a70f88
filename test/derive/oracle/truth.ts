import type { Random } from "../../../src/index.js";
import { evaluateTerm, type Point } from "./evaluate.js";
import { reals } from "./field.js";
import { isWhole, minus, plus, type Q, q, readQ, times, writeQ } from "./rational.js";
import {
  add,
  argsOf,
  div,
  freeNames,
  mul,
  neg,
  node,
  num,
  pow,
  readTerm,
  type Term,
} from "./term.js";
import { compareV, minusV, productV, sumV, Unclear, Undefined } from "./value.js";

/** A claim in texts, as a claims file states it. */
export interface Claim {
  id?: string;
  lhs: string;
  relation?: string;
  rhs: string;
  assumptions: string[];
}

/** What the tests' own evaluation found of a claim at the points that it tried. */
export interface Truth {
  /** Points at which the claim held, both sides defined. */
  held: number;
  /** A point at which both sides are defined and the claim fails. */
  fails?: string;
  /** A point at which exactly one side, or neither, is defined. */
  gap?: string;
}

/** Tries a claim at admissible points until it fails, or holds at `enough` of them. */
export function truthOf(claim: Claim, random: Random, enough = 8): Truth {
  const holds = comparison(claim);
  const truth: Truth = { held: 0 };
  const seen = new Set<string>();
  for (let tries = 0; tries < 40 * enough && truth.held < enough; tries++) {
    const point = randomPoint(claim, random, tries);
    const text = pointText(point);
    if (seen.has(text) && point.names.size) continue;
    seen.add(text);
    const found = at(point, claim, holds);
    if (found === "fails") return { ...truth, fails: text };
    if (found === "holds") truth.held++;
    if (found === "gap") truth.gap ??= text;
    if (point.names.size === 0 && tries > 3) break; // nothing to vary
  }
  return truth;
}

/** Whether a claim fails at the point that a witness names, both sides being defined there; undefined if that cannot be told. */
export function failsAt(claim: Claim, witness: Record<string, string>): boolean | undefined {
  const found = findingAt(claim, witness);
  return found === "fails" ? true : found === "holds" || found === "outside" ? false : undefined;
}

/** What a claim comes to at the point that a witness names. */
export function findingAt(claim: Claim, witness: Record<string, string>): Finding {
  const given = new Map<string, Q>();
  const entries = new Map<string, Q>();
  try {
    for (const [key, text] of Object.entries(witness)) {
      if (/^\w+$/.test(key)) given.set(key, readQ(text));
      else entries.set(key.replace(/\s/g, ""), readQ(text));
    }
  } catch {
    return "unclear"; // a value that is no fraction
  }
  const point: Point = {
    names: given,
    entry(family, indices) {
      const value = entries.get(`${family}[${indices.join()}]`);
      if (!value) throw new Unclear(`no value for ${family}[${indices.join()}]`);
      return value;
    },
    weight: () => {
      throw new Unclear("no weights");
    },
    outcomes: new Map(),
  };
  return at(point, claim, comparison(claim));
}

/** A gap is a point at which a side has no value. */
export type Finding = "holds" | "fails" | "gap" | "outside" | "unclear";

function at(point: Point, claim: Claim, holds: (point: Point) => boolean): Finding {
  try {
    if (!claim.assumptions.every((text) => admits(text, point))) return "outside";
  } catch (error) {
    if (error instanceof Undefined) return "outside";
    if (error instanceof Unclear) return "unclear";
    throw error;
  }
  try {
    return holds(point) ? "holds" : "fails";
  } catch (error) {
    if (error instanceof Undefined) return "gap";
    if (error instanceof Unclear) return "unclear";
    throw error;
  }
}

const integerForm = /^\s*(\w+)\s+(integer|real|density)\b(.*)$/;
const genericForm = /^\s*(\w+)\[\w+(?:, *\w+)?\]\s*(>=|>|<|!=)\s*0\s*$/;

function admits(text: string, point: Point): boolean {
  const words = integerForm.exec(text);
  if (words?.[2] === "density" || genericForm.test(text)) return true;
  if (words) {
    const value = point.names.get(words[1]);
    if (words[2] === "integer" && value && !isWhole(value)) return false;
    return words[3].trim() === "" || admits(`${words[1]} ${words[3]}`, point);
  }
  // Where a name goes is said of no point.
  if (text.includes("->")) return true;
  const pieces = text.split(/(<=|>=|!=|<|>)/);
  for (let i = 1; i < pieces.length; i += 2) {
    if (![pieces[i - 1], pieces[i + 1]].every((side) => known(readTerm(side), point))) continue;
    if (!compares(pieces[i - 1], pieces[i], pieces[i + 1], point)) return false;
  }
  return true;
}

const known = (term: Term, point: Point): boolean =>
  [...freeNames(term)].every((one) => point.names.has(one) || one === "pi" || one === "e");

function compares(left: string, sign: string, right: string, point: Point): boolean {
  const [a, b] = [left, right].map((side) => evaluateTerm(concrete(readTerm(side)), point, reals));
  const order = compareV(a.value, b.value, a.loose || b.loose ? 1e-8 : 0);
  if (sign === "=") return order === 0;
  if (sign === "!=") return order !== 0;
  if (sign === "<") return order < 0;
  if (sign === "<=") return order <= 0;
  return sign === ">" ? order > 0 : order >= 0;
}

/** Whether a relation holds, by the sign of the left side less the right. */
const held: Record<string, (order: number) => boolean> = {
  "=": (order) => order === 0,
  "<": (order) => order < 0,
  "<=": (order) => order <= 0,
  ">": (order) => order > 0,
  ">=": (order) => order >= 0,
};

function comparison({ lhs, relation = "=", rhs }: Claim): (point: Point) => boolean {
  if (relation === "<=>" || relation === "=>") {
    const [first, second] = [lhs, rhs].map((text) => (point: Point) => statement(text, point));
    return (point) => {
      const [a, b] = [first(point), second(point)];
      return relation === "<=>" ? a === b : !a || b;
    };
  }
  const [left, right] = [lhs, rhs].map((side) => concrete(readTerm(side)));
  return (point) => {
    const [a, b] = [left, right].map((side) => evaluateTerm(side, point, reals));
    if (relation === "≈") {
      const gap = sumV(a.value, minusV(b.value));
      const size = productV(gap, times(q(2), unitsOf(rhs)));
      return compareV(size, q(1)) <= 0 && compareV(size, q(-1)) >= 0;
    }
    const order = compareV(a.value, b.value, a.loose || b.loose ? 1e-8 : 0);
    return held[relation](order);
  };
}

/** What a unit of the last digit that a text prints goes into: 10^places less the power of ten that it is times. */
function unitsOf(text: string): Q {
  const [, decimals = "", power = "0"] =
    /^-?\d+(?:\.(\d*))?(?:e|\*10\^\(?)?(-?\d+)?\)?$/.exec(text.trim()) ?? [];
  const places = decimals.length - Number(power);
  return places < 0 ? q(1, 10n ** BigInt(-places)) : q(10n ** BigInt(places));
}

/** A relation, or several joined by `and` or `or`. */
function statement(text: string, point: Point): boolean {
  const or = text.split(/\bor\b/);
  if (or.length > 1) return or.some((part) => statement(part, point));
  const and = text.split(/\band\b/);
  if (and.length > 1) return and.every((part) => statement(part, point));
  const [left, sign, right] = text.split(/(<=|>=|!=|=|<|>)/);
  return compares(left, sign, right, point);
}

/** Names that hurt: zeros, ones, signs, fractions, and integers beyond ten. */
const pool = [
  "1",
  "2",
  "-1",
  "0",
  "3",
  "1/2",
  "-2",
  "-1/2",
  "5",
  "1/3",
  "-3/2",
  "7/3",
  "-4",
  "12",
  "9/10",
];

function randomPoint(claim: Claim, random: Random, tries: number): Point {
  const texts = [claim.lhs, claim.rhs].flatMap((side) =>
    side.split(/<=|>=|!=|=(?!\d)|<|>|\bor\b|\band\b/),
  );
  const terms = texts.filter((text) => text.trim()).map(readTerm);
  const free = new Set(terms.flatMap((term) => [...freeNames(term)]));
  for (const text of claim.assumptions) {
    const name = integerForm.exec(text);
    if (name?.[2] === "integer") free.add(name[1]);
  }
  for (const constant of ["pi", "e", "Infinity"]) free.delete(constant);
  const integers = new Set(
    claim.assumptions.flatMap((text) => {
      const match = integerForm.exec(text);
      return match?.[2] === "integer" ? [match[1]] : [];
    }),
  );
  const names = new Map<string, Q>();
  for (const name of [...free].sort()) {
    const whole = integers.has(name);
    const value = whole
      ? q(random.integer(tries % 3 ? 0 : -2, 7))
      : readQ(pool[random.integer(0, pool.length - 1)]);
    names.set(name, value);
  }
  const salt = random.bits();
  const generic = new Map(
    claim.assumptions.flatMap((text) => {
      const match = genericForm.exec(text);
      return match ? [[match[1], match[2]] as const] : [];
    }),
  );
  const entry = (family: string, indices: bigint[]): Q => {
    const hash = hashOf(`${salt} ${family} ${indices.join()}`);
    const value = q((hash % 11) - 4, ((hash >> 8) % 3) + 1);
    const sign = generic.get(family);
    if (sign === undefined) return value;
    const positive = value.n > 0n ? value : plus(minus(value), q(1, 2));
    return sign === "<" ? minus(positive) : positive;
  };
  return { names, entry, ...eventsOf(terms, salt) };
}

function eventsOf(terms: Term[], salt: number): Pick<Point, "weight" | "outcomes"> {
  const outcomes = new Map<string, string[]>();
  const visit = (term: Term): void => {
    if ("measure" in term) {
      for (const [name, value] of [...term.of, ...term.given]) {
        const values = outcomes.get(name) ?? ["0", "1"];
        outcomes.set(name, values.includes(value) ? values : [...values, value]);
      }
    }
    argsOf(term).forEach(visit);
  };
  terms.forEach(visit);
  let size = 1;
  for (const values of outcomes.values()) size *= values.length;
  const raw = (measure: string, outcome: string) =>
    (hashOf(`${salt} ${measure} ${outcome}`) % 9) + 1;
  const all = (measure: string) => {
    let joint = [""];
    for (const [name, values] of outcomes) {
      joint = joint.flatMap((one) => values.map((value) => `${one}${one && ","}${name}=${value}`));
    }
    return joint.reduce((sum, one) => sum + raw(measure, one), 0);
  };
  return { outcomes, weight: (measure, outcome) => q(raw(measure, outcome), all(measure)) };
}

function hashOf(text: string): number {
  let hash = 2166136261;
  for (const character of text) hash = Math.imul(hash ^ character.charCodeAt(0), 16777619);
  hash ^= hash >>> 15;
  return Math.imul(hash, 0x2c1b3c6d) >>> 3;
}

/** Abstract densities p, q, r made concrete: normal densities, that of two names with correlation 1/2. */
function concrete(term: Term): Term {
  if (!("args" in term)) return term;
  const args = term.args.map(concrete);
  const mean = ["p", "q", "r"].indexOf(term.fn);
  if (mean < 0) return { ...term, args };
  const [x, z] = args;
  if (!z) {
    const square = pow(add(x, num(-mean, 2)), 2);
    return div(
      node("exp", neg(div(square, num(2)))),
      node("sqrt", mul(num(2), { fn: "name", name: "pi" })),
    );
  }
  const form = add(pow(x, 2), neg(mul(x, z)), pow(z, 2));
  const scale = mul({ fn: "name", name: "pi" }, node("sqrt", num(3)));
  return div(node("exp", mul(num(-2, 3), form)), scale);
}

const pointText = ({ names }: Point): string =>
  [...names].map(([name, value]) => `${name}=${writeQ(value)}`).join(", ");
