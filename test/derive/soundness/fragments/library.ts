import { number, symbol } from "../../../../src/derive/tree/expression.js";
import { takes } from "../../../../src/derive/library/shared/definition.js";
import { library } from "../../../../src/derive/library/library.js";
import { pick } from "../rewrite.js";
import { type Row, rows } from "./fragment.js";

/** Every function of the library, by what holds of any function: its argument may be rewritten, and the chain rule. */
export const libraryFragment = rows(
  "functions of the library",
  (random): Row[] => {
    const known = pick([...library.values()], random);
    const { name, domain, jumps } = known;
    const [a, b] = [random.integer(2, 5), random.integer(2, 7)];
    const count = takes(known, 1) ? 1 : 2;
    const needs = domain?.(...[symbol("x"), number(2n)].slice(0, count)) ?? [];
    const isCount = needs.some(({ need }) => need === "count");
    const of = (u: string) => `${name}(${[u, "2"].slice(0, count).join(", ")})`;
    const assumptions = [isCount ? "x integer >= 1" : "x > 0"];
    const u = `(x + ${b})/${a}`;
    const outside: Row = {
      lhs: of(isCount ? `${a}*(x + ${b})` : u),
      rhs: of(isCount ? `${a}*x + ${a * b}` : `x/${a} + ${b}/${a}`),
      wrong: `${of(isCount ? `${a}*x + ${a * b}` : u)} + 1/${b}`,
      assumptions,
    };
    const inside: Row = {
      lhs: `D(${of(`${a}*x`)}, x)`,
      rhs: `${a}*at(D(${of("z")}, z), z, ${a}*x)`,
      wrong: `${a}*at(D(${of("z")}, z), z, ${a}*x) + 1/${b}`,
      assumptions,
    };
    const isSmooth = !jumps && (known.rewrite ?? known.partials) !== undefined;
    return isSmooth ? [outside, inside] : [outside];
  },
  { certain: true },
);
