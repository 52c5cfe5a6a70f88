import type { Random } from "../../../../src/index.js";
import { pick } from "../rewrite.js";
import { type Planted, templates } from "./fragment.js";

/** The derivative of a product of bare names, term by term. */
const terms = (names: string[], by: string): string[] =>
  names.map((one) => names.map((other) => (one === other ? `D(${one}, ${by})` : other)).join("*"));

/** Rules for derivatives of bare names, and slips in them; polynomials for the names make each slip false. */
export const quantities = templates(
  "derivatives of quantities",
  (random: Random) => {
    const by = pick(["x", "t", "s"], random);
    const names = pick(
      [
        ["u", "v"],
        ["u", "v", "w"],
        ["P", "V"],
      ],
      random,
    );
    const [c, k] = [random.integer(2, 7), random.integer(2, 5)];
    const [first, ...rest] = terms(names, by);
    const [a, b] = names;
    const whole = names.join("*");
    const rates = names.map((name) => `D(${name}, ${by})`);
    const rules: [string, string, string[]][] = [
      [
        `D(${c}*${whole}, ${by})`,
        `${c}*(${[first, ...rest].join(" + ")})`,
        [`${c}*(${rest.join(" - ")} - ${first})`, `${c}*${rates.join("*")}`],
      ],
      [
        `D(${a}^${k}, ${by})`,
        `${k}*${a}^${k - 1}*${rates[0]}`,
        [`${k}*${a}^${k - 1}*${rates[0]}^2`, `${k - 1}*${a}^${k - 1}*${rates[0]}`],
      ],
      [
        `D(${a}/(${b}^2 + ${c}), ${by})`,
        `(${rates[0]}*(${b}^2 + ${c}) - 2*${a}*${b}*${rates[1]})/(${b}^2 + ${c})^2`,
        [`${rates[0]}/(2*${b}*${rates[1]} + ${c})`],
      ],
      [
        `partial(L, ${by})`,
        `partial(L, ${a})*partial(${a}, ${by}) + partial(L, ${b})*partial(${b}, ${by})`,
        [
          `partial(L, ${a})*partial(${a}, ${by}) + partial(L, ${b})*partial(${a}, ${by})`,
          `${c}*partial(L, ${a})*partial(${a}, ${by}) + partial(L, ${b})*partial(${b}, ${by})`,
        ],
      ],
      [
        `D(D(${a}, ${by}), ${by})`,
        `D(D(${a}, q), q)*D(q, ${by})^2 + D(${a}, q)*D(D(q, ${by}), ${by})`,
        [`D(D(${a}, q), q)*D(q, ${by})^2`],
      ],
      [
        `at(D(${c}*z^${k}, z), z, ${by})`,
        `${c * k}*${by}^${k - 1}`,
        [`${c * k}*${by}^${k}`, `${c}*${by}^${k - 1}`],
      ],
    ];
    const [lhs, rhs, wrong] = pick(rules, random);
    const holds = { lhs, rhs, assumptions: [] };
    const slips = wrong.map((text): Planted => ({ ...holds, rhs: text, slip: "coefficient" }));
    return { holds, slips };
  },
  { certain: true },
);
