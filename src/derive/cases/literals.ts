import type { Fact } from "../assumptions/assumptions.js";
import { call, type Expr, subtract, treeKey } from "../tree/expression.js";
import { expressionText } from "../tree/text.js";

/** One comparison of a condition. */
export interface Literal {
  left: Expr;
  relation: "<" | "<=" | "=" | "!=";
  right: Expr;
}

const turned = (left: Expr, relation: Literal["relation"], right: Expr): Literal => ({
  left: right,
  relation,
  right: left,
});

/** The comparisons that all hold where a condition does; undefined for one of another kind, such as words. */
export function literalsOf(condition: Expr): Literal[] | undefined {
  if (condition.kind !== "call") return undefined;
  const [left, right] = condition.args;
  switch (condition.name) {
    case "lessThan":
      return [{ left, relation: "<", right }];
    case "atMost":
      return [{ left, relation: "<=", right }];
    case "moreThan":
      return [turned(left, "<", right)];
    case "atLeast":
      return [turned(left, "<=", right)];
    case "equal":
      return [{ left, relation: "=", right }];
    case "other":
      return [{ left, relation: "!=", right }];
    case "elementOf":
      return right.kind === "call" && right.name === "closedInterval"
        ? literalsOf(
            call("allOf", call("atMost", right.args[0], left), call("atMost", left, right.args[1])),
          )
        : undefined;
    case "allOf":
    case "bothOf": {
      const all = condition.args.map(literalsOf);
      return all.every((one) => one !== undefined) ? all.flat() : undefined;
    }
    default:
      return undefined;
  }
}

/** What holds exactly where a comparison does not. */
export function negation({ left, relation, right }: Literal): Literal {
  switch (relation) {
    case "<":
      return turned(left, "<=", right);
    case "<=":
      return turned(left, "<", right);
    case "=":
      return { left, relation: "!=", right };
    case "!=":
      return { left, relation: "=", right };
  }
}

/** A comparison as a reader writes it, what is compared before a number. */
export function literalText({ left, relation, right }: Literal): string {
  const isTurned = left.kind === "number";
  const [one, two] = (isTurned ? [right, left] : [left, right]).map((side) => expressionText(side));
  return `${one} ${isTurned ? back[relation] : relation} ${two}`;
}

const back = { "<": ">", "<=": ">=", "=": "=", "!=": "!=" } as const;

/** Comparisons as one text, without those that others of the same sides make needless: x <= 0 beside x < 0. */
export function joinedText(literals: readonly Literal[]): string {
  const sidesOf = ({ left, right }: Literal): string => [left, right].map(treeKey).sort().join();
  const weak = new Set<Literal["relation"]>(["<=", "!="]);
  const strict = new Set(literals.filter(({ relation }) => !weak.has(relation)).map(sidesOf));
  return literals
    .filter((one) => !weak.has(one.relation) || !strict.has(sidesOf(one)))
    .map(literalText)
    .filter((text, i, all) => all.indexOf(text) === i)
    .join(", ");
}

/** A comparison as an assumption; an equation is none. */
export function factOf(literal: Literal): Fact & { kind: "compare" } {
  const { left, relation, right } = literal;
  const text = literalText(literal);
  if (relation === "!=") return { kind: "compare", expr: subtract(left, right), relation, text };
  return {
    kind: "compare",
    expr: subtract(right, left),
    relation: relation === "<" ? ">" : ">=",
    text,
  };
}
