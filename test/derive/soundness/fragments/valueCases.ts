import type { Random } from "../../../../src/index.js";
import { type Row, rows } from "./fragment.js";

/** Claims about values by cases, at points and in integrals. */
export const valueCases = rows("values by cases", (random: Random): Row[] => {
  const k = random.integer(2, 6);
  const c = random.integer(-3, 3);
  const at = (when: string, value: string, other: string) => `cases(${value}, ${when}, ${other})`;
  const within = (name: string, from: string, to: string) =>
    `allOf(atMost(${from}, ${name}), atMost(${name}, ${to}))`;
  return [
    {
      lhs: `abs(x - ${c})`,
      rhs: at(`atLeast(x, ${c})`, `x - ${c}`, `${c} - x`),
      wrong: at(`atLeast(x, ${c + 1})`, `x - ${c}`, `${c} - x`),
      at: { x: `${2 * c + 1}/2` },
    },
    {
      lhs: at("lessThan(a, b)", "b", "a"),
      rhs: "max(a, b)",
      wrong: "min(a, b)",
    },
    {
      lhs: `sign(x)*${k}`,
      rhs: `cases(${k}, moreThan(x, 0), 0, equal(x, 0), -${k})`,
      wrong: at("atLeast(x, 0)", `${k}`, `-${k}`),
      at: { x: "0" },
    },
    {
      lhs: at(`other(x, ${c})`, `x - ${c}`, "0"),
      rhs: `x - ${c}`,
      wrong: at(`equal(x, ${c})`, "1", `x - ${c}`),
      at: { x: `${c}` },
    },
    {
      lhs: `relu(x) - relu(x - ${k})`,
      rhs: `cases(0, lessThan(x, 0), x, lessThan(x, ${k}), ${k})`,
      wrong: `cases(0, lessThan(x, 0), x, lessThan(x, ${k + 1}), ${k})`,
      at: { x: `${2 * k + 1}/2` },
    },
    {
      lhs: at(`atLeast(x, ${k})`, "x^2", "x"),
      relation: "<=",
      rhs: `x^2 + ${k}`,
      wrong: `x^2 - ${k}`,
    },
    {
      lhs: `integrate(${at(within("x", "a", `a + ${k}`), `1/${k}`, "0")}, x, -Infinity, Infinity)`,
      rhs: "1",
      wrong: `${k}`,
    },
    {
      lhs: `integrate(x*${at(`lessThan(x, ${k})`, "1", "2")}, x, 0, ${2 * k})`,
      rhs: `${k * k}/2 + ${3 * k * k}`,
      wrong: `${2 * k * k}`,
    },
    {
      lhs: `integrate(${at("atLeast(x, c)", `${k}*x`, "0")}, x, 0, 1)`,
      rhs: `${k}*(1 - c^2)/2`,
      wrong: `${k}*(1 - c)^2/2`,
      assumptions: ["0 < c", "c < 1"],
    },
  ];
});
