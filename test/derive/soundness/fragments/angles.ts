import type { Random } from "../../../../src/index.js";
import { pick } from "../rewrite.js";
import { type Row, rows } from "./fragment.js";

const angle = (random: Random): string =>
  pick(["x", "y", "(x - y)", "(x*y)", "x^2", "(x + 1/3)", "(x - pi/3)"], random);
const multiple = (k: number, u: string): string => (k === 1 ? u : `${k}*${u}`);

/** Sums and multiples of angles, by their other names; the wrong side has another sign, angle or coefficient. */
export const addedAngles = rows("angles added", (random): Row[] => {
  const [u, v] = [angle(random), pick(["z", "(y + z)", "2*z", "z/3"], random)];
  const [j, k] = [random.integer(1, 5), random.integer(2, 4)];
  const [a, b] = [multiple(j, u), multiple(k, v)];
  const turns = random.integer(-3, 3);
  const half = { assumptions: [`cos(${u}/2) != 0`] };
  return [
    {
      lhs: `sin(${a} + ${b})`,
      rhs: `sin(${a})*cos(${b}) + cos(${a})*sin(${b})`,
      wrong: `sin(${a})*cos(${b}) - cos(${a})*sin(${b})`,
    },
    {
      lhs: `cos(${a} - ${b})`,
      rhs: `cos(${a})*cos(${b}) + sin(${a})*sin(${b})`,
      wrong: `cos(${a})*cos(${b}) - sin(${a})*sin(${b})`,
    },
    {
      lhs: `2*sin(${a})*sin(${b})`,
      rhs: `cos(${a} - ${b}) - cos(${a} + ${b})`,
      wrong: `cos(${a} + ${b}) - cos(${a} - ${b})`,
    },
    {
      lhs: `sin(${a}) + sin(${b})`,
      rhs: `2*sin((${a} + ${b})/2)*cos((${a} - ${b})/2)`,
      wrong: `2*cos((${a} + ${b})/2)*sin((${a} - ${b})/2)`,
    },
    { lhs: `cos(2*${a})`, rhs: `1 - 2*sin(${a})^2`, wrong: `1 - sin(${a})^2` },
    {
      lhs: `sin(3*${u})`,
      rhs: `3*sin(${u}) - 4*sin(${u})^3`,
      wrong: `4*sin(${u}) - 3*sin(${u})^3`,
    },
    {
      lhs: `8*cos(${u})^4`,
      rhs: `3 + 4*cos(2*${u}) + cos(4*${u})`,
      wrong: `3 - 4*cos(2*${u}) + cos(4*${u})`,
    },
    {
      lhs: `sin(${u} + ${turns}*pi)`,
      rhs: `${turns % 2 ? "-" : ""}sin(${u})`,
      wrong: `${turns % 2 ? "" : "-"}sin(${u})`,
    },
    {
      lhs: `cos(${u} + n*pi)`,
      rhs: `(-1)^n*cos(${u})`,
      wrong: `cos(${u})`,
      assumptions: ["n integer"],
    },
    {
      lhs: `sin(${u} + ${2 * turns + 1}*pi/2)`,
      rhs: `${turns % 2 ? "-" : ""}cos(${u})`,
      wrong: `${turns % 2 ? "" : "-"}cos(${u})`,
    },
    {
      lhs: `tan(${u} + ${v})`,
      rhs: `(tan(${u}) + tan(${v}))/(1 - tan(${u})*tan(${v}))`,
      wrong: `(tan(${u}) + tan(${v}))/(1 + tan(${u})*tan(${v}))`,
    },
    {
      lhs: `sin(${u})`,
      rhs: `2*tan(${u}/2)/(1 + tan(${u}/2)^2)`,
      wrong: `2*tan(${u}/2)/(1 - tan(${u}/2)^2)`,
      ...half,
    },
    { lhs: `csc(${u})^2 - cot(${u})^2`, rhs: "1", wrong: "-1", assumptions: [`sin(${u}) != 0`] },
    {
      lhs: `sec(${u})^2 - tan(${u})^2`,
      rhs: "1",
      wrong: "sec(x)",
      assumptions: [`cos(${u}) != 0`, "cos(x) != 0"],
    },
    {
      lhs: "sqrt((1 - cos(x))/2)",
      rhs: "sin(x/2)",
      wrong: "-sin(x/2)",
      assumptions: ["0 < x", "x <= 2*pi"],
    },
    {
      lhs: "sqrt((1 + cos(x))/2)",
      rhs: "cos(x/2)",
      wrong: "sin(x/2)",
      assumptions: ["-pi <= x", "x <= pi"],
    },
    {
      lhs: "sqrt(1 - sin(x)^2)",
      rhs: "-cos(x)",
      wrong: "cos(x)",
      assumptions: ["pi/2 < x", "x < 3*pi/2"],
    },
  ];
});

/** Arcs on one branch, and the same on the neighbouring one, where they are wrong. */
export const arcs = rows("arcs", (random): Row[] => {
  const k = random.integer(2, 9);
  const [p, q] = [random.integer(1, 5), random.integer(6, 12)];
  const inside = ["-1 < x", "x < 1"];
  const name = (own: string): string => pick([`a${own}`, `arc${own}`], random);
  const [asin, acos, atan] = ["sin", "cos", "tan"].map(name);
  return [
    { lhs: `${asin}(x) + ${acos}(x)`, rhs: "pi/2", wrong: "pi", assumptions: inside },
    { lhs: `${atan}(x) + ${atan}(1/x)`, rhs: "pi/2", wrong: "-pi/2", assumptions: ["x > 0"] },
    { lhs: `${atan}(x) + ${atan}(1/x)`, rhs: "-pi/2", wrong: "pi/2", assumptions: ["x < 0"] },
    { lhs: `${asin}(sin(x))`, rhs: "x", wrong: "-x", assumptions: ["0 < x", "x <= pi/2"] },
    { lhs: `${asin}(sin(x))`, rhs: "pi - x", wrong: "x", assumptions: ["pi/2 < x", "x <= 3*pi/2"] },
    { lhs: `${acos}(cos(x))`, rhs: "-x", wrong: "x", assumptions: ["-pi <= x", "x < 0"] },
    { lhs: `${atan}(tan(x))`, rhs: "x", wrong: "x - pi", assumptions: ["-pi/2 < x", "x < pi/2"] },
    { lhs: `${atan}(tan(x))`, rhs: "x - pi", wrong: "x", assumptions: ["pi/2 < x", "x < 3*pi/2"] },
    { lhs: `sin(${acos}(x))`, rhs: "sqrt(1 - x^2)", wrong: "-sqrt(1 - x^2)", assumptions: inside },
    { lhs: `cos(2*${asin}(x))`, rhs: "1 - 2*x^2", wrong: "2*x^2 - 1", assumptions: inside },
    { lhs: `tan(${atan}(x/${k}))`, rhs: `x/${k}`, wrong: `${k}*x` },
    {
      lhs: `2*${atan}(x)`,
      rhs: "atan(2*x/(1 - x^2))",
      wrong: "atan(2*x/(1 + x^2))",
      assumptions: inside,
    },
    {
      lhs: `2*${atan}(x)`,
      rhs: "pi + atan(2*x/(1 - x^2))",
      wrong: "atan(2*x/(1 - x^2))",
      assumptions: ["x > 1"],
    },
    { lhs: `atan(${p}/${q}) + atan(${q - p}/${q + p})`, rhs: "pi/4", wrong: "5*pi/4" },
    { lhs: `atan(${q}/${p}) - atan(${q - p}/${q + p})`, rhs: "pi/4", wrong: "-3*pi/4" },
    {
      lhs: `D(${asin}(x/${k}), x)`,
      rhs: `1/sqrt(${k * k} - x^2)`,
      wrong: `1/sqrt(1 - x^2/${k * k})`,
      assumptions: inside,
    },
    { lhs: `D(${atan}(${k}*x), x)`, rhs: `${k}/(1 + ${k * k}*x^2)`, wrong: `1/(1 + ${k * k}*x^2)` },
    { lhs: `sinh(asinh(${k}*x))`, rhs: `${k}*x`, wrong: `-${k}*x` },
    { lhs: "acosh(cosh(x))", rhs: "x", wrong: "-x", assumptions: ["x > 0"] },
    { lhs: `atanh(tanh(x/${k}))`, rhs: `x/${k}`, wrong: "x" },
    { lhs: "atan(x)", relation: "<=", rhs: "pi/2", wrong: "3/2" },
  ];
});
