import { Rational } from "../num/index.js";
import { DerivationError } from "../derive/tree/errors.js";
import { constantValue } from "../derive/tree/constants.js";
import { call, type Expr, number, subtract } from "../derive/tree/expression.js";
import { type Chain, linkOf } from "../derive/tex/statements/chains.js";
import { shown } from "../derive/tex/write/notation.js";
import { readTex } from "../derive/tex/readTex.js";
import { bindsAt } from "../derive/tex/binding/openers.js";
import { isProse } from "../derive/tex/reading/prose.js";
import type { Proposition } from "../derive/tex/statements/propositions.js";
import type { Statement } from "../derive/tex/statements/statements.js";
import { type Token, tokenize } from "../derive/tex/reading/tokens.js";
import type { Vocabulary } from "../derive/tex/reading/vocabulary.js";
import { sideOf } from "../derive/notation/relation.js";
import { refuseTwoFaces } from "./faces.js";
import type { Related } from "../derive/given/given.js";
import { factKey, integerKey, printedKey, shownKey } from "./graph.js";
import type { Claimed } from "./path.js";

/** A claim that a display prints. */
export interface PrintedClaim extends Claimed, Related {
  /** Its sides as a reader writes them. */
  texts: [string, string];
  /** The same as assumptions, where it is a comparison or a condition: all of any of these say it. */
  facts?: string[][];
}

/** A condition that is printed and that no step can have, as `x \ne 0` and `n \in \mathbb{Z}`: it is to be an assumption. */
export interface PrintedCondition {
  facts: string[][];
  text: string;
  /** How it is assumed. */
  assumption: string;
  /** The name that it makes an integer. */
  integer?: string;
}

/** What a display prints. */
export interface Printed {
  claims: PrintedClaim[];
  conditions: PrintedCondition[];
}

/**
 * What a display claims, relation by relation; an expression alone claims nothing.
 *
 * @throws DerivationError if it cannot be read
 */
export function claimsOf(tex: string, vocabulary: Vocabulary): Printed {
  const { tokens } = tokenize(tex);
  refuseWords(tokens);
  refuseTwoFaces(tokens);
  const { statements } = readTex(tex, vocabulary);
  for (const { sides, links } of statements) {
    const [[chain]] = sides[0];
    if (links.length || chain.relations.length) continue;
    const beside = statements.length > 1 ? ` beside the others` : "";
    const { text } = sideOf(shown(chain.sides[0]));
    throw new DerivationError(
      `\`${text}\` stands${beside} without a relation, so that nothing is claimed of it; write the equation alone`,
    );
  }
  const bounds = statements.flatMap(({ conditions }) => conditions.flatMap(bound));
  return {
    claims: [
      ...statements.flatMap(statementClaims),
      ...bounds.filter((one): one is PrintedClaim => "relation" in one),
    ],
    conditions: bounds.filter((one): one is PrintedCondition => "assumption" in one),
  };
}

/** Words that lead from one claim to the next, each of which is checked by itself. */
const leading = new Set("so thus hence therefore consequently".split(" "));

/** Words on the page may say anything of what is claimed (`is false`, `squared`), in any language. */
function refuseWords(tokens: readonly Token[]): void {
  for (const [i, token] of tokens.entries()) {
    if (token.kind !== "word" || !isProse(token, tokens[i + 1]) || bindsAt(tokens, i)) continue;
    const word = token.text
      .split(/[\s.,;:]+/)
      .find((one) => one && !leading.has(one.toLowerCase()));
    if (word === undefined) continue;
    throw new DerivationError(
      `the words \`${token.text.trim()}\` stand in the display and are not read; write them in the text around it`,
    );
  }
}

/** A condition that is printed is to be an assumption, or a step, as a comparison that stands by itself. */
function bound(one: Statement["conditions"][number]): (PrintedClaim | PrintedCondition)[] {
  if ("integer" in one) {
    const { integer: name } = one;
    const facts = [[integerKey(name)]];
    const text = `${name} is an integer`;
    return [{ facts, text, assumption: `${name} integer`, integer: name }];
  }
  return linksOf(one.chain).map(({ left, relation, right, digits }) => {
    if (relation === "!=") {
      const text = [left, right].map((side) => sideOf(shown(side)).text).join(" != ");
      return { text, assumption: text, facts: bothWays(relation, left, right) };
    }
    const own = compared(left, relation, right, digits);
    return relation === "=" ? { ...own, facts: bothWays(relation, left, right) } : own;
  });
}

const bothWays = (relation: "=" | "!=", left: Expr, right: Expr): string[][] => [
  [factKey(relation, subtract(left, right))],
  [factKey(relation, subtract(right, left))],
];

/** Of a statement with \iff or \implies only that is claimed: its sides stand under a hypothesis. */
function statementClaims({ sides, links }: Statement): PrintedClaim[] {
  const [[[lone, ...also], ...others]] = sides;
  if (links.length === 0 && also.length === 0 && others.length === 0) return chainClaims(lone);
  if (links.length === 0) {
    throw new DerivationError(
      "several statements stand in the display without \\iff or \\implies; write each as an equation of its own",
    );
  }
  const all = sides.map(statement);
  return links.map((relation, i) => claim(all[i], relation, all[i + 1]));
}

const chainClaims = (chain: Chain): PrintedClaim[] =>
  linksOf(chain).map(({ left, relation, right, digits }) => {
    if (relation === "!=") {
      throw new DerivationError(
        "\\ne stands in the display, and no step has it; state a != b as an assumption",
      );
    }
    return compared(left, relation, right, digits);
  });

/** The links of a chain, each with what is printed of its right side. */
const linksOf = ({ sides, relations, printed }: Chain) =>
  relations.map((sign, i) => ({
    ...linkOf(sides[i], sign, sides[i + 1]),
    digits: printed[i + 1],
  }));

function compared(
  left: Expr,
  relation: Claimed["relation"],
  right: Expr,
  digits?: string,
): PrintedClaim {
  const own = claim(left, relation, right);
  if (relation === "≈") return rounded(own, digits ?? own.texts[1]);
  const sign = relation === "<" ? ">" : relation === "<=" ? ">=" : undefined;
  if (!sign) return own;
  return {
    ...own,
    facts: [[factKey(sign, subtract(right, left))], ...ofIntegers(left, sign, right)],
  };
}

/** Of an integer, n > 0 is n >= 1. */
function ofIntegers(left: Expr, sign: ">" | ">=", right: Expr): string[][] {
  const [from, to] = [constantValue(left), constantValue(right)];
  const one = Rational.of(sign === ">" ? 1n : -1n);
  const other = sign === ">" ? ">=" : ">";
  if (right.kind === "symbol" && from?.isInteger)
    return [[integerKey(right.name), factKey(other, subtract(right, number(from.add(one))))]];
  if (left.kind === "symbol" && to?.isInteger)
    return [[integerKey(left.name), factKey(other, subtract(number(to.sub(one)), left))]];
  return [];
}

/** What follows an ≈ is claimed by its digits. */
function rounded(own: PrintedClaim, digits: string): PrintedClaim {
  return { ...own, right: printedKey(digits), texts: [own.texts[0], digits] };
}

/** A side of \iff or \implies as one statement, as a step holds it. */
function statement(side: Proposition): Expr {
  const all = side.map((chains) => {
    const comparisons = chains.flatMap(comparisonsOf);
    return comparisons.length > 1 ? call("and", ...comparisons) : comparisons[0];
  });
  return all.length > 1 ? call("or", ...all) : all[0];
}

function comparisonsOf({ sides, relations }: Chain): Expr[] {
  if (relations.length === 0) return [sides[0]];
  return relations.map((sign, i) => {
    const { left, relation, right } = linkOf(sides[i], sign, sides[i + 1]);
    return call(relation, left, right);
  });
}

function claim(left: Expr, relation: Claimed["relation"], right: Expr): PrintedClaim {
  const [from, to] = [shown(left), shown(right)];
  return {
    left: shownKey(from),
    relation,
    right: shownKey(to),
    sides: [left, right],
    texts: [sideOf(from).text, sideOf(to).text],
  };
}
