import type { Random } from "../../../../src/index.js";
import { pick } from "../rewrite.js";
import { type Row, rows } from "./fragment.js";

/** Functions whose names are those of operations, and what these operations are written as. */
const namesakes: [string, (a: string, b: string) => string][] = [
  ["add", (a, b) => `${a} + ${b}`],
  ["mul", (a, b) => `${a}*${b}`],
  ["div", (a, b) => `${a}/${b}`],
  ["pow", (a, b) => `${a}^${b}`],
  ["neg", (a) => `-${a}`],
  ["list", (a, b) => `h(${a}, ${b})`],
  ["number", (a) => a],
  ["symbol", (a) => a],
  ["index", (a) => `${a}[1]`],
];

/** Expressions that a careless key for trees takes for one: a function named as an operation, entries and calls. */
export const alike = rows("expressions that look alike", (random: Random): Row[] => {
  const [name, written] = pick(namesakes, random);
  const [a, b] = pick(
    [
      ["a", "b"],
      ["x", "2"],
      ["(a + 1)", "k"],
    ] as [string, string][],
    random,
  );
  const args = written(a, b).includes(b) ? `${a}, ${b}` : a;
  const around = pick(["f(E)", "exp(f(E))", "abs(g(E))", "f(E) + g(a)"], random);
  const within = (inner: string) => around.replace("E", inner);
  const positive = ["a > 0", "x > 0", "k > 0", "b > 0"];
  return [
    {
      lhs: within(`${name}(${args})`),
      rhs: within(`${name}(${args}) + 0`),
      wrong: within(written(a, b)),
      assumptions: positive,
    },
    { lhs: within("x[1]"), rhs: within("x[2 - 1]"), wrong: within("x[2]") },
    { lhs: within("x[1, 2]"), rhs: within("x[1, 3 - 1]"), wrong: within("x[12]") },
    { lhs: within("x[n]"), rhs: within("x[n + 0]"), wrong: within("n*x") },
    { lhs: within("a1"), rhs: within("a1 + 0"), wrong: within("a[1]") },
    { lhs: within("a*b"), rhs: within("b*a"), wrong: within("a^b") },
    { lhs: within("f(a)"), rhs: within("f(a + 0)"), wrong: within("f(a, a)") },
  ];
});
