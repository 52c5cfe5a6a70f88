import type { Random } from "../../../../src/index.js";
import { type Row, rows } from "./fragment.js";

/** Integrals by a known antiderivative, over poles where they have no value, in two names, and without end. */
export const integrals = rows("integrals", (random: Random): Row[] => {
  const [a, b, k] = [random.integer(1, 4), random.integer(5, 9), random.integer(2, 5)];
  const of = (body: string, from: string | number, to: string | number, name = "x") =>
    `integrate(${body}, ${name}, ${from}, ${to})`;
  const endless = (body: string) => of(body, 0, "Infinity");
  return [
    {
      lhs: of(`exp(${k}*x)`, 0, "c"),
      rhs: `(exp(${k}*c) - 1)/${k}`,
      wrong: `exp(${k}*c) - 1`,
    },
    {
      lhs: of("1/x", a, b),
      rhs: `log(${b}) - log(${a})`,
      wrong: { lhs: of("1/x", -a, b) },
    },
    {
      lhs: of("1/x^2", a, b),
      rhs: `1/${a} - 1/${b}`,
      wrong: { lhs: of("1/x^2", -a, b), rhs: `-1/${a} - 1/${b}` },
    },
    {
      lhs: of(`1/(x + ${k})^2`, 0, "c"),
      rhs: `1/${k} - 1/(c + ${k})`,
      wrong: `1/${k} + 1/(c + ${k})`,
      assumptions: ["c > 0"],
    },
    { lhs: of("sqrt(x)", 0, k * k), rhs: `2*${k}^3/3`, wrong: `2*${k}^2/3` },
    { lhs: of(`abs(x)`, -a, b), rhs: `(${a}^2 + ${b}^2)/2`, wrong: `(${b}^2 - ${a}^2)/2` },
    { lhs: of("x*exp(-x^2)", 0, "c"), rhs: "(1 - exp(-c^2))/2", wrong: "1 - exp(-c^2)" },
    {
      lhs: of(of(`${k}*x*y^2`, 0, "b"), 0, "c", "y"),
      rhs: `${k}*b^2*c^3/6`,
      wrong: `${k}*b^3*c^2/6`,
    },
    {
      lhs: of(of("x + y", 0, "y"), 0, "c", "y"),
      rhs: "c^3/2",
      wrong: "c^2*c",
    },
    {
      lhs: `D(${of(`exp(${k}*t)`, 0, "x", "t")}, x)`,
      rhs: `exp(${k}*x)`,
      wrong: `exp(${k}*x) - 1`,
    },
    { lhs: endless(`exp(-${k}*x)`), rhs: `1/${k}`, wrong: `${k}` },
    {
      lhs: endless("exp(-s*x)"),
      rhs: "1/s",
      wrong: { assumptions: ["s < 0"] },
      assumptions: ["s > 0"],
    },
    {
      lhs: of(`1/x^${k}`, 1, "Infinity"),
      rhs: `1/${k - 1}`,
      wrong: { lhs: of("1/x", 1, "Infinity"), rhs: `log(${k})` },
    },
    {
      lhs: endless(`x*exp(-${k}*x)`),
      rhs: `1/${k}^2`,
      wrong: `1/${k}`,
    },
    {
      lhs: of("f(x)", "a", "b"),
      rhs: `${of("f(x)", "c", "b")} - ${of("f(x)", "c", "a")}`,
      wrong: `${of("f(x)", "c", "b")} + ${of("f(x)", "c", "a")}`,
    },
  ];
});
