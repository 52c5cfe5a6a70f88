import type { Random } from "../../../../src/index.js";
import { type Row, rows } from "./fragment.js";
import { gentleOf, little, weightOf } from "./nearby.js";

const over = (whole: number, part: string): string => {
  const [n, d] = part.split("/");
  return `${BigInt(whole) * BigInt(d) + BigInt(n)}/${d}`;
};

/** Inequalities that fail near a bound alone, far away alone, or at some whole numbers. */
export const farAndNear = rows(
  "inequalities that fail at bounds and far away",
  (random: Random): Row[] => {
    const { e, half } = little(random);
    const [w, v, b] = [weightOf("x", random), gentleOf("x", random), random.integer(-3, 3)];
    const [k, c] = [random.integer(2, 12), random.integer(2, 5)];
    const above = [`x > ${b}`];
    const near = { x: over(b, half) };
    const far = { x: `${3n ** BigInt(k + 8)}` };
    const power = random.integer(1, 4);
    const [top, most] = largest(power, c);
    return [
      {
        lhs: `${b}*${w}`,
        relation: "<",
        rhs: `x*${w}`,
        wrong: { lhs: `(${b} + ${e})*${w}` },
        assumptions: above,
        at: near,
      },
      {
        lhs: `exp(${b})`,
        relation: "<",
        rhs: "exp(x)",
        wrong: { lhs: `exp(${b}) + ${e}/10^3` },
        assumptions: above,
        at: { x: over(b, `1/${10n ** 17n}`) },
      },
      {
        lhs: `x*${w}`,
        relation: "<",
        rhs: w,
        wrong: `(1 - ${e})*${w}`,
        assumptions: ["0 < x < 1"],
        at: { x: over(1, `-${half}`) },
      },
      {
        lhs: "0",
        relation: "<",
        rhs: `x*${w}`,
        wrong: `(x - ${e})*${w}`,
        assumptions: ["0 < x < 1"],
        at: { x: half },
      },
      { lhs: "log(x^2 + 1)", relation: "<=", rhs: "x^2", wrong: `${2 * k}`, at: far },
      {
        lhs: `-x^2*${v}`,
        relation: "<=",
        rhs: `10^${k}*${v}`,
        wrong: { lhs: `x^2*${v}` },
        at: { x: `${10 ** k}` },
      },
      {
        lhs: "sqrt(x)",
        relation: "<",
        rhs: "sqrt(x) + 1",
        wrong: `10^${k}`,
        assumptions: ["x > 0"],
        at: { x: `${10n ** BigInt(2 * k)}` },
      },
      {
        lhs: `n^${power}`,
        relation: "<=",
        rhs: `${most}*${c}^n`,
        wrong: `(${most} - ${e})*${c}^n`,
        assumptions: ["n integer >= 1"],
        at: { n: `${top}` },
      },
      {
        lhs: "factorial(n)",
        relation: "<=",
        rhs: "n^n",
        wrong: `${k}^n`,
        assumptions: ["n integer >= 1"],
        at: { n: `${3 * k}` },
      },
      {
        lhs: `floor(n/${k})`,
        relation: "<=",
        rhs: `n/${k}`,
        wrong: { relation: "<" },
        assumptions: ["n integer >= 1"],
        at: { n: `${k}` },
      },
      {
        lhs: "x",
        relation: "<",
        rhs: "floor(x) + 1",
        wrong: `floor(x) + 1 - ${e}`,
        at: { x: over(b, `-${half}`) },
      },
      {
        lhs: `ceil(${k}*x)`,
        relation: "<",
        rhs: `${k}*x + 1`,
        wrong: `${k}*x + 1 - ${e}`,
        at: { x: over(b, `1/${10n ** 14n}`) },
      },
    ];
  },
  { certain: false },
);

/** Where n^power/c^n is largest among whole numbers, and how large it is. */
function largest(power: number, c: number): [number, string] {
  const ratio = (n: number) => n ** power / c ** n;
  const all = Array.from({ length: 20 }, (_, i) => i + 1);
  const top = all.reduce((best, n) => (ratio(n) > ratio(best) ? n : best));
  return [top, `${top}^${power}/${c}^${top}`];
}
