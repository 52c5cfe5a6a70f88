import { Rational } from "../num/index.js";
import { evaluate, NotExact, type Point, Undefined } from "./evaluate.js";
import { type Expr, freeNames, subtract } from "./expression.js";
import { DerivationError, parse } from "./parse.js";

type Comparison = ">" | ">=" | "!=";

/** One assumption as the engine uses it: `expr` compared with 0, or a symbol that is an integer. */
export type Fact =
  | { kind: "compare"; expr: Expr; relation: Comparison; text: string }
  | { kind: "integer"; name: string; text: string };

/** What a derivation assumes. */
export interface Assumptions {
  texts: string[];
  facts: Fact[];
}

const relations = ["<=", ">=", "!=", "<", ">"] as const;

/**
 * Reads assumptions such as `x > 0`, `a != b`, `0 < yhat < 1`, `N integer >= 1`, `n integer`.
 *
 * @throws DerivationError for a text of another form
 */
export function readAssumptions(texts: readonly string[]): Assumptions {
  return { texts: [...texts], facts: texts.flatMap(readAssumption) };
}

function readAssumption(text: string): Fact[] {
  const integer = /^\s*([A-Za-z]\w*)\s+integer\b(.*)$/.exec(text);
  if (integer) {
    const [, name, rest] = integer;
    const bound = rest.trim() === "" ? [] : comparisons(`${name} ${rest}`, text);
    return [{ kind: "integer", name, text }, ...bound];
  }
  return comparisons(text, text);
}

function comparisons(source: string, text: string): Fact[] {
  const pieces = source.split(/(<=|>=|!=|<|>)/).map((piece) => piece.trim());
  if (pieces.length < 3 || pieces.length % 2 === 0 || pieces.some((piece) => piece === "")) {
    throw new DerivationError(
      `assumption \`${text}\` must be of the form \`x > 0\`, \`a != b\`, \`0 < y < 1\` or \`N integer >= 1\``,
    );
  }
  const facts: Fact[] = [];
  for (let i = 1; i < pieces.length; i += 2) {
    const [left, right] = [parse(pieces[i - 1]), parse(pieces[i + 1])];
    const relation = pieces[i] as (typeof relations)[number];
    const flipped = relation.startsWith("<");
    const expr = flipped ? subtract(right, left) : subtract(left, right);
    const kind = flipped ? (relation.replace("<", ">") as Comparison) : (relation as Comparison);
    facts.push({ kind: "compare", expr, relation: kind, text });
  }
  return facts;
}

/** Whether a point satisfies every assumption; one that cannot be evaluated there counts as not satisfied. */
export function admits(assumptions: Assumptions, point: Point): boolean {
  return assumptions.facts.every((fact) => {
    if (fact.kind === "integer") return point.symbols.get(fact.name)?.isInteger ?? true;
    try {
      const sign = evaluate(fact.expr, point).compare(Rational.of(0n));
      return fact.relation === ">" ? sign > 0 : fact.relation === ">=" ? sign >= 0 : sign !== 0;
    } catch (error) {
      if (error instanceof Undefined || error instanceof NotExact) return false;
      throw error;
    }
  });
}

/** The names that assumptions speak of. */
export function assumedNames(assumptions: Assumptions): Set<string> {
  const names = new Set<string>();
  for (const fact of assumptions.facts) {
    if (fact.kind === "integer") names.add(fact.name);
    else for (const name of freeNames(fact.expr)) names.add(name);
  }
  return names;
}

/** The names declared to be integers. */
export function integerNames(assumptions: Assumptions): Set<string> {
  return new Set(assumptions.facts.flatMap((fact) => (fact.kind === "integer" ? [fact.name] : [])));
}
