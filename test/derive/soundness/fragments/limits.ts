import type { Random } from "../../../../src/index.js";
import { pick } from "../rewrite.js";
import { type Row, rows } from "./fragment.js";

/** Limits by their leading terms, from either side; the wrong side has another value, sign, side or place. */
export const limits = rows("limits", (random: Random): Row[] => {
  const [a, b, p, q] = Array.from({ length: 4 }, () => random.integer(1, 5));
  const f = pick(["x", "x^2", "sin(x)", "log(1 + x)", "x*exp(x)", "tan(x)", "x - x^2"], random);
  const side = random.integer(0, 1) === 0;
  const sided = side ? "above" : "below";
  const sign = side ? 1 : -1;
  const slow = pick(["log(x)", "log(log(x))", "sqrt(x)", "log(x)^3"], random);
  const near = pick(["sin", "tan", "asin", "atan", "sinh"], random);
  const even = 2 * p;
  return [
    { lhs: `limit(${near}(${a}*x)/(${b}*x), x, 0)`, rhs: `${a}/${b}`, wrong: `${a + 1}/${b}` },
    {
      lhs: `limit((exp(${a}*${f}) - 1)/(${f}), x, 0)`,
      rhs: `${a}`,
      wrong: `${a + 1}`,
    },
    { lhs: `limit((1 - cos(${a}*x))/x^2, x, 0)`, rhs: `${a * a}/2`, wrong: `${a}/${b + 2 * a}` },
    {
      lhs: `limit((${a}*x^${p} + ${b})/(${q}*x^${p} - x), x, Infinity)`,
      rhs: p === 1 ? (q === 1 ? `${a}/${q}*limit(x, x, 1)` : `${a}/(${q} - 1)`) : `${a}/${q}`,
      wrong: `${a}/${q} + 1/7`,
      ...(p === 1 && q === 1 ? { lhs: `limit((${a}*x + ${b})/x, x, Infinity)`, rhs: `${a}` } : {}),
    },
    { lhs: `limit(${slow}/(x + ${a}), x, Infinity)`, rhs: "0", wrong: "1" },
    { lhs: `limit(x^${p}*exp(-x/${a}), x, Infinity)`, rhs: "0", wrong: "Infinity" },
    {
      lhs: `limit(${b}/(x - ${a}), x, ${a}, ${sided})`,
      rhs: `${side ? "" : "-"}Infinity`,
      wrong: `${side ? "-" : ""}Infinity`,
    },
    {
      lhs: `limit(1/(x - ${a})^${even}, x, ${a})`,
      rhs: "Infinity",
      wrong: { lhs: `limit(1/(x - ${a})^${even + 1}, x, ${a})` },
    },
    {
      lhs: `limit(abs(x - ${a})/(x - ${a}), x, ${a}, ${sided})`,
      rhs: `${sign}`,
      wrong: { lhs: `limit(abs(x - ${a})/(x - ${a}), x, ${a})` },
    },
    {
      lhs: `limit(floor(x/${a}), x, ${a * b}, ${sided})`,
      rhs: `${side ? b : b - 1}`,
      wrong: `${side ? b - 1 : b}`,
    },
    {
      lhs: `limit((1 + ${a}/(${b}*n))^(${p}*n), n, Infinity)`,
      rhs: `exp(${a * p}/${b})`,
      wrong: `exp(${a * p}/${b + 1})`,
    },
    {
      lhs: `limit(sqrt(x^2 + ${a}*x) - x, x, Infinity)`,
      rhs: `${a}/2`,
      wrong: { lhs: `limit(sqrt(x^2 + ${a}*x) - x, x, -Infinity)` },
    },
    {
      lhs: `limit(x^${p}*sin(${a}/x), x, 0)`,
      rhs: "0",
      wrong: { lhs: `limit(sin(${a}/x) + x^${p}, x, 0)` },
    },
    {
      lhs: `limit(exp(-c*x)*x^${p}, x, Infinity)`,
      rhs: "0",
      wrong: { assumptions: ["c < 0"] },
      assumptions: ["c > 0"],
    },
    {
      lhs: `limit(x^c*log(x)^${p}, x, 0, above)`,
      rhs: "0",
      wrong: { assumptions: ["c < 0"] },
      assumptions: ["c > 0"],
    },
    {
      lhs: `limit(((x + h)^${p} - x^${p})/h, h, 0)`,
      rhs: `${p}*x^(${p} - 1)`,
      wrong: `${p + 1}*x^(${p} - 1)`,
    },
    {
      lhs: `limit((log(x + ${a}*h) - log(x))/h, h, 0)`,
      rhs: `${a}/x`,
      wrong: `${a + 1}/x`,
      assumptions: ["x > 0"],
    },
    {
      lhs: `limit(log(${a} + exp(${b}*x))/x, x, Infinity)`,
      rhs: `${b}`,
      wrong: { lhs: `limit(log(${a} + exp(${b}*x))/x, x, -Infinity)` },
    },
    {
      lhs: `limit((${a}^x + ${a + b}^x)^(1/x), x, Infinity)`,
      rhs: `${a + b}`,
      wrong: `${a}`,
    },
    {
      lhs: `limit((-1)^n*${a}/n^${p}, n, Infinity)`,
      rhs: "0",
      wrong: { lhs: `limit((-1)^n*${a}, n, Infinity)` },
    },
    {
      lhs: `limit(binomial(n, ${p})/n^${p}, n, Infinity)`,
      rhs: `1/factorial(${p})`,
      wrong: `2/factorial(${p})`,
    },
  ];
});
