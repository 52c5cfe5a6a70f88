import type { Random } from "../../../../src/index.js";
import { pick } from "../rewrite.js";
import { type Row, rows } from "./fragment.js";

/** What is 0 at a value of one name that is no fraction. */
function end(y: string, random: Random): string {
  const p = pick(["2", "3", "5", "7"], random);
  return pick([`${y}^2 - ${p}`, `${y}^3 - ${p}`, `exp(${y}) - ${p}`, `${y} - sqrt(${p})`], random);
}

/** What is 0 at one value of a name for each value of another that is above 0. */
function link(x: string, y: string, random: Random): string {
  const k = random.integer(1, 4);
  const forms = [
    `${x}*${y} - ${k}`,
    `${x} - log(${y} + ${k})`,
    `exp(${x}) - ${k} - ${y}`,
    `${x} - ${k}*${y}`,
    `${x} - sqrt(${k} + ${y}^2)`,
    `${x} - ${k}*${y}^2`,
    `${x} - ${y}^3/${k}`,
    `${x} - exp(${y})`,
    `${x}/(1 + ${y}^2) - ${k}`,
  ];
  return pick(forms, random);
}

const squares = (zeros: string[], random: Random): string =>
  zeros.map((zero) => `${pick(["", "", "3*", "1/4*"], random)}(${zero})^2`).join(" + ");

/**
 * Sums that are 0 at one place, on a floor that bends, and nowhere below: what asks for more fails there, where no name
 * is a fraction.
 */
export const valleys = rows("valleys that bend", (random: Random): Row[] => {
  const names = random.integer(0, 2) ? ["x", "y"] : ["x", "y", "z"];
  const last = names.at(-1)!;
  const zeros = [
    ...names.slice(1).map((name, i) => link(names[i], name, random)),
    end(last, random),
  ];
  const sum = squares(zeros, random);
  const [one, two] = zeros.slice(-2);
  const [side, base] = pick(
    [
      [sum, 0],
      [sum, 0],
      [`abs(${one}) + abs(${two})`, 0],
      [`sqrt(${sum})`, 0],
      [`log(1 + ${sum})`, 0],
      [`cosh((${two})^2) + (${one})^2`, 1],
      [`max((${one})^2, (${two})^2)`, 0],
    ] as [string, number][],
    random,
  );
  const more = pick(["1/10^4", "1/10^6"], random);
  return [
    { lhs: `${base}`, relation: "<=", rhs: side, wrong: { relation: "<" } },
    { lhs: `${base} - ${more}`, relation: "<", rhs: side, wrong: { lhs: `${base} + ${more}` } },
  ];
});
