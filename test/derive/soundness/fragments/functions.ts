import type { Random } from "../../../../src/index.js";
import { pick } from "../rewrite.js";
import { type Row, rows } from "./fragment.js";

const counted = ["n integer >= 1"];
const factorialOf = (n: number): number => (n < 2 ? 1 : n * factorialOf(n - 1));

function argument(random: Random): { u: string; a: number; k: number } {
  const [a, k] = [random.integer(2, 7), random.integer(2, 5)];
  return { u: pick(["x", `(x - ${a})`, "(x*y)", `(${a}*x + 1)`, "(x - y)"], random), a, k };
}

/** Each function that is known, by an identity that holds of no other. */
export const knownFunctions = rows("known functions", (random): Row[] => {
  const { u, a, k } = argument(random);
  const above = ["x > 0"];
  return [
    { lhs: `exp(${u} + ${a})`, rhs: `exp(${a})*exp(${u})`, wrong: `${a}*exp(${u})` },
    { lhs: `ln(x^${k})`, rhs: `${k}*log(x)`, wrong: `log(x)^${k}`, assumptions: above },
    {
      lhs: `log2(${2 ** k}*x)`,
      rhs: `${k} + log2(x)`,
      wrong: `${2 ** k} + log2(x)`,
      assumptions: above,
    },
    {
      lhs: `log10(x/${10 ** k})`,
      rhs: `log10(x) - ${k}`,
      wrong: `log10(x)/${k}`,
      assumptions: above,
    },
    {
      lhs: "log(x, b)*log(b)",
      rhs: "log(x)",
      wrong: "log(b)",
      assumptions: ["x > 0", "b > 1"],
    },
    { lhs: `log(${a}^${k}, ${a})`, rhs: `${k}`, wrong: `1/${k}` },
    { lhs: `sqrt(${u}^2)`, rhs: `abs(${u})`, wrong: u },
    { lhs: `cbrt(${u}^3)`, rhs: u, wrong: `abs(${u})` },
    { lhs: `square(${u})/${a}`, rhs: `${u}^2/${a}`, wrong: `${u}/${a}` },
    { lhs: `sign(-${a}*${u})`, rhs: `-sign(${u})`, wrong: `sign(${u})` },
    { lhs: `sign(${u})*abs(${u})`, rhs: u, wrong: `abs(${u})` },
    { lhs: `relu(${u}) - relu(-${u})`, rhs: u, wrong: `abs(${u})` },
    { lhs: `relu(${a}*${u})`, rhs: `${a}*relu(${u})`, wrong: `relu(${u})` },
    { lhs: `sigmoid(-${u})`, rhs: `1 - sigmoid(${u})`, wrong: `-sigmoid(${u})` },
    { lhs: `softplus(${u}) - softplus(-${u})`, rhs: u, wrong: `-${u}` },
    { lhs: `D(softplus(${a}*x), x)`, rhs: `${a}*sigmoid(${a}*x)`, wrong: `sigmoid(${a}*x)` },
    { lhs: `sinh(2*${u})`, rhs: `2*sinh(${u})*cosh(${u})`, wrong: `sinh(${u})*cosh(${u})` },
    { lhs: `cosh(${u})^2 - sinh(${u})^2`, rhs: "1", wrong: `cosh(2*${u})` },
    { lhs: `tanh(${u})`, rhs: `2*sigmoid(2*${u}) - 1`, wrong: `2*sigmoid(${u}) - 1` },
    { lhs: `floor(${u} + ${a})`, rhs: `floor(${u}) + ${a}`, wrong: `ceil(${u}) + ${a}` },
    { lhs: `ceil(${u} - ${a})`, rhs: `-floor(-${u}) - ${a}`, wrong: `floor(${u}) - ${a}` },
    { lhs: `max(${u}, z) + min(${u}, z)`, rhs: `${u} + z`, wrong: `${u} - z` },
    { lhs: `max(x, y, z)`, rhs: "max(z, max(x, y))", wrong: "min(z, max(x, y))" },
  ];
});

/** Functions of whole numbers: recurrences, and values that are multiplied out here. */
export const countingFunctions = rows("counting functions", (random): Row[] => {
  const [n, k] = [random.integer(4, 15), random.integer(1, 3)];
  const choose = factorialOf(n) / (factorialOf(k) * factorialOf(n - k));
  return [
    { lhs: `factorial(${n})`, rhs: `${factorialOf(n)}`, wrong: `${factorialOf(n) + 1}` },
    {
      lhs: "factorial(n + 1)",
      rhs: "(n + 1)*factorial(n)",
      wrong: "n*factorial(n)",
      assumptions: counted,
    },
    {
      lhs: "factorial(n)/factorial(n - 1)",
      rhs: "n",
      wrong: "n - 1",
      assumptions: counted,
    },
    { lhs: `binomial(${n}, ${k})`, rhs: `${choose}`, wrong: `${choose + 1}` },
    {
      lhs: `binomial(n, 2) + ${k}*n`,
      rhs: `n*(n - 1)/2 + ${k}*n`,
      wrong: `n*(n + 1)/2 + ${k}*n`,
      assumptions: counted,
    },
    {
      lhs: `binomial(n + 1, ${k + 1})`,
      rhs: `binomial(n, ${k}) + binomial(n, ${k + 1})`,
      wrong: `binomial(n, ${k}) + binomial(n, ${k + 2})`,
      assumptions: counted,
    },
    {
      lhs: `delta(i + ${k}, j + ${k})`,
      rhs: "delta(j, i)",
      wrong: "1 - delta(i, j)",
      assumptions: ["i integer", "j integer"],
    },
    { lhs: `delta(${n}, ${k}) + delta(${k}, ${k})`, rhs: "1", wrong: "2" },
  ];
});

/** Sines and their kind: derivatives, signs, values at parts of a turn, and that of a right triangle. */
export const trigonometric = rows("trigonometric functions", (random): Row[] => {
  const { u, a, k } = argument(random);
  const j = random.integer(-40, 40);
  const value = (text: string, size: number): Row => ({
    lhs: text,
    rhs: `${Math.round(size)}`,
    wrong: `${Math.round(size) + pick([-2, -1, 1, 2], random)}`,
  });
  return [
    value(`2*cos(${j}*pi/3)`, 2 * Math.cos((j * Math.PI) / 3)),
    value(`2*sin(${2 * j + 1}*pi/6)`, 2 * Math.sin(((2 * j + 1) * Math.PI) / 6)),
    value(`4*sin(${j}*pi/4)^2`, 4 * Math.sin((j * Math.PI) / 4) ** 2),
    value(`4*cos(${j}*pi/6)^2`, 4 * Math.cos((j * Math.PI) / 6) ** 2),
    value(`tan(${2 * j + 1}*pi/4)`, Math.tan(((2 * j + 1) * Math.PI) / 4)),
    { lhs: `sin(-${u})`, rhs: `-sin(${u})`, wrong: `sin(${u})` },
    { lhs: `cos(-${u})`, rhs: `cos(${u})`, wrong: `-cos(${u})` },
    { lhs: `D(tan(${a}*x), x)`, rhs: `${a} + ${a}*tan(${a}*x)^2`, wrong: `${a}*tan(${a}*x)^2` },
    {
      lhs: `cos(${u})^4 - sin(${u})^4`,
      rhs: `1 - 2*sin(${u})^2`,
      wrong: `2*sin(${u})^2 - 1`,
    },
    { lhs: `${a}*sin(${u})`, relation: "<=", rhs: `${a}`, wrong: `${a} - 1/${k}` },
    { lhs: `D(sin(${a}*x), x)`, rhs: `${a}*cos(${a}*x)`, wrong: `cos(${a}*x)` },
    { lhs: `D(cos(x^${k}), x)`, rhs: `-${k}*x^${k - 1}*sin(x^${k})`, wrong: `-sin(x^${k})` },
    { lhs: `D(D(sin(x), x), x)`, rhs: "-sin(x)", wrong: "sin(x)" },
    { lhs: `sin(${u} + y) - sin(y + ${u})`, rhs: "0", wrong: `sin(${a})` },
    { lhs: `tan(${u}) + cos(${u})`, rhs: `cos(${u}) + tan(${u}*${k}/${k})`, wrong: `tan(${u})` },
    { lhs: `sin(${u})^2 + cos(${u})^2`, rhs: "1", wrong: "2" },
    { lhs: "tan(x)*cos(x)", rhs: "sin(x)", wrong: "cos(x)" },
  ];
});
