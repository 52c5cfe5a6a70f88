import { type Random, vocabulary } from "../../../../src/index.js";
import { differ, type Matrix, text, valueOf } from "../matrixTerm.js";
import { pick } from "../rewrite.js";
import { type Planted, templates } from "./fragment.js";

const given = vocabulary({
  A: "matrix n x n",
  B: "matrix n x n",
  S: "symmetric matrix n x n",
  D: "matrix m x m",
  X: "matrix m x n",
  x: "vector n",
  y: "vector n",
  b: "vector m",
});

const leaves: Matrix[] = [
  ...["A", "B", "S"].map((name): Matrix => ({
    op: "name",
    name,
    parts: [],
    rows: "n",
    columns: "n",
  })),
  { op: "name", name: "D", parts: [], rows: "m", columns: "m" },
  { op: "name", name: "X", parts: [], rows: "m", columns: "n" },
  ...["x", "y"].map((name): Matrix => ({ op: "name", name, parts: [], rows: "n", columns: "1" })),
  { op: "name", name: "b", parts: [], rows: "m", columns: "1" },
];

const node = (op: Matrix["op"], rows: string, columns: string, ...parts: Matrix[]): Matrix => ({
  op,
  name: "",
  parts,
  rows,
  columns,
});
const turned = (of: Matrix): Matrix => node("transpose", of.columns, of.rows, of);
const times = (one: Matrix, other: Matrix): Matrix =>
  node("times", one.rows, other.columns, one, other);
const plus = (one: Matrix, other: Matrix): Matrix =>
  node("plus", one.rows, one.columns, one, other);
const trace = (of: Matrix): Matrix => node("trace", "1", "1", of);
const inverse = (of: Matrix): Matrix => node("inverse", of.rows, of.columns, of);
const isSquare = ({ rows, columns }: Matrix): boolean => rows === columns && rows !== "1";

/** A random expression of a size. */
function made(rows: string, columns: string, depth: number, random: Random): Matrix {
  const part = (r: string, c: string) => made(r, c, depth - 1, random);
  const fitting = leaves.filter((leaf) => leaf.rows === rows && leaf.columns === columns);
  const kind = depth === 0 ? 0 : random.integer(0, 6);
  if (kind === 0 && fitting.length) return pick(fitting, random);
  if (depth <= 0) {
    const other = leaves.filter((leaf) => leaf.columns === rows && leaf.rows === columns);
    if (other.length) return turned(pick(other, random));
    const inner = pick(["n", "m"], random);
    return times(made(rows, inner, 0, random), made(inner, columns, 0, random));
  }
  if (kind === 1) return plus(part(rows, columns), part(rows, columns));
  if (kind === 2) return turned(part(columns, rows));
  if (kind === 3 && rows === "1" && columns === "1") return trace(part("n", "n"));
  if (kind === 4 && rows === "n" && columns === "n") return inverse(pick(fitting, random));
  const inner = pick(["n", "m"], random);
  return times(part(rows, inner), part(inner, columns));
}

type Step = (of: Matrix) => Matrix | undefined;

const rules: Step[] = [
  ({ op, parts: [a] }) =>
    op === "transpose" && a.op === "times"
      ? times(turned(a.parts[1]), turned(a.parts[0]))
      : undefined,
  ({ op, parts: [a] }) =>
    op === "transpose" && a.op === "plus"
      ? plus(turned(a.parts[0]), turned(a.parts[1]))
      : undefined,
  ({ op, parts: [a] }) => (op === "transpose" && a.op === "transpose" ? a.parts[0] : undefined),
  ({ op, parts: [a, b] }) =>
    op === "times" && b.op === "plus"
      ? plus(times(a, b.parts[0]), times(a, b.parts[1]))
      : undefined,
  ({ op, parts: [a, b] }) =>
    op === "times" && a.op === "plus"
      ? plus(times(a.parts[0], b), times(a.parts[1], b))
      : undefined,
  ({ op, parts: [a, b] }) =>
    op === "times" && a.op === "times" ? times(a.parts[0], times(a.parts[1], b)) : undefined,
  ({ op, parts: [a, b] }) => (op === "plus" ? plus(b, a) : undefined),
  ({ op, parts: [a] }) =>
    op === "trace" && a.op === "times" ? trace(times(a.parts[1], a.parts[0])) : undefined,
  ({ op, parts: [a] }) => (op === "trace" ? trace(turned(a)) : undefined),
  ({ op, parts: [a] }) =>
    op === "inverse" && a.op === "transpose" ? turned(inverse(a.parts[0])) : undefined,
  (of) => (of.op === "name" && of.name === "S" ? turned(of) : undefined),
  (of) => (of.rows === "1" && of.columns === "1" ? turned(of) : undefined),
  (of) =>
    of.op === "times" && of.parts.every((one) => isSquare(one) && one.op === "inverse")
      ? inverse(times(of.parts[1].parts[0], of.parts[0].parts[0]))
      : undefined,
];

const slips: Step[] = [
  (of) => (of.op === "transpose" && isSquare(of) ? of.parts[0] : undefined),
  (of) =>
    of.op === "times" && of.parts.every(isSquare) ? times(of.parts[1], of.parts[0]) : undefined,
  (of) => (of.op === "inverse" ? of.parts[0] : undefined),
  (of) =>
    of.op === "plus"
      ? plus(of.parts[0], node("negate", of.rows, of.columns, of.parts[1]))
      : undefined,
  (of) => (of.op === "name" && of.name === "A" ? { ...of, name: "B" } : undefined),
  (of) => (of.op === "name" && of.name === "x" ? { ...of, name: "y" } : undefined),
  (of) => (isSquare(of) ? turned(of) : undefined),
  (of) => (of.op === "name" ? node("double", of.rows, of.columns, of) : undefined),
];

/** One place of an expression changed by one of these; undefined where none fits there. */
function changed(of: Matrix, steps: readonly Step[], random: Random): Matrix | undefined {
  const places = countOf(of);
  const place = random.integer(0, places - 1);
  return changedAt(of, place, pick([...steps], random));
}

const countOf = ({ parts }: Matrix): number => parts.reduce((sum, part) => sum + countOf(part), 1);

function changedAt(of: Matrix, place: number, step: Step): Matrix | undefined {
  if (place === 0) return step(of);
  let left = place - 1;
  for (const [i, part] of of.parts.entries()) {
    const count = countOf(part);
    if (left < count) {
      const next = changedAt(part, left, step);
      return next && { ...of, parts: of.parts.map((one, j) => (i === j ? next : one)) };
    }
    left -= count;
  }
  return undefined;
}

/** Equations between matrices of any size, rewritten by what holds for all, and with one slip that values show. */
export const matrices = templates(
  "matrices of symbolic size",
  (random: Random) => {
    for (;;) {
      const [rows, columns] = pick(
        [
          ["n", "n"],
          ["n", "1"],
          ["1", "1"],
          ["m", "n"],
        ] as const,
        random,
      );
      const left = made(rows, columns, random.integer(1, 2), random);
      let right = left;
      for (let i = 0; i < 8; i++) right = changed(right, rules, random) ?? right;
      const claim = (side: Matrix) => ({ lhs: text(left), rhs: text(side), assumptions: given });
      if (text(left) === text(right) || valueOf(left, 1) === undefined) continue;
      const wrong: Planted[] = [];
      for (let i = 0; i < 30 && wrong.length < 2; i++) {
        const slip = changed(right, slips, random);
        if (slip && differ(left, slip)) wrong.push({ ...claim(slip), slip: "coefficient" });
      }
      if (wrong.length) return { holds: claim(right), slips: wrong };
    }
  },
  { certain: true },
);
