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

/** Writes a head that has a notation and no meaning yet; undefined for any other function. */
export function writeHead({ name, args }: Call, go: Go): string | undefined {
  const [of, second, third, side] = args;
  if (Object.hasOwn(eventSigns, name) && args.length === 2)
    return `${go(of)} ${eventSigns[name]} ${go(second)}`;
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
      return `${go(of, "base")}^c`;
    case "against/1":
      return `\\,\\|\\, ${go(of)}`;
    default:
      return undefined;
  }
}
