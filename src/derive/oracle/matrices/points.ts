import type { Fact } from "../claim/claim.js";
import type { Expr } from "../../tree/expression.js";
import { namesIn, walk } from "../claim/tree.js";
import { attempt } from "../numbers/field.js";
import { type Fraction, fraction } from "../numbers/fraction.js";
import { chosen } from "../numbers/random.js";
import { relates } from "../numbers/relates.js";
import { MatrixEvaluation } from "./evaluate.js";
import { fractions } from "./fractions.js";
import { built, type Dense, MatrixField, scalar } from "./values.js";

/** What a claim's matrices are: their sides as products of lengths, and what is said of them. */
export interface MatrixDomain {
  arrays: readonly {
    name: string;
    rows: readonly string[];
    columns: readonly string[];
    properties: ReadonlySet<string>;
  }[];
  /** Names that are numbers. */
  numbers: readonly string[];
  facts: readonly Fact[];
}

const matrices = new MatrixField(fractions);
const entries = [-2, -1, 0, 1, 2, 3, 1, -1].map((n) => fraction(n));
const positive = [fraction(1), fraction(2), fraction(1, 2), fraction(3), fraction(3, 2)];
const plain = [...positive, fraction(-1), fraction(-2), fraction(-1, 2)];
const offsets = [fraction(1), fraction(1, 2), fraction(0), fraction(-1, 2), fraction(-1)];

/** Values of all names in one round; undefined where the assumptions do not admit them. */
export function drawn(
  domain: MatrixDomain,
  round: number,
): Map<string, Dense<Fraction>> | undefined {
  const values = new Map<string, Dense<Fraction>>();
  const lengths = lengthsIn(domain, round);
  if (!lengths) return undefined;
  for (const [name, length] of lengths)
    if (!name.startsWith("?")) values.set(name, scalar(fraction(length)));
  for (const name of domain.numbers) {
    if (values.has(name)) continue;
    const admitted = candidates(name, domain.facts);
    if (admitted.length === 0) return undefined;
    values.set(name, scalar(chosen(admitted, name, round)));
  }
  for (const { name, rows, columns, properties } of domain.arrays) {
    const side = (axis: readonly string[]) =>
      axis.reduce((all, length) => all * (lengths.get(length) ?? Number(length)), 1);
    const value = matrixWith(properties, name, side(rows), side(columns), round);
    if (!value) return undefined;
    values.set(name, value);
  }
  return domain.facts.every((fact) => isMet(fact, values)) ? values : undefined;
}

/** Small numbers, and others near those of the assumptions, which meet all that is said of this name alone. */
function candidates(name: string, facts: readonly Fact[]): Fraction[] {
  const own = facts.filter((fact) => {
    if (fact.kind === "integer") return fact.name === name;
    const names = fact.kind === "compare" ? namesIn(fact.expr) : new Set<string>();
    return names.size === 1 && names.has(name);
  });
  const bounds = own.flatMap((fact) => (fact.kind === "compare" ? numbersIn(fact.expr) : []));
  const near = bounds.flatMap((bound) => offsets.map((offset) => fractions.add(bound, offset)));
  return [...plain, ...near].filter((value) =>
    own.every((fact) => isMet(fact, new Map([[name, scalar(value)]]))),
  );
}

function numbersIn(expr: Expr): Fraction[] {
  const found: Fraction[] = [];
  walk(expr, (part) => {
    if (part.kind === "number") found.push({ n: part.value.num, d: part.value.den });
  });
  return found;
}

/** Every length is 2 first, then the lengths differ. */
function lengthsIn({ arrays }: MatrixDomain, round: number): Map<string, number> | undefined {
  const names = [...new Set(arrays.flatMap(({ rows, columns }) => [...rows, ...columns]))];
  const open = names.filter((name) => !/^\d+$/.test(name)).sort();
  if (names.some((name) => /^\d+$/.test(name) && Number(name) > 5)) return undefined;
  const choices = round % 2 === 0 ? [2] : [3, 2, 1, 4];
  return new Map(open.map((name, i) => [name, choices[(i + (round >> 1)) % choices.length]]));
}

function matrixWith(
  properties: ReadonlySet<string>,
  name: string,
  rows: number,
  columns: number,
  round: number,
): Dense<Fraction> | undefined {
  const random = (salt: string) =>
    built(rows, columns, (i, j) => chosen(entries, `${name} ${i} ${j} ${salt}`, round));
  if (properties.has("orthogonal")) return orthogonal(rows, `${name} ${round}`);
  const first = random("");
  if (properties.has("positive definite")) {
    const square = matrices.mul(matrices.transposed(first), first);
    return matrices.add(square, { times: fraction(1) }) as Dense<Fraction>;
  }
  const whole = properties.has("symmetric")
    ? (matrices.add(first, matrices.transposed(first)) as Dense<Fraction>)
    : first;
  if (!properties.has("invertible")) return whole;
  return matrices.determinant(whole).n === 0n ? undefined : whole;
}

/** A product of two reflections, or one: orthogonal with fractions. */
function orthogonal(size: number, salt: string): Dense<Fraction> {
  const reflection = (k: number): Dense<Fraction> => {
    const v = built(size, 1, (i) => chosen(positive, `${salt} ${k} ${i}`, k));
    const square = matrices.mul(matrices.transposed(v), v) as Dense<Fraction>;
    const factor = fractions.div(fraction(-2), square.at[0]);
    const outer = matrices.scaled(factor, matrices.mul(v, matrices.transposed(v)));
    return matrices.add(
      matrices.dense({ times: fraction(1) }, size, size),
      outer,
    ) as Dense<Fraction>;
  };
  const once = reflection(1);
  return chosen([true, false], salt, size)
    ? once
    : (matrices.mul(once, reflection(2)) as Dense<Fraction>);
}

function isMet(fact: Fact, values: ReadonlyMap<string, Dense<Fraction>>): boolean {
  if (fact.kind === "integer") return values.get(fact.name)?.at[0].d === 1n;
  if (fact.kind !== "compare") return true;
  const value = attempt(() => new MatrixEvaluation(fractions, values).number(fact.expr));
  return (
    value !== undefined &&
    value !== "no value" &&
    relates(fractions, value.value, fact.relation) === true
  );
}
