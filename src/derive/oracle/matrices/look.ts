import type { Expr } from "../../tree/expression.js";
import { attempt, type Field } from "../numbers/field.js";
import { type Fraction, fractionText } from "../numbers/fraction.js";
import { longNumbers } from "../numbers/long.js";
import { relates } from "../numbers/relates.js";
import { MatrixEvaluation } from "./evaluate.js";
import { fractions } from "./fractions.js";
import { drawn, type MatrixDomain } from "./points.js";
import { type Dense, isDense, type Value } from "./values.js";

/** What two sides came to at a point with matrices of a size. */
export interface MatrixPoint {
  point: Record<string, string>;
  lhs: string;
  rhs: string;
  found: "differ" | "no value";
}

/** So many points that agree leave chance no room: three of each of two sizes. */
const enough = 6;
/** Of random matrices many are singular, or have a negative determinant. */
const mostRounds = 40;

/**
 * Looks for small matrices at which two sides differ, or one alone has a value: exact entries, at least two sizes for
 * every length that is not a number. Says how many points told that the sides agree.
 */
export function lookAtMatrices(
  left: Expr,
  right: Expr,
  domain: MatrixDomain,
): { failure?: MatrixPoint; agreed: number } {
  let agreed = 0;
  let without: MatrixPoint | undefined;
  for (let round = 0; round < mostRounds && agreed < enough; round++) {
    const values = drawn(domain, round);
    if (!values) continue;
    const found = compared(left, right, values);
    if (found === "agree") agreed++;
    else if (found) {
      const failure = { point: shownPoint(values), ...found };
      if (found.found === "differ") return { failure, agreed };
      without ??= failure;
    }
  }
  return { failure: without, agreed };
}

type Told = "agree" | Omit<MatrixPoint, "point"> | undefined;

function compared(left: Expr, right: Expr, values: ReadonlyMap<string, Dense<Fraction>>): Told {
  return (
    over(fractions, left, right, values, fractionText) ??
    over(longNumbers(192), left, right, values)
  );
}

/** What a field tells of two sides; undefined where it tells nothing. */
function over<V>(
  field: Field<V>,
  left: Expr,
  right: Expr,
  values: ReadonlyMap<string, Dense<Fraction>>,
  text = (value: V) => `≈ ${Number(field.near(value).toPrecision(8))}`,
): Told {
  const placed = new Map(
    [...values].map(([name, value]) => [name, { ...value, at: value.at.map(field.of) }]),
  );
  const evaluation = new MatrixEvaluation(field, placed);
  const [one, other] = [left, right].map((side) => attempt(() => evaluation.of(side)));
  if (one === undefined || other === undefined) return undefined;
  if (one === "no value" || other === "no value") {
    if (one === other) return undefined;
    const words = (side: typeof one) =>
      side === "no value" ? "no value" : shown(side!.value, text);
    return { found: "no value", lhs: words(one), rhs: words(other) };
  }
  const known = [one.value, other.value].find(isDense) ?? { rows: 1, columns: 1, at: [] };
  const sides = [one.value, other.value].map((side) =>
    attempt(() => evaluation.matrices.dense(side, known.rows, known.columns)),
  );
  const [a, b] = sides.map((side) => (side && side !== "no value" ? side.value : undefined));
  if (!a || !b || a.rows !== b.rows || a.columns !== b.columns) return undefined;
  const same = a.at.map((entry, i) => relates(field, field.add(entry, field.neg(b.at[i])), "="));
  if (same.includes(false)) return { found: "differ", lhs: shown(a, text), rhs: shown(b, text) };
  const isNear = a.at.every((entry, i) => field.width(field.add(entry, field.neg(b.at[i]))) < 1e-9);
  return same.every((one) => one === true) || isNear ? "agree" : undefined;
}

function shown<V>(value: Value<V>, text: (entry: V) => string): string {
  if (!isDense(value)) return `${text(value.times)}*I`;
  const { rows, columns, at } = value;
  if (at.length === 1) return text(at[0]);
  if (columns === 1) return `[${at.map(text).join(", ")}]`;
  const row = (i: number) =>
    `[${at
      .slice(i * columns, (i + 1) * columns)
      .map(text)
      .join(", ")}]`;
  return `[${Array.from({ length: rows }, (_, i) => row(i)).join(", ")}]`;
}

const shownPoint = (values: ReadonlyMap<string, Dense<Fraction>>): Record<string, string> =>
  Object.fromEntries([...values].map(([name, value]) => [name, shown(value, fractionText)]));
