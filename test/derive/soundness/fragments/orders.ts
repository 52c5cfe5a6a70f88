import type { Random } from "../../../../src/index.js";
import { pick } from "../rewrite.js";
import { type Planted, templates } from "./fragment.js";

const letters = ["n", "k", "m"];

/** A monomial's text from its powers of n, k and m. */
const monomial = (powers: number[]): string =>
  powers
    .flatMap((power, i) =>
      power === 0 ? [] : power === 1 ? [letters[i]] : [`${letters[i]}^${power}`],
    )
    .join("*") || "1";

/** f = O(g): whether each monomial of f divides one of g, that is, has no higher power of any name. */
export const orders = templates(
  "orders",
  (random: Random) => {
    const top = [random.integer(1, 4), random.integer(0, 2), random.integer(0, 1)];
    const below = () => top.map((power) => random.integer(0, power));
    const lower = Array.from(
      { length: random.integer(0, 2) },
      () => `${random.integer(1, 9)}*${monomial(below())}`,
    );
    const lhs = [`${random.integer(1, 9)}*${monomial(top)}`, ...lower].join(" + ");
    const holds = {
      lhs,
      relation: "O",
      rhs: monomial(top),
      assumptions: letters.map((one) => `${one} integer >= 1`),
    };
    const higher = top.map((power, i) => (i === 0 ? power + 1 : power));
    const slips: Planted[] = [
      {
        ...holds,
        rhs: monomial(top.map((power, i) => (i === 0 ? power - 1 : power))),
        slip: "exponent",
      },
      { ...holds, lhs: `${lhs} + ${monomial(higher)}`, slip: "exponent" },
    ];
    return { holds, slips: [pick(slips, random)] };
  },
  { certain: true },
);

/** Beside a name that grows a bounded one counts by its bounds; by itself it does not grow. */
export const boundedOrders = templates(
  "orders of bounded names",
  (random: Random) => {
    const [power, lower] = [random.integer(1, 3), random.integer(0, 2)];
    const assumptions = ["n integer >= 1", `${lower} < c`, `c < ${lower + random.integer(1, 4)}`];
    const holds = {
      lhs: `${random.integer(1, 5)}*c^${random.integer(1, 3)}*n^${power} + n`,
      relation: "O",
      rhs: `n^${power}`,
      assumptions,
    };
    const slips: Planted[] = [
      { ...holds, lhs: `${holds.lhs} + c*n^${power + 1}`, slip: "exponent" },
      { ...holds, lhs: "1/c", rhs: "1", assumptions: ["0 < c", "c < 1"], slip: "condition" },
    ];
    return { holds, slips };
  },
  { certain: true },
);
