import type { Random } from "../../../../src/index.js";
import { pick } from "../rewrite.js";
import { type Row, rows } from "./fragment.js";

/** Claims between lists, as a claims file has them: each entry is a claim of its own. */
export const listClaims = rows("claims between lists", (random: Random): Row[] => {
  const k = random.integer(2, 7);
  const entries: [string, string, string][] = [
    [`(x + ${k})^2`, `x^2 + ${2 * k}*x + ${k * k}`, `x^2 + ${k * k}`],
    ["x*y", "y*x", "x + y"],
    [`exp(x + ${k})`, `exp(x)*exp(${k})`, `${k}*exp(x)`],
    ["x[1] + x[1]", "2*x[1]", "x[1]^2"],
    [`${k}`, `${k + 1} - 1`, `${k + 1}`],
  ];
  const chosen = Array.from({ length: random.integer(1, 3) }, () => pick(entries, random));
  const at = random.integer(0, chosen.length - 1);
  const list = (texts: string[]) => `[${texts.join(", ")}]`;
  const [lhs, rhs] = [list(chosen.map(([one]) => one)), list(chosen.map(([, two]) => two))];
  const slipped = list(chosen.map(([, two, wrong], i) => (i === at ? wrong : two)));
  return [
    { lhs, rhs, wrong: slipped },
    { lhs, rhs, wrong: list([...chosen.map(([, two]) => two), "0"]) },
    { lhs: `${k}*${lhs} - ${lhs}`, rhs: `${k - 1}*${rhs}`, wrong: `${k - 1}*${slipped}` },
    { lhs: list(["0", "0"]), relation: "<=", rhs: list(["x^2", "y^4"]), wrong: list(["x", "y^4"]) },
  ];
});
