import { highestOrder } from "../reading/letters.js";
import type { Expr } from "../../tree/expression.js";
import { isDerivative } from "../../dependence/seen.js";
import { takes } from "../../library/shared/definition.js";
import { definitionOf, library } from "../../library/library.js";
import { writeHead } from "./writeHeads.js";
import { script, symbolLatex, type Surroundings, upright } from "./nameLatex.js";
import { mentions } from "../../tree/names.js";
import { candidateNames, writtenSymbol } from "../reading/symbolNames.js";
import { parenthesised, type Slot, statementSigns } from "./write.js";

type Write = (part: Expr, slot: Slot, around: Surroundings) => string;
type Call = Expr & { kind: "call" };

/** Writes a function of its arguments. */
export function writeCall(expr: Call, around: Surroundings, write: Write): string {
  const { name, args } = expr;
  const go = (part: Expr, slot: Slot = "whole") => write(part, slot, around);
  const named = args[1]?.kind === "symbol";
  if ((name === "sum" || name === "prod") && args.length === 4 && named)
    return ranging(expr, around, write);
  if (name === "integrate" && args.length === 4 && named) {
    const [body, variable, lower, upper] = args;
    const inner = go(body, "term");
    const isPlain = !/(?<![\\A-Za-z{^_])d(?![A-Za-z])/.test(withoutBraces(inner));
    return `\\int_${script(go(lower))}^${script(go(upper))} ${isPlain ? inner : parenthesised(inner)} \\,d${go(variable)}`;
  }
  if (isDerivative(expr) && (named || args[1].kind === "index"))
    return derivative(expr, around, go);
  if (name === "grad" && args.length === 2 && named) {
    return `\\nabla_${script(go(args[1]))} ${go(args[0], args[0].kind === "call" ? "base" : "last")}`;
  }
  if (name === "at" && args.length === 3 && named) {
    return `\\left. ${go(args[0])} \\right|_{${go(args[1])}=${go(args[2])}}`;
  }
  if (name === "memberAt" && args.length > 1) {
    const value: Call = { kind: "call", name, args: args.slice(1) };
    return `${go(args[0])}${list(value, around, write)}`;
  }
  const head = writeHead(expr, go);
  if (head !== undefined) return head;
  if (Object.hasOwn(statementSigns, name)) {
    return args.map((arg) => go(arg)).join(statementSigns[name]);
  }
  if (name === "conv" && args.length === 2 && args.every(({ kind }) => kind !== "number"))
    return args.map((arg) => go(arg, "factor")).join(" * ");
  const known = definitionOf(name, args.length);
  // Where e is a name, its power is none of Euler's number.
  const isPower = name !== "exp" || !around.vocabulary.symbols.has("e");
  const own = isPower ? known?.latex?.write?.(go, ...args) : undefined;
  return own ?? `${headOf(expr, around)}${list(expr, around, write)}`;
}

/** A text without what stands in braces and parentheses, where a `d` is no differential. */
function withoutBraces(text: string): string {
  const less = text.replace(/\{[^{}()]*\}|\([^{}()]*\)/g, "");
  return less === text ? text : withoutBraces(less);
}

/** `\sum_{n=1}^{N} …`, with the index bound in what it ranges over and not in its limits. */
function ranging({ name, args }: Call, around: Surroundings, write: Write): string {
  const [body, , lower, upper] = args;
  const index = args[1] as Expr & { kind: "symbol" };
  const inside = { ...around, bound: [...around.bound, index.name] };
  const limits = `_{${write(index, "whole", inside)}=${write(lower, "whole", around)}}^${script(write(upper, "whole", around))}`;
  // A product reaches to its last factor only where that has the index.
  const isLoose =
    name === "prod" && body.kind === "mul" && !mentions(body.factors.at(-1)!, index.name);
  const text = write(body, "term", inside);
  return `\\${name}${limits} ${isLoose ? parenthesised(text) : text}`;
}

/** `\frac{\partial L}{\partial w}` or `\frac{dy}{dx}`; of more than a name as an operator, and repeated with its order. */
function derivative(
  { name, args }: Call,
  { vocabulary }: Surroundings,
  go: (part: Expr, slot?: Slot) => string,
): string {
  const variable = go(args[1]);
  let [of] = args;
  let order = 1;
  while (
    of.kind === "call" &&
    of.name === name &&
    order < highestOrder &&
    of.args.length === 2 &&
    go(of.args[1]) === variable
  ) {
    [of] = of.args;
    order++;
  }
  const power = order > 1 ? `^${order}` : "";
  const by = power && /\^/.test(variable) ? `(${variable})` : variable;
  // Where d is a name, an upright one is none.
  const ordinary = vocabulary.symbols.has("d") ? "\\mathrm{d}" : "d";
  const [sign, gap] = name === "D" ? [ordinary, ""] : ["\\partial", " "];
  const isName = (of.kind === "symbol" && of.name !== "Infinity") || of.kind === "index";
  const above = isName ? `${gap}${go(of)}` : "";
  const operator = `\\frac{${sign}${power}${above}}{${sign}${gap}${by}${power}}`;
  return above
    ? operator
    : `${operator} ${go(of, of.kind === "call" && of.name === "conv" ? "base" : "last")}`;
}

/** The function itself: a command, a letter that is known as a function, or a word. */
function headOf({ name, args }: Call, around: Surroundings): string {
  const { symbols } = around.vocabulary;
  const known = library.get(name);
  const head = known?.latex?.head;
  // `\log(x, b)` would not be read as the logarithm to a base.
  if (head && (args.length === 1 || takes(known, Infinity))) return head;
  if (name === "sigmoid" && args.length === 1 && !isDeviation(symbols)) return "\\sigma";
  const written = writtenSymbol(name);
  const isLetter =
    written &&
    name !== "sigma" &&
    name !== "prior" &&
    !written.squared &&
    !written.head.endsWith("prime") &&
    !candidateNames(written).some((one) => symbols.has(one)) &&
    candidateNames(written)[0] === name;
  return isLetter ? symbolLatex(written) : upright(name).replace("mathrm", "operatorname");
}

/** Where σ or σ² is a quantity, σ(…) would not be read as the logistic function. */
const isDeviation = (symbols: ReadonlySet<string>): boolean =>
  symbols.has("sigma") || symbols.has("sigma2");

/** Arguments in parentheses, parameters after a semicolon, what is given after a bar; those of an expectation in brackets. */
function list({ name, args }: Call, around: Surroundings, write: Write): string {
  const go = (part: Expr) => write(part, "whole", around);
  const row = (parts: readonly Expr[]): string => {
    const end = parts.at(-1);
    const isWith = end?.kind === "call" && end.name === "parameters" && parts.length > 1;
    if (!isWith) return parts.map(go).join(", ");
    return `${parts.slice(0, -1).map(go).join(", ")}; ${end.args.map(go).join(", ")}`;
  };
  const last = args.at(-1);
  const isGiven =
    last?.kind === "call" && last.name === "given" && args.length > 1 && last.args.length > 0;
  const isDivergence = last?.kind === "call" && last.name === "against" && args.length === 2;
  const text = isDivergence
    ? args.map(go).join(" ")
    : isGiven
      ? `${row(args.slice(0, -1))} \\mid ${last.args.map(go).join(", ")}`
      : row(args);
  const isExpectation = name === "E" && args.length === 1 && !around.vocabulary.symbols.has("E");
  return isExpectation ? `\\left[${text}\\right]` : parenthesised(text);
}
