import type { Assumptions } from "../assumptions/assumptions.js";
import { decide } from "../opinion/decide.js";
import {
  defineName,
  type Definitions,
  isDefined,
  refuseTaken,
} from "../definitions/definitions.js";
import { DerivationError } from "../tree/errors.js";
import { call, type Expr, number, parts, sumOf, symbol } from "../tree/expression.js";
import { library } from "../library/library.js";
import { expressionLatex } from "../notation/latex.js";
import { freeNames, substitute } from "../tree/names.js";
import { parse } from "../read/parse.js";
import { checkEvent } from "../definitions/probability.js";
import { isFunctionWord } from "../read/words.js";
import type { Side } from "../notation/relation.js";
import { resolve } from "../definitions/resolve.js";
import type { DefinitionOptions } from "./stepOptions.js";
import type { Definition } from "../../record/types.js";
import { listFunctions } from "../tensor/calls.js";
import { expressionText } from "../tree/text.js";

/** A definition as a step shows it. */
export interface DefinedStep {
  lhs: string;
  rhs: string;
  lhsLatex: string;
  rhsLatex: string;
  /** What it takes to enter it again; absent for a hypothesis, and for the second of the steps that show a sequence. */
  defines?: Definition;
}

/**
 * Enters a definition: of a name `S`, of a function `p(x)`, or of a probability `p(T=1 | C=1)`.
 *
 * @throws DerivationError if the name is taken or of another form
 */
export function defined(
  left: Side,
  right: Side,
  options: DefinitionOptions,
  { definitions, assumptions }: { definitions: Definitions; assumptions: Assumptions },
  used: ReadonlySet<string>,
): DefinedStep {
  const { expr } = left;
  const value = resolve(right.expr, withoutParameters(definitions, expr));
  if (options.where !== undefined && expr.kind !== "call") {
    throw new DerivationError(`define: where belongs to a function such as p(x), got ${left.text}`);
  }
  if (expr.kind === "symbol") {
    refuseTaken(expr.name, value, definitions, assumptions, used);
    defineName(definitions, expr.name, value);
  } else if (expr.kind === "event") {
    checkEvent(expr, definitions.events);
    checkProbability(left, value, assumptions);
    definitions.events.push({ event: expr, value });
  } else if (expr.kind === "call") {
    defineFunction(left, value, options.where, definitions, assumptions);
  } else if (expr.kind === "index") {
    const parameters = parametersOf(left, expr.indices);
    refuseTaken(expr.name, value, definitions, assumptions, used);
    definitions.families.set(expr.name, { parameters, body: value });
  } else {
    throw new DerivationError(
      `define: the left side must be a name, a function such as p(x), a family such as x[n] or an event such as p(A=1), got ${left.text}`,
    );
  }
  const where = options.where ? limitsOf(options.where, left) : undefined;
  const support = where ? `, ${where.text}` : "";
  const set = where ? ` \\quad (${where.latex})` : "";
  return {
    lhs: left.text,
    rhs: right.text + support,
    lhsLatex: left.latex,
    rhsLatex: right.latex + set,
    defines: {
      name: left.text,
      value: right.text,
      ...(options.where ? { where: options.where } : {}),
    },
  };
}

function parametersOf({ text }: Side, args: readonly Expr[]): string[] {
  const parameters = args.map((arg) => (arg.kind === "symbol" ? arg.name : ""));
  if (new Set(parameters).size === parameters.length && !parameters.includes("")) return parameters;
  throw new DerivationError(`define: ${text} must be a function of different names`);
}

/** In the value of p(x), x is the parameter, whatever else the name stands for. */
function withoutParameters(definitions: Definitions, left: Expr): Definitions {
  if (left.kind !== "call" && left.kind !== "index") return definitions;
  const names = new Map(definitions.names);
  for (const part of parts(left)) if (part.kind === "symbol") names.delete(part.name);
  return { ...definitions, names };
}

function defineFunction(
  left: Side,
  body: Expr,
  where: string | undefined,
  definitions: Definitions,
  assumptions: Assumptions,
): void {
  const { name, args } = left.expr as Expr & { kind: "call" };
  const parameters = parametersOf(left, args);
  // `erf` is unknown to the prover, yet every reader knows it: a page would show its name with another meaning.
  const meant = [library, listFunctions, forms];
  if (isFunctionWord(name) || meant.some((names) => names.has(name))) {
    throw new DerivationError(
      `define: ${name} must be a new name, but it has a meaning of its own here`,
    );
  }
  refuseTaken(name, number(0n), definitions, assumptions, new Set());
  if (callsOf(body).has(name)) {
    throw new DerivationError(`define: ${name} must be a new name, but its own value speaks of it`);
  }
  if (where === undefined) {
    definitions.functions.set(name, { parameters, body });
    return;
  }
  const limits = limitsOf(where, left);
  const [lower, upper] = [limits.lower, limits.upper].map((side) => resolve(side, definitions));
  const ordered = decide({ left: lower, relation: "<", right: upper }, assumptions);
  if (ordered.grade !== "proved") {
    throw new DerivationError(
      `define: ${expressionText(limits.lower)} < ${expressionText(limits.upper)} must follow from the assumptions`,
    );
  }
  definitions.functions.set(name, { parameters, body, support: { lower, upper } });
}

const forms = new Set(["D", "partial", "sum", "prod", "integrate", "at"]);

function callsOf(expr: Expr, found = new Set<string>()): Set<string> {
  if (expr.kind === "call") found.add(expr.name);
  for (const part of parts(expr)) callsOf(part, found);
  return found;
}

/** `c < x < d`, with the function's only name between. */
function limitsOf(where: string, { text, expr }: Side) {
  const pieces = where.split("<").map((piece) => piece.trim());
  const [parameter] = expr.kind === "call" ? expr.args : [];
  const one = expr.kind === "call" && expr.args.length === 1 && parameter.kind === "symbol";
  if (pieces.length !== 3 || !one || pieces[1] !== parameter.name) {
    throw new DerivationError(
      `define: where must read \`c < x < d\` for a ${text}, got \`${where}\``,
    );
  }
  const [lower, , upper] = pieces.map((piece) => parse(piece));
  const sides = [lower, parameter, upper].map((side) => expressionLatex(side));
  return { lower, upper, text: pieces.join(" < "), latex: sides.join(" < ") };
}

function checkProbability({ text }: Side, value: Expr, assumptions: Assumptions): void {
  const low = decide({ left: number(0n), relation: "<=", right: value }, assumptions);
  const high = decide({ left: value, relation: "<=", right: number(1n) }, assumptions);
  if (low.grade === "proved" && high.grade === "proved") return;
  const own = expressionText(value);
  throw new DerivationError(
    `define: ${text} must lie between 0 and 1; assume \`0 <= ${own} <= 1\`, or \`0 < ${own} < 1\``,
  );
}

/** Enters a sequence, and shows it as two definitions. */
export function recurrenceSteps(
  name: string,
  start: Side,
  step: Side,
  definitions: Definitions,
): DefinedStep[] {
  const own = parse(name);
  if (own.kind !== "symbol")
    throw new DerivationError(`recurrence: the name must be a name, got ${name}`);
  if (isDefined(definitions, name)) {
    throw new DerivationError(`recurrence: ${name} must be a new name, but it is defined above`);
  }
  const [begin, onward] = [start, step].map(({ expr }) => resolve(expr, definitions));
  if (freeNames(begin).has(name)) {
    throw new DerivationError(`recurrence: the first value of ${name} must not speak of ${name}`);
  }
  definitions.recurrences.set(name, { name, first: begin, next: onward });
  const n = ["n", "k", "l", "j", "i"].find((letter) => !freeNames(step.expr).has(letter)) ?? "n_";
  const shown = substitute(step.expr, new Map([[name, call(name, symbol(n))]]));
  const [at0, atNext] = [call(name, number(0n)), call(name, sumOf(symbol(n), number(1n)))];
  return [
    {
      lhs: expressionText(at0),
      rhs: start.text,
      lhsLatex: expressionLatex(at0),
      rhsLatex: start.latex,
      defines: { sequence: name, first: start.text, next: step.text },
    },
    {
      lhs: expressionText(atNext),
      rhs: expressionText(shown),
      lhsLatex: expressionLatex(atNext),
      rhsLatex: expressionLatex(shown),
    },
  ];
}
