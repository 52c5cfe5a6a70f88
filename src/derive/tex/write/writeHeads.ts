import type { Call, Expr } from "../../tree/expression.js";
import { script } from "./nameLatex.js";
import type { Slot } from "./write.js";
import { eventSigns } from "../../tree/events.js";
import { casesLatex, conditionLatex } from "./writeCases.js";
import { rangedOperator } from "../../tree/ranged.js";
import { rangedLatex, setLatex } from "./writeRanged.js";

type Go = (part: Expr, slot?: Slot) => string;

/** What an entry is taken of: a value of a function, or an expression in parentheses. */
function entryBase(of: Expr, go: Go): string {
  const isValue = of.kind === "call" && !/_/.test(go(of));
  return isValue ? go(of) : `\\left(${go(of)}\\right)`;
}

const joins = new Set(["intersection", "union", "without"]);

/** A part of a set, in parentheses where another sign joins it. */
function setPart(name: string, part: Expr, go: Go): string {
  const isOther = part.kind === "call" && joins.has(part.name) && part.name !== name;
  return joins.has(name) && isOther ? `\\left(${go(part)}\\right)` : go(part);
}

/** Signs between two sides that have no meaning yet. */
const relationSigns: Readonly<Record<string, string>> = {
  subsetOf: "\\subset",
  subsetOrEqual: "\\subseteq",
  supersetOf: "\\supset",
  supersetOrEqual: "\\supseteq",
  orthogonalTo: "\\perp",
  muchLess: "\\ll",
  muchMore: "\\gg",
  similarTo: "\\simeq",
  congruentTo: "\\cong",
  ofOrderOf: "\\asymp",
  lessUpToFactor: "\\lesssim",
  moreUpToFactor: "\\gtrsim",
  precedes: "\\prec",
  precedesOrEqual: "\\preceq",
  succeeds: "\\succ",
  succeedsOrEqual: "\\succeq",
  tendsTo: "\\to",
  mapsTo: "\\mapsto",
  becomes: "\\leftarrow",
};

/** Marks above an expression, by what they add to a name. */
const wideMarks: Readonly<Record<string, string>> = {
  bar: "overline",
  hat: "widehat",
  tilde: "widetilde",
  vec: "overrightarrow",
  underline: "underline",
};

/** Writes a head that has a notation and no meaning yet; undefined for any other function. */
export function writeHead({ name, args }: Call, go: Go): string | undefined {
  const [of, second, third, side] = args;
  if (Object.hasOwn(eventSigns, name) && args.length === 2)
    return `${setPart(name, of, go)} ${eventSigns[name]} ${setPart(name, second, go)}`;
  if (Object.hasOwn(relationSigns, name) && args.length === 2)
    return `${go(of)} ${relationSigns[name]} ${go(second)}`;
  if (name === "allOf") return conditionLatex({ kind: "call", name, args }, go);
  if (name === "cases" && args.length > 2) return casesLatex(args, go);
  const set = setLatex(name, args, go);
  if (set !== undefined) return set;
  if (name === "entryOf" && second)
    return `${entryBase(of, go)}_{${args
      .slice(1)
      .map((one) => go(one))
      .join(", ")}}`;
  const operator = args.length > 1 ? rangedOperator(name) : undefined;
  if (operator !== undefined) return rangedLatex(operator, name, args, go);
  switch (`${name}/${args.length}`) {
    case "norm/1":
      return `\\left\\| ${go(of)} \\right\\|`;
    case "norm/2":
      return `\\left\\| ${go(of)} \\right\\|_${script(go(second))}`;
    case "inner/2":
      return `\\left\\langle ${go(of)}, ${go(second)} \\right\\rangle`;
    case "average/1":
      return `\\left\\langle ${go(of)} \\right\\rangle`;
    case "average/2":
      return `\\left\\langle ${go(of)} \\right\\rangle_{${go(second)}}`;
    case "transpose/1":
      return `${go(of, "base")}^\\top`;
    case "kron/2":
      return `${go(of, "base")} \\otimes ${go(second, "base")}`;
    case "hadamard/2":
      return `${go(of, "base")} \\odot ${go(second, "base")}`;
    case "det/1":
      return `\\det\\left(${go(of)}\\right)`;
    case "dots/1":
      return "\\dots";
    case "limsup/3":
    case "liminf/3":
    case "limit/3":
      return `\\${name === "limit" ? "lim" : name}_{${go(second)} \\to ${go(third)}} ${go(of, "last")}`;
    case "limit/4": {
      const sign = side.kind === "symbol" && side.name === "above" ? "+" : "-";
      return `\\lim_{${go(second)} \\to ${go(third)}^{${sign}}} ${go(of, "last")}`;
    }
    case "integrateOver/2":
      return `\\int_{${go(second)}} ${go(of, "last")} \\,d${go(second)}`;
    case "integrateOver/3":
      return `\\int_{${go(third)}} ${go(of, "last")} \\,d${go(second)}`;
    case "antiderivative/2":
      return `\\int ${go(of, "last")} \\,d${go(second)}`;
    case "gradient/1":
      return `\\nabla ${go(of, "last")}`;
    case "div/1":
      return `\\nabla \\cdot ${go(of, "last")}`;
    case "primed/1":
      return of.kind === "call" && of.name === "primed"
        ? `${go(of)}'`
        : `\\left(${go(of)}\\right)'`;
    case "curl/1":
      return `\\nabla \\times ${go(of, "last")}`;
    case "nablaTwice/1":
      return `\\nabla^2 ${go(of, "last")}`;
    case "meanUnder/2":
      return `\\mathbb{E}_{${go(second)}}\\left[${go(of)}\\right]`;
    case "expectation/3":
      return `\\mathbb{E}_{${go(second)} \\sim ${go(third)}}\\left[${go(of)}\\right]`;
    case "complement/1":
      return `${go(of, "base")}^{\\mathrm{c}}`;
    case "labelled/2":
      return `${go(of, "base")}^{${second.kind === "list" ? `[${go(second.items[0])}]` : `(${go(second)})`}}`;
    case "bracketed/1":
      return `(${go(of)})`;
    case "rangeOf/2":
      return `${go(of)}:${go(second)}`;
    case "inverseOf/1":
      return `${go(of)}^{-1}`;
    case "marked/2":
      return `\\${wideMarks[second.kind === "symbol" ? second.name : ""] ?? "overline"}{${go(of)}}`;
    case "mapping/3":
      return `${go(of)} : ${go(second)} \\to ${go(third)}`;
    case "changeOf/1":
      return `\\Delta ${go(of)}`;
    case "sizeOf/1": // of a name alone bars would be those of its absolute value
      return of.kind === "symbol" ? undefined : `\\left| ${go(of)} \\right|`;
    case "indicator/1":
      return `\\mathbf{1}\\{${go(of)}\\}`;
    case "indicatorOf/1":
      return `\\mathbf{1}_{${go(of)}}`;
    case "indicatorOf/2":
      return `\\mathbf{1}_{${go(of)}}(${go(second)})`;
    case "against/1":
      return `\\,\\|\\, ${go(of)}`;
    default:
      return undefined;
  }
}
