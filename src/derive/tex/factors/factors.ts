import { rational } from "../../../num/index.js";
import { call, type Expr, number, over, symbol } from "../../tree/expression.js";
import { rangedSigns } from "../../tree/ranged.js";
import { readArguments, application } from "../scripts/callArguments.js";
import { argument, bracedSum } from "../scripts/arguments.js";
import { absolute } from "./bars.js";
import { isLeftOut, leftOut } from "../ellipsis/dots.js";
import { bigOperator } from "./bigOperators.js";
import { functions } from "../reading/commands.js";
import { fraction } from "./fractions.js";
import { functionCall } from "./functions.js";
import { gradient } from "./gradient.js";
import { between, braces, evaluated, matrix, parenthesis } from "./groups.js";
import { cases } from "../heads/cases.js";
import { extremum, refuseBareExtremum, startsExtremum } from "../heads/extrema.js";
import { expectation, startsExpectation } from "../heads/expectations.js";
import { limit } from "../heads/limits.js";
import { angled, norm } from "../heads/norms.js";
import { integral } from "./integrals.js";
import { factorialOf, powered, refusePowerOfMean } from "../scripts/powers.js";
import {
  deeper,
  is,
  needs,
  peek,
  type Reading,
  refuse,
  take,
  takes,
  unexpected,
} from "../reading/reading.js";
import { nameAdvice } from "../reading/prose.js";
import { refuseSpeltWord } from "../symbols/letterRuns.js";
import { startsSymbol } from "../scripts/scripted.js";
import { startsFactor } from "./startsFactor.js";
import { partialOf, slashed, startsSlashed } from "./slashed.js";
import { indicator, startsIndicator } from "../symbols/indicators.js";
import { marked, startsMarked } from "../symbols/marked.js";
import { symbolFactor } from "../symbols/symbols.js";

/** Reads one factor, or two where a name stands before parentheses. */
export function factor(reading: Reading): Expr[] {
  return deeper(reading, () => {
    const token = peek(reading);
    if (token.kind === "number") {
      take(reading);
      const value = number(rational(token.text));
      return [takes(reading, "\\%") ? over(value, number(100n)) : powered(reading, value)];
    }
    if (token.kind === "word" && token.command === "operatorname") return [named(reading)];
    if (startsExpectation(reading)) return [expectation(reading)];
    if (token.kind === "letter") refuseSpeltWord(reading);
    if (startsSlashed(reading)) return [slashed(reading)];
    if (startsIndicator(reading)) return [powered(reading, indicator(reading))];
    if (startsMarked(reading)) return [powered(reading, marked(reading))];
    if (startsSymbol(reading)) return factorials(reading, symbolFactor(reading));
    if (token.kind === "word") {
      throw refuse(reading, token, "text is prose and no part of an expression", nameAdvice(token));
    }
    if (token.kind === "command") return [command(reading)];
    if (is(token, "\\|")) return [norm(reading)];
    if (is(token, "\\langle")) return [angled(reading)];
    if (is(token, "|")) return [powered(reading, absolute(reading))];
    if (is(token, "\\lfloor")) return [powered(reading, between(reading, "\\rfloor", "floor"))];
    if (is(token, "\\lceil")) return [powered(reading, between(reading, "\\rceil", "ceil"))];
    if (is(token, "\\begin") && token.command === "cases") return [cases(reading)];
    if (is(token, "\\begin")) return [powered(reading, matrix(reading))];
    if (is(token, ".") && token.sized === "left") return [evaluated(reading)];
    if (is(token, "{")) return [powered(reading, braces(reading))];
    if (token.sized !== "right" && (is(token, "(") || is(token, "[") || is(token, "\\{"))) {
      return [powered(reading, primed(reading, parenthesis(reading)))];
    }
    throw unexpected(reading, "a number, a name or a function");
  });
}

/** `(fg)'`: by what is differentiated is not written. */
function primed(reading: Reading, of: Expr): Expr {
  let expr = of;
  const place = peek(reading);
  while (takes(reading, "'")) expr = call("primed", expr);
  if (expr !== of && is(peek(reading), "(")) {
    const what = "the derivative of a group is taken at a place, and by which name is not written";
    throw refuse(reading, place, what, "write \\frac{d}{dx}(f(x) + g(x)) for (f + g)'(x)");
  }
  return expr;
}

/** A factorial after a symbol; `x(n)!` is that of the parentheses. */
function factorials(reading: Reading, factors: Expr[]): Expr[] {
  if (is(peek(reading), "!") && factors[factors.length - 1].kind === "pow") {
    throw refuse(reading, peek(reading), "a factorial after an exponent", "put one in parentheses");
  }
  if (takes(reading, "!")) factors.push(factorialOf(reading, factors.pop()!));
  return factors;
}

/** `\operatorname{f}(x)`: always a function. */
function named(reading: Reading): Expr {
  const token = take(reading);
  if (!/^[A-Za-z]\w*$/.test(token.text)) {
    const advice = "a name has letters, digits and _: \\operatorname{argmax}(…)";
    throw refuse(reading, token, `${JSON.stringify(token.text)} is no name`, advice);
  }
  if (!is(peek(reading), "(") && !is(peek(reading), "[")) {
    throw unexpected(reading, `the arguments of ${token.text} in parentheses`);
  }
  const place = peek(reading);
  const args = readArguments(reading, true);
  refusePowerOfMean(reading, place, token.text, args);
  return powered(reading, application(reading, place, token.text, args));
}

function command(reading: Reading): Expr {
  const token = peek(reading);
  const { text } = token;
  if (isLeftOut(reading)) return leftOut(reading);
  if (/^[tdc]?frac$/.test(text)) return powered(reading, fraction(reading));
  if (text === "sum" || text === "prod") return bigOperator(reading);
  if (startsExtremum(reading)) return extremum(reading);
  if (text === "int" || text === "iint" || text === "iiint") return integral(reading);
  if (Object.hasOwn(functions, text)) return functionCall(reading);
  if (text === "sqrt") return powered(reading, root(reading));
  if (/^[td]?binom$/.test(text)) {
    take(reading);
    return powered(reading, call("binomial", argument(reading), argument(reading)));
  }
  if (/^lim(?:sup|inf)?$/.test(text)) return limit(reading);
  if (Object.hasOwn(rangedSigns, text)) return refuseBareExtremum(reading);
  if (text === "det") return determinant(reading);
  if (text === "nabla") return gradient(reading);
  if (text === "infty") {
    take(reading);
    return powered(reading, symbol("Infinity"));
  }
  if (text === "Pr") {
    take(reading);
    return powered(reading, application(reading, token, "Pr", readArguments(reading, true)));
  }
  if (text === "partial") return partialOf(reading);
  throw unexpected(reading, "a number, a name or a function");
}

/** `\det(A)`, `\det A` and `\det A \det B`. */
function determinant(reading: Reading): Expr {
  const token = take(reading);
  if (is(peek(reading), "("))
    return powered(reading, application(reading, token, "det", readArguments(reading, true)));
  const [of, ...more] = startsFactor(reading) ? reading.grammar.factor(reading) : [];
  const isWhole = !startsFactor(reading) || is(peek(reading), "det");
  if (of !== undefined && more.length === 0 && isWhole) return call("det", of);
  throw refuse(reading, token, "it is not clear what this is the determinant of", "write \\det(A)");
}

/** `\sqrt{x}`, `\sqrt[n]{x}`: cube roots are real for negative x, others are powers. */
function root(reading: Reading): Expr {
  take(reading);
  if (!takes(reading, "[")) return call("sqrt", argument(reading));
  const degree = reading.grammar.sum(reading);
  needs(reading, "]", "] after the root's degree");
  const of = bracedSum(reading);
  const plain = degree.kind === "number" ? `${degree.value}` : "";
  if (plain === "2") return call("sqrt", of);
  if (plain === "3") return call("cbrt", of);
  return { kind: "pow", left: of, right: { kind: "div", left: number(1n), right: degree } };
}
