import type { Random } from "../../../../src/index.js";
import { pick } from "../rewrite.js";
import { type Row, rows } from "./fragment.js";

/** Parts of which the prover knows little: their sign, size and place are those of any number. */
const parts = [
  "x[1]",
  "x[n]",
  "abs(x[1])",
  "sin(c)",
  "cos(2*c)",
  "sin(x[1])",
  "x[1]*x[2]",
  "log(abs(c) + 2)",
];
/** Of these no sign is known, and both come. */
const signed = ["x[1]", "x[n]", "sin(c)", "cos(2*c)", "sin(x[1])", "x[1]*x[2]"];

/** Functions of such parts: what holds for any number, and what holds for some only. */
export const opaque = rows("functions of unknown parts", (random: Random): Row[] => {
  const [u, s] = [pick(parts, random), pick(signed, random)];
  const k = random.integer(2, 6);
  return [
    { lhs: `log(exp(${u}))`, rhs: u, wrong: `abs(${s}) + 0*${u} - 1` },
    { lhs: `sqrt((${s})^2)`, rhs: `abs(${s})`, wrong: s },
    { lhs: `abs(abs(${s}))`, rhs: `abs(${s})`, wrong: s },
    { lhs: `exp(log(1 + (${u})^2))`, rhs: `1 + (${u})^2`, wrong: `1 + ${u}` },
    { lhs: "0", relation: "<", rhs: `exp(${u})`, wrong: { lhs: "1", rhs: `exp(${s})` } },
    { lhs: "1", relation: "<=", rhs: `exp((${u})^2)`, wrong: { rhs: `exp(${s})` } },
    {
      lhs: "0",
      relation: "<=",
      rhs: `log(1 + abs(${s}))`,
      wrong: { rhs: `log(1/${k} + abs(${s}))` },
    },
    { lhs: "0", relation: "<=", rhs: `sqrt(abs(${s}))`, wrong: { rhs: `cbrt(${s})` } },
    { lhs: `-abs(${s})`, relation: "<=", rhs: s, wrong: `${s} - 1/${10 ** k}` },
    { lhs: `max(${s}, -(${s}))`, rhs: `abs(${s})`, wrong: s },
    { lhs: `exp(${k}*(${u}))`, rhs: `exp(${u})^${k}`, wrong: `${k}*exp(${u})` },
  ];
});
