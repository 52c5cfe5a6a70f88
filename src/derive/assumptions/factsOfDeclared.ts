import type { Comparison } from "../form/signs.js";
import { call, type Expr, number, subtract, symbol } from "../tree/expression.js";
import { type Declared, mayBeRandom, readDeclaration } from "./declared.js";
import type { Equation } from "./equation.js";

/** What a declaration says of numbers. */
export type SaidOfNumbers =
  | { kind: "compare"; expr: Expr; relation: Comparison; text: string }
  | { kind: "integer"; name: string; text: string };

/** What a text declares, and what it says of numbers by that. */
export interface Said {
  declared: Declared[];
  facts: SaidOfNumbers[];
}

/** Reads what a text says of random variables; undefined where it says nothing of them. */
export type ReadRandom = (text: string) => Said | undefined;

const weight = (name: string): Expr => ({ kind: "index", name, indices: [symbol("i")] });

/** Weights are positive, and there are some. */
function factsOfWeights({ name, meaning, text }: Declared): SaidOfNumbers[] {
  if (meaning.is !== "weights") return [];
  const { from, to } = meaning;
  const whole: SaidOfNumbers[] =
    to.kind === "symbol" ? [{ kind: "integer", name: to.name, text }] : [];
  return [
    { kind: "compare", expr: weight(name), relation: ">", text },
    { kind: "compare", expr: subtract(to, from), relation: ">=", text },
    ...whole,
  ];
}

/** Weights add up to 1. */
function equationOfWeights({ name, meaning, text }: Declared): Equation[] {
  if (meaning.is !== "weights") return [];
  const left = call("sum", weight(name), symbol("i"), meaning.from, meaning.to);
  return [{ left, right: number(1n), text }];
}

/** What is declared among some texts, and what is said of numbers by that. */
export function readDeclared(
  texts: readonly string[],
  readRandom?: ReadRandom,
): Said & { equations: Equation[] } {
  const said = texts.flatMap((text) => (typeof text === "string" ? readOne(text, readRandom) : []));
  const declared = said.flatMap((one) => one.declared);
  const facts = [...said.flatMap((one) => one.facts), ...declared.flatMap(factsOfWeights)];
  return { declared, facts, equations: declared.flatMap(equationOfWeights) };
}

function readOne(text: string, readRandom?: ReadRandom): Said[] {
  const own = readDeclaration(text);
  if (own) return [{ declared: [own], facts: [] }];
  const random = mayBeRandom(text) ? readRandom?.(text) : undefined;
  return random ? [random] : [];
}
