import { pick } from "../rewrite.js";
import { type Row, rows } from "./fragment.js";

/** Equations and inequalities that are solved, and the same with a root lost or gained, or an end that is not in it. */
export const solvedFunctions = rows("functions solved for", (random): Row[] => {
  const [a, k] = [random.integer(2, 9), random.integer(2, 5)];
  const row = (lhs: string, rhs: string, wrong: string, ...assumptions: string[]): Row => ({
    lhs,
    relation: "<=>",
    rhs,
    wrong,
    ...(assumptions.length ? { assumptions } : {}),
  });
  const quarter = ["0 <= x", "x <= pi/2"];
  // sqrt(x + b) = x at x = a, for b = a^2 - a; -(a - 1) solves the square of it.
  const b = a * a - a;
  return [
    row(`sqrt(x + ${b}) = x`, `x = ${a}`, `x = ${a} or x = ${1 - a}`),
    row(`sqrt(${k}*x) <= ${k}`, `0 <= x and x <= ${k}`, `0 <= x and x < ${k}`),
    row(`log(x) + log(x - ${a}) = log(${a + 1})`, `x = ${a + 1}`, `x = ${a + 1} or x = -1`),
    row(`log(x/${a}) <= 0`, `0 < x and x <= ${a}`, `x <= ${a} and x > 1`),
    row(`floor(x) = ${a}`, `${a} <= x and x < ${a + 1}`, `${a} < x and x < ${a + 1}`),
    row(`ceil(${k}*x) <= ${a}`, `${k}*x <= ${a}`, `${k}*x < ${a}`),
    row(`max(x, ${a}) = ${a}`, `x <= ${a}`, `x < ${a}`),
    row(`min(x, ${a}) < ${a}`, `x < ${a}`, `x <= ${a}`),
    row(`exp(${k}*x) <= 1`, "x <= 0", "x < 0"),
    row(`abs(x - ${a}) < ${k}`, `${a - k} < x and x < ${a + k}`, `${a - k} < x and x <= ${a + k}`),
    row(`abs(${k}*x) = ${a}`, `x = ${a}/${k} or x = -${a}/${k}`, `x = ${a}/${k}`),
    row(`relu(x - ${a}) = 0`, `x <= ${a}`, `x < ${a}`),
    row("sin(x) = 1/2", "x = pi/6", "x = pi/3", ...quarter),
    row("2*cos(x) <= 1", "pi/3 <= x", "pi/3 < x", ...quarter),
    row("sin(x) = 1/2", "x = pi/6 or x = 5*pi/6", "x = pi/6", "0 <= x", "x <= pi"),
    row("cos(x) = 0", "x = pi/2 or x = 3*pi/2", "x = pi/2", "0 <= x", "x <= 2*pi"),
    row("tan(x) = 1", "x = pi/4", "x = -pi/4", "-pi/2 < x", "x < pi/2"),
  ];
});

/** Integrals of waves, logarithms and quotients, and geometric series, with their closed forms. */
export const closedForms = rows("closed forms", (random): Row[] => {
  const [a, k] = [random.integer(1, 6), random.integer(2, 5)];
  const by = pick(["1/2", "1/3", "-1/2", "2/5"], random);
  const within = ["-1 < x", "x < 1"];
  return [
    {
      lhs: `integrate(sin(${k}*x), x, 0, t)`,
      rhs: `(1 - cos(${k}*t))/${k}`,
      wrong: `(cos(${k}*t) - 1)/${k}`,
    },
    { lhs: `integrate(cos(${k}*x)^2, x, 0, 2*pi)`, rhs: "pi", wrong: "pi/2" },
    {
      lhs: `integrate(x*sin(${k}*x), x, 0, pi)`,
      rhs: `${k % 2 ? "" : "-"}pi/${k}`,
      wrong: `${k % 2 ? "-" : ""}pi/${k}`,
    },
    {
      lhs: `integrate(exp(-${a}*x)*cos(${k}*x), x, 0, Infinity)`,
      rhs: `${a}/${a * a + k * k}`,
      wrong: `-${a}/${a * a + k * k}`,
    },
    {
      lhs: `integrate(exp(-${a}*x)*sin(b*x), x, 0, Infinity)`,
      rhs: `b/(b^2 + ${a * a})`,
      wrong: `${a}/(b^2 + ${a * a})`,
      assumptions: ["b > 0", `b != ${a}`],
    },
    { lhs: `integrate(1/(${a * a} + x^2), x, 0, ${a})`, rhs: `pi/${4 * a}`, wrong: `pi/${2 * a}` },
    {
      lhs: `integrate(x^${a}*log(x), x, 0, 1)`,
      rhs: `-1/${(a + 1) ** 2}`,
      wrong: `1/${(a + 1) ** 2}`,
    },
    {
      lhs: `D(integrate(exp(-${a}*t^2), t, 0, x), x)`,
      rhs: `exp(-${a}*x^2)`,
      wrong: `-exp(-${a}*x^2)`,
    },
    { lhs: `sum((${by})^n, n, 0, Infinity)`, rhs: `1/(1 - (${by}))`, wrong: `1/(1 + (${by}))` },
    {
      lhs: `sum(${a}*x^n, n, 1, Infinity)`,
      rhs: `${a}*x/(1 - x)`,
      wrong: `${a}/(1 - x)`,
      assumptions: within,
    },
    {
      lhs: "sum(n*x^n, n, 0, Infinity)",
      rhs: "x/(1 - x)^2",
      wrong: "1/(1 - x)^2",
      assumptions: within,
    },
  ];
});
