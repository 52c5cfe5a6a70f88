import type { Random } from "../../../../src/index.js";
import { pick } from "../rewrite.js";
import { type Row, rows } from "./fragment.js";

interface Counted {
  text: string;
  of(k: number): number;
}

/** Functions of a whole number that no procedure simplifies, with their values as this program computes them. */
function counted(random: Random): Counted {
  const [m, a, c] = [random.integer(2, 7), random.integer(2, 5), random.integer(-3, 6)];
  return pick<Counted>(
    [
      { text: `floor(k^2/${m})`, of: (k) => Math.floor((k * k) / m) },
      { text: `floor(${a}*k/${m})`, of: (k) => Math.floor((a * k) / m) },
      { text: `k - ${m}*floor(k/${m})`, of: (k) => k - m * Math.floor(k / m) },
      { text: `ceil(k/${m})*(-1)^k`, of: (k) => Math.ceil(k / m) * (k % 2 ? -1 : 1) },
      { text: `abs(k - (${c}))*floor(k/2)`, of: (k) => Math.abs(k - c) * Math.floor(k / 2) },
      { text: `max(k, ${c})^2 - min(k, 1)`, of: (k) => Math.max(k, c) ** 2 - Math.min(k, 1) },
      { text: `floor(sqrt(k^2 + ${a}))`, of: (k) => Math.floor(Math.sqrt(k * k + a)) },
    ],
    random,
  );
}

/** The polynomial through the values from `from` to `to`, by Newton's forward differences. */
function through(
  { of }: Counted,
  from: number,
  to: number,
): { text: string; at(k: number): number } {
  let row = Array.from({ length: to - from + 1 }, (_, i) => of(from + i));
  const heads: number[] = [];
  while (row.length) {
    heads.push(row[0]);
    row = row.slice(1).map((value, i) => value - row[i]);
  }
  const factor = (i: number) => `(k - (${from + i}))/${i + 1}`;
  const text = heads
    .map((head, j) => [`(${head})`, ...heads.slice(0, j).map((_, i) => factor(i))].join("*"))
    .join(" + ");
  const at = (k: number): number => {
    let [term, sum] = [1, 0];
    for (const [j, head] of heads.entries()) {
      sum += head * term;
      term *= (k - from - j) / (j + 1);
    }
    return Math.round(sum);
  };
  return { text, at };
}

/** Claims about whole numbers within bounds: they hold at each of them, and fail at one. */
export const finite = rows(
  "finite ranges",
  (random: Random): Row[] => {
    const f = counted(random);
    const from = random.integer(-3, 2);
    const to = from + random.integer(2, 6);
    const within = (low: number, high: number) => [`k integer >= ${low}`, `k <= ${high}`];
    const all = Array.from({ length: to - from + 1 }, (_, i) => from + i);
    const polynomial = through(f, from, to);
    const beyond = [1, 2, 3, 4, 5, 6].map((i) => to + i).find((k) => polynomial.at(k) !== f.of(k));
    const top = all.reduce((best, k) => (f.of(k) > f.of(best) ? k : best));
    const [most, m] = [f.of(top), random.integer(2, 4)];
    const assumptions = within(from, to);
    const hits = all.filter((k) => f.of(k) === most);
    const one = (ks: number[]) => ks.map((k) => `k = ${k}`).join(" or ");
    const bound = { lhs: f.text, relation: "<=", rhs: `${most}`, assumptions, at: { k: `${top}` } };
    const range = Array.from({ length: 5 }, (_, i) => i + 1);
    const rest = (k: number) => k - m * Math.floor(k / m);
    return [
      {
        lhs: f.text,
        rhs: polynomial.text,
        wrong: { rhs: `${polynomial.text} + floor((k - (${from}))/${to - from})` },
        assumptions,
        at: { k: `${to}` },
      },
      // The polynomial goes its own way beyond the last of the numbers, unless the function is one.
      {
        lhs: f.text,
        rhs: polynomial.text,
        wrong: beyond === undefined ? "1/2" : { assumptions: within(from, beyond) },
        assumptions,
        at: { k: `${beyond ?? to}` },
      },
      { ...bound, wrong: `${most} - 1` },
      { ...bound, wrong: { relation: "<" } },
      {
        lhs: `${f.text} = ${most}`,
        relation: "=>",
        rhs: one(hits),
        wrong: one([...hits.slice(1), to + 3]),
        assumptions,
        at: { k: `${hits[0]}` },
      },
      {
        lhs: `n - ${m}*floor(n/${m}) + j`,
        relation: "<=",
        rhs: `${Math.max(...range.map(rest)) + 3}`,
        wrong: { relation: "<" },
        assumptions: ["n integer >= 1", "n <= 5", "j integer >= 0", "j <= 3"],
        at: { n: `${range.find((k) => rest(k) === Math.max(...range.map(rest)))}`, j: "3" },
      },
    ];
  },
  { certain: false },
);
