import type { Random } from "../../../../src/index.js";
import { pick } from "../rewrite.js";
import { type Row, rows } from "./fragment.js";
import { gentleOf, little, paren, place, weightOf } from "./nearby.js";

/** Equations that hold at most points, by parts that vanish there, and fail in a small place or beyond a large one. */
export const mostly = rows(
  "equations that mostly hold",
  (random: Random): Row[] => {
    const [p, { e, half }, v] = [place(random), little(random), gentleOf("x", random)];
    const step = `x - ${paren(p)}`;
    const K = pick([12, 150, 2500, 10 ** 6, 10 ** 9], random) + random.integer(0, 9);
    const [k, at] = [random.integer(2, 60), { x: p }];
    return [
      {
        lhs: `max(x, ${K}) + min(x, ${K})`,
        rhs: `x + ${K}`,
        wrong: { lhs: `max(x, ${K})`, rhs: `${K}` },
        at: { x: `${K + 1}` },
      },
      {
        lhs: `abs(x + ${K})^2`,
        rhs: `(x + ${K})^2`,
        wrong: { lhs: `abs(x + ${K})*${v}`, rhs: `(x + ${K})*${v}` },
        at: { x: `-${K + 1}` },
      },
      {
        lhs: `floor(x + ${K})`,
        rhs: `floor(x) + ${K}`,
        wrong: { lhs: `floor(x/${K})`, rhs: "0" },
        assumptions: ["x > 0"],
        at: { x: `${K}` },
      },
      {
        lhs: "floor(840*x + 1)",
        rhs: "floor(840*x) + 1",
        wrong: { lhs: "floor(840*x)/840", rhs: "x" },
        at: { x: "1/11" },
      },
      {
        lhs: `floor(1/(2 + (${step})^2))`,
        rhs: "0",
        wrong: { lhs: `floor(1/(1 + (${step})^2))` },
        at,
      },
      {
        lhs: `relu(${step})*relu(-(${step}))`,
        rhs: "0",
        wrong: { lhs: `relu(${step} + ${e})*relu(-(${step}))` },
        at: { x: minusHalf(p, half) },
      },
      {
        lhs: `max(abs(${step}), -${e})`,
        rhs: `abs(${step})`,
        wrong: { lhs: `max(abs(${step}), ${e})` },
        at,
      },
      {
        lhs: `sqrt(((${step})^2 + ${e})^2)`,
        rhs: `(${step})^2 + ${e}`,
        wrong: { lhs: `sqrt(((${step})^2 - ${e})^2)`, rhs: `(${step})^2 - ${e}` },
        at,
      },
      {
        lhs: `delta(n, ${k})*(n - ${k})`,
        rhs: "0",
        wrong: { lhs: `delta(n, ${k})` },
        assumptions: ["n integer"],
        at: { n: `${k}` },
      },
      {
        lhs: `delta(n, ${k})*n`,
        rhs: `${k}*delta(n, ${k})`,
        wrong: { lhs: `floor(n/${k})*${weightOf("n", random)}`, rhs: "0" },
        assumptions: ["n integer >= 1"],
        at: { n: `${k}` },
      },
    ];
  },
  { certain: false },
);

const minusHalf = (p: string, half: string): string => {
  const [n, d = "1"] = p.split("/");
  const [m, f] = half.split("/").map(BigInt);
  return `${BigInt(n) * f - m * BigInt(d)}/${BigInt(d) * f}`;
};
