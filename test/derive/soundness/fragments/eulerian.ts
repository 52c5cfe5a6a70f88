import { pick } from "../rewrite.js";
import { type Row, rows } from "./fragment.js";

const counted = ["n integer >= 1"];
const whole = ["n integer >= 0", "k integer >= 0", "k <= n"];

/** Sums of binomial coefficients, the gamma and the error function, and integrals that have values by them. */
export const eulerian = rows("binomial sums, gamma and error functions", (random): Row[] => {
  const [a, c] = [random.integer(2, 6), random.integer(1, 5)];
  const [low, high] = [random.integer(0, 2), random.integer(0, 2)];
  const term = pick(["x", `(${a}*x)`, "(x*y)", `(x/${a})`, `(x + ${c})`], random);
  const missing = [
    ...Array.from({ length: low }, (_, i) => `binomial(n, ${i})*${term}^${i}`),
    ...Array.from({ length: high }, (_, i) => `binomial(n, n - ${i})*${term}^(n - ${i})`),
  ].map((text) => ` - ${text}`);
  const sum = `sum(binomial(n, k)*${term}^k, k, ${low}, n - ${high})`;
  const left = [`n integer >= ${low + high + 1}`];
  const above = ["p > 0", "q > 0"];
  return [
    {
      lhs: sum,
      rhs: `(1 + ${term})^n${missing.join("")}`,
      wrong: `(1 + ${term})^n${missing.join("")} + x`,
      assumptions: left,
    },
    {
      lhs: `sum(k*binomial(n, k)*p^k*(1 - p)^(n - k), k, 0, n)`,
      rhs: "n*p",
      wrong: "n*p*(1 - p)",
      assumptions: ["0 < p < 1", ...counted],
    },
    {
      lhs: `sum((k - n*p)^2*binomial(n, k)*p^k*(1 - p)^(n - k), k, 0, n)`,
      rhs: "n*p*(1 - p)",
      wrong: "n*p",
      assumptions: ["0 < p < 1", ...counted],
    },
    {
      lhs: `sum(binomial(n, k)*${a}^k*y^(n - k), k, 0, n)`,
      rhs: `(${a} + y)^n`,
      wrong: `(${a}*y)^n`,
      assumptions: counted,
    },
    {
      lhs: `sum(binomial(n, k)/(k + 1), k, 0, n)`,
      rhs: "(2^(n + 1) - 1)/(n + 1)",
      wrong: "2^(n + 1)/(n + 1)",
      assumptions: counted,
    },
    {
      lhs: `sum((-1)^k*k*binomial(n, k), k, 0, n)`,
      rhs: "0",
      wrong: { lhs: "sum((-1)^k*k*binomial(n, k), k, 0, n)", assumptions: counted },
      assumptions: ["n integer >= 2"],
    },
    {
      lhs: `integrate(x^(p + ${c})*exp(-q*x), x, 0, Infinity)`,
      rhs: `Gamma(p + ${c + 1})/q^(p + ${c + 1})`,
      wrong: `Gamma(p + ${c})/q^(p + ${c})`,
      assumptions: above,
      at: { p: "2", q: "3" },
    },
    {
      lhs: `integrate(x^(k + ${c})*(1 - x)^(n - k), x, 0, 1)`,
      rhs: `factorial(k + ${c})*factorial(n - k)/factorial(n + ${c + 1})`,
      wrong: `factorial(k + ${c})*factorial(n - k)/factorial(n + ${c})`,
      assumptions: whole,
    },
    {
      lhs: `integrate(x^(p - 1)*(1 - x)^${a}, x, 0, 1)`,
      rhs: `Beta(p, ${a + 1})`,
      wrong: `Beta(p + 1, ${a + 1})`,
      assumptions: above,
      at: { p: "2", q: "1" },
    },
    {
      lhs: `Gamma(p + ${a})/Gamma(p)`,
      rhs: Array.from({ length: a }, (_, i) => `(p + ${i})`).join("*"),
      wrong: `p^${a}`,
      assumptions: above,
    },
    { lhs: `Gamma(${a})`, rhs: `factorial(${a} - 1)`, wrong: `factorial(${a}) + ${a - 1}` },
    { lhs: `Gamma(${a} + 1/2)`, rhs: `(${a} - 1/2)*Gamma(${a} - 1/2)`, wrong: `Gamma(${a})` },
    {
      lhs: `integrate(exp(-${a}*t^2), t, 0, x)`,
      rhs: `sqrt(pi/${a})/2*erf(sqrt(${a})*x)`,
      wrong: `sqrt(pi/${a})*erf(sqrt(${a})*x)`,
      at: { x: "1" },
    },
    { lhs: `erf(-${a}*x)`, rhs: `-erf(${a}*x)`, wrong: `erf(${a}*x)` },
    {
      lhs: `D(erf(${a}*x), x)`,
      rhs: `${2 * a}*exp(-${a * a}*x^2)/sqrt(pi)`,
      wrong: `2*exp(-${a * a}*x^2)/sqrt(pi)`,
    },
    { lhs: `erf(x/${a})`, relation: "<", rhs: "1", wrong: "0" },
  ];
});
