import type { Random } from "../../../../src/index.js";
import { pick } from "../rewrite.js";
import { type Row, rows } from "./fragment.js";

const ratios = [
  "sqrt(2)",
  "sqrt(3)",
  "pi",
  "(1 + sqrt(5))/2",
  "log(2)",
  "sqrt(7)/3",
  "10001/10000",
];
const scales = ["X", "3*X", "X/40", "(X - 2)", "(X/2 + 1)"];

/** Bounds of waves whose arguments no period joins: they are approached as near as wanted, at no place of note. */
export const phases = rows("waves without a common period", (random: Random): Row[] => {
  const angle = (name: string, ratio: string) => {
    const scaled = pick(scales, random).replace("X", name);
    return ratio ? `${ratio}*${scaled}` : scaled;
  };
  const wave = (name: string, ratio = "") =>
    `${pick(["sin", "cos"], random)}(${angle(name, ratio)})`;
  const [one, two] = [wave("x"), wave("x", pick(ratios, random))];
  const more = wave(pick(["x", "y"], random), "sqrt(11)");
  const signed = `${one} ${pick(["+", "-"], random)} ${two}`;
  const e = pick(["1/50", "1/100", "1/1000"], random);
  const assumptions = pick([[], [], ["x > 5"], ["x < -100"]], random);
  const [name, last] = pick(
    [
      [signed, 2],
      [`${signed} - ${more}`, 3],
      [`${one}*${two}`, 1],
      [`(${signed})^2`, 4],
      [`abs(${signed})`, 2],
      [`${one}^2 + ${two}^2`, 2],
      [`sqrt(7 + ${signed})`, 3],
      [`max(${signed}, 1)`, 2],
      [`tanh(x^2)*${one} + ${two}`, 2],
      [`(${signed})*x^2/(x^2 + 1)`, 2],
    ] as [string, number][],
    random,
  );
  const whole = `${wave("n")} + ${wave("n", "sqrt(2)")}`;
  return [
    { lhs: name, relation: "<=", rhs: `${last}`, wrong: `${last} - ${e}`, assumptions },
    { lhs: name, relation: "<", rhs: `${last} + ${e}`, wrong: `${last} - ${e}`, assumptions },
    { lhs: `-2 - ${e}`, relation: "<", rhs: signed, wrong: { lhs: `-2 + ${e}` }, assumptions },
    {
      lhs: `max(${signed}, 2)`,
      rhs: "2",
      wrong: { lhs: `max(${signed}, 2 - ${e})`, rhs: `2 - ${e}` },
    },
    { lhs: `relu(${signed} - 2)`, rhs: "0", wrong: { lhs: `relu(${signed} - 2 + ${e})` } },
    {
      lhs: whole,
      relation: "<=",
      rhs: "2",
      wrong: "2 - 1/50",
      assumptions: ["n integer >= 1"],
    },
  ];
});
