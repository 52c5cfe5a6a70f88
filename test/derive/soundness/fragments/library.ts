import { number, symbol } from "../../../../src/derive/tree/expression.js";
import {
  type FunctionDefinition,
  takes,
} from "../../../../src/derive/library/shared/definition.js";
import { library } from "../../../../src/derive/library/library.js";
import { pick } from "../rewrite.js";
import { type Row, rows } from "./fragment.js";

/** The function that another spelling such as arcsin stands for. */
function spelt(known: FunctionDefinition): FunctionDefinition {
  const plain = known.arity === 1 ? known.rewrite?.(symbol("x")) : undefined;
  return (plain?.kind === "call" ? library.get(plain.name) : undefined) ?? known;
}

/** Every function of the library, by what holds of any function: its argument may be rewritten, and the chain rule. */
export const libraryFragment = rows(
  "functions of the library",
  (random): Row[] => {
    const known = pick([...library.values()], random);
    const { name, jumps } = known;
    const { domain } = spelt(known);
    const [a, b] = [random.integer(2, 5), random.integer(2, 7)];
    const count = takes(known, 1) ? 1 : 2;
    const needs = domain?.(...[symbol("x"), number(2n)].slice(0, count)) ?? [];
    const isCount = needs.some(({ need }) => need === "count");
    const of = (u: string) => `${name}(${[u, "2"].slice(0, count).join(", ")})`;
    // An arc such as asin has two bounds for its one argument, -1 and 1.
    const isArc = count === 1 && needs.length > 1;
    const assumptions = [isCount ? "x integer >= 1" : isArc ? "0 < x < 2" : "x > 0"];
    const whole = isArc ? a + b : a;
    const u = `(x + ${b})/${whole}`;
    const outside: Row = {
      lhs: of(isCount ? `${a}*(x + ${b})` : u),
      rhs: of(isCount ? `${a}*x + ${a * b}` : `x/${whole} + ${b}/${whole}`),
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
