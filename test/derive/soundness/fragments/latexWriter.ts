import type { Random } from "../../../../src/index.js";
import { argsOf, isName, isNum, type Term } from "../../oracle/term.js";
import { pick } from "../rewrite.js";

/** Names of the tests in LaTeX, each in the ways in which notes write it. */
const letters: Record<string, string[]> = {
  mu: ["\\mu", "{\\mu}"],
  alpha: ["\\alpha"],
  varphi: ["\\varphi"],
  sigma2: ["\\sigma^2", "\\sigma^{2}"],
  D_K: ["D_K", "D_{K}"],
  yhat: ["\\hat{y}", "\\hat y", "\\widehat{y}"],
  x1: ["x_1", "x_{1}"],
};
const gaps = ["", " ", "\\,", "~", "\\;", "\\: "];
const spaces = [" ", "  ", "\\,"];
const fractions = ["\\frac", "\\dfrac", "\\tfrac", "\\frac"];
const brackets: [string, string][] = [
  ["(", ")"],
  ["\\left(", "\\right)"],
  ["\\big(", "\\big)"],
  ["\\Bigl(", "\\Bigr)"],
];
const bars: [string, string][] = [
  ["|", "|"],
  ["\\left|", "\\right|"],
  ["\\lvert ", "\\rvert"],
];
const functions: Record<string, string[]> = {
  exp: ["\\exp"],
  log: ["\\log", "\\ln"],
  sin: ["\\sin"],
  cos: ["\\cos"],
};

/** How tightly what was written holds together. */
const rank = (term: Term): number => ({ "+": 1, "-": 2, "*": 3, sum: 3, prod: 3 })[term.fn] ?? 9;

/**
 * Writes a term in LaTeX as people do: juxtaposed or with dots, brackets of many sizes, with and without braces. It shares
 * no code with the engine's own writer, and knows nothing of what the reader refuses.
 */
export function writeLatex(term: Term, random: Random): string {
  const one = <T>(list: readonly T[]): T => pick(list, random);
  const enclosed = (text: string): string => {
    const [open, close] = one(brackets);
    return `${open}${text}${close}`;
  };
  const inside = (of: Term, least: number): string =>
    rank(of) < least ? enclosed(write(of)) : write(of);
  const braced = (text: string): string =>
    text.length === 1 && random.integer(0, 1) ? text : `{${text}}`;

  function write(of: Term): string {
    if (isNum(of)) {
      const { n, d } = of.value;
      return d === 1n ? `${n}` : `${one(fractions)}{${n}}{${d}}`;
    }
    if (isName(of)) return letters[of.name] ? one(letters[of.name]) : of.name;
    const [first, second] = argsOf(of);
    switch (of.fn) {
      case "+":
        return argsOf(of).reduce((text, arg, i) => {
          const minus = i > 0 && arg.fn === "-";
          const written = minus ? inside(argsOf(arg)[0], 3) : inside(arg, i ? 2 : 1);
          return i ? `${text}${one(gaps)}${minus ? "-" : "+"}${one(gaps)}${written}` : written;
        }, "");
      case "-":
        return `-${inside(first, 3)}`;
      case "*":
        return productOf(argsOf(of));
      case "/":
        return `${one(fractions)}{${write(first)}}{${write(second)}}`;
      case "^":
        return `${powerBase(first)}^${braced(write(second))}`;
      case "[]":
        return `${write(first)}_${braced(write(second))}`;
      case "sum":
      case "prod":
        return rangeOf(of);
      default:
        return callOf(of);
    }
  }

  function productOf(factors: Term[]): string {
    let text = "";
    for (const [i, factor] of factors.entries()) {
      const isLast = i === factors.length - 1;
      // A product that begins with a minus keeps its brackets: the minus would seem to stand before all factors.
      const isOpen = isLast && argsOf(factor)[0]?.fn !== "-";
      const written = inside(factor, isOpen ? 3 : 4);
      const isPlain = i > 0 && !/^[\d-]/.test(written) && !/frac/.test(written);
      const sign = isPlain ? one([one(gaps) || " ", " ", "\\cdot "]) : one(["\\cdot ", "\\times "]);
      text += i ? `${sign}${written}` : written;
    }
    return text;
  }

  /** e^x is written as a power, so that its own power needs brackets. */
  function powerBase(base: Term): string {
    const isPiece = (isNum(base) && base.value.d === 1n && base.value.n >= 0n) || isName(base);
    const text = write(base);
    return isPiece && !/\^/.test(text) ? text : enclosed(text);
  }

  function rangeOf(of: Term): string {
    const [body, index, from, to] = argsOf(of);
    const limits = one(["", "\\limits"]);
    const written = rank(body) < 3 || of.fn === "prod" ? enclosed(write(body)) : write(body);
    return `\\${of.fn}${limits}_{${write(index)}=${write(from)}}^${braced(write(to))}${one(spaces)}${written}`;
  }

  function callOf(of: Term): string {
    const [arg] = argsOf(of);
    if (of.fn === "sqrt") return `\\sqrt{${write(arg)}}`;
    if (of.fn === "abs") return one(bars).join(write(arg));
    if (of.fn === "floor") return `\\lfloor ${write(arg)} \\rfloor`;
    if (of.fn === "exp" && random.integer(0, 2)) return `e^{${write(arg)}}`;
    const command = one(functions[of.fn]);
    return isName(arg) && random.integer(0, 1)
      ? `${command} ${write(arg)}`
      : `${command}${enclosed(write(arg))}`;
  }

  return write(term);
}
