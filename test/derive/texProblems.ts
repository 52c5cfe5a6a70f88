import { call, type Expr, symbol, treeKey } from "../../src/derive/expression.js";
import { parse } from "../../src/derive/parse.js";
import { expressionText } from "../../src/derive/text.js";
import { shown } from "../../src/derive/tex/notation.js";
import { readTex } from "../../src/derive/tex/readTex.js";
import { type Chain, linkOf } from "../../src/derive/tex/chains.js";
import type { Statement } from "../../src/derive/tex/statements.js";
import { joined, type Vocabulary, vocabularyOf } from "../../src/derive/tex/vocabulary.js";
import type { DerivationJSON, Step } from "../../src/derive/types.js";

/** A display of the notes with its id. */
export interface TaggedEquation {
  id: string;
  tex: string;
}

/** The displays in a Markdown text that have a \\tag{…}. */
export function taggedEquations(markdown: string): TaggedEquation[] {
  return [...markdown.matchAll(/\$\$([^$]*?)\$\$/g)].flatMap(([, tex]) => {
    const [, id] = /\\tag\{([^}]*)\}/.exec(tex) ?? [];
    return id === undefined ? [] : [{ id, tex }];
  });
}

/** A step as trees; the sides of an equivalence are statements. */
interface Edge {
  left: Expr;
  relation: Step["relation"];
  right: Expr;
}

/**
 * What in the tagged displays is not what was checked, one sentence each: a display that cannot be read, a side that
 * stands in no step of the derivation with its id, two sides that no step joins by that relation.
 *
 * @param definitions ids of which every entry of the inventory is a definition or hypothesis: nothing is checked there
 */
export function texProblems(
  equations: TaggedEquation[],
  derivations: DerivationJSON[],
  definitions: ReadonlySet<string>,
): string[] {
  return equations.flatMap(({ id, tex }) => {
    const own = derivations.filter((one) => one.id === id);
    if (definitions.has(id) || (own.length > 0 && own.every(isDefinition))) return [];
    if (own.length === 0) return [`${id}: no derivation has this id`];
    return equationProblems(tex, own).map((problem) => `${id}: ${problem}`);
  });
}

// A slip in a definition is checked by itself, as its erratum.
const isDefinition = ({ steps }: DerivationJSON): boolean =>
  steps.length > 0 && steps.every(({ grade }) => grade === "assumed");

function equationProblems(tex: string, derivations: DerivationJSON[]): string[] {
  const edges = derivations.flatMap(edgesOf);
  const sides = edges.flatMap(({ left, right }) => [left, right]);
  const vocabulary = joined(
    vocabularyOf(sides),
    namesOf(derivations.flatMap((one) => one.assumptions)),
  );
  let statements: Statement[];
  try {
    ({ statements } = readTex(tex, vocabulary));
  } catch (error) {
    return [(error as Error).message];
  }
  return statements.flatMap((statement) => statementProblems(statement, edges));
}

/** The steps that hold; what is printed wrong is none of them. */
function edgesOf({ steps, errata }: DerivationJSON): Edge[] {
  const all = [...steps, ...errata.map(({ corrected }) => corrected)];
  return all.flatMap(({ lhs, relation, rhs, grade }) => {
    if (grade === "refuted" || grade === "unknown") return [];
    try {
      return [{ left: shown(parse(lhs)), relation, right: shown(parse(rhs)) }];
    } catch (error) {
      if (grade === "assumed") return []; // a hypothesis in words
      throw error;
    }
  });
}

/** The names that assumptions state: those of a comparison, N in `N integer >= 1`, the function p in `p density`. */
function namesOf(assumptions: string[]): Vocabulary {
  return vocabularyOf(
    assumptions.flatMap((text) => {
      const [, name, kind] = /^([A-Za-z]\w*) (integer|real|density)\b/.exec(text) ?? [];
      if (kind) return [kind === "density" ? call(name) : symbol(name)];
      return /[<>=]/.test(text) && !/^E\|/.test(text) ? [parse(text)] : [];
    }),
  );
}

function statementProblems({ chains, links }: Statement, edges: Edge[]): string[] {
  const known = links.length > 0 ? edges.flatMap(withEquations) : edges;
  const inside = chains.flatMap((chain) => chainProblems(chain, known));
  const between = links.flatMap((link, i) => {
    const [left, right] = [statementKey(chains[i]), statementKey(chains[i + 1])];
    const holds = edges.some(
      (edge) =>
        (edge.relation === link && treeKey(edge.left) === left && treeKey(edge.right) === right) ||
        (edge.relation === "<=>" && treeKey(edge.left) === right && treeKey(edge.right) === left),
    );
    return holds
      ? []
      : [`no step says that \`${chainText(chains[i])}\` ${link} \`${chainText(chains[i + 1])}\``];
  });
  return [...inside, ...between];
}

/** In an equivalence the sides of its equations stand under a hypothesis; there they are joined. */
function withEquations(edge: Edge): Edge[] {
  const inner = [edge.left, edge.right].flatMap((side) =>
    side.kind === "call" && ["=", "<", "<="].includes(side.name)
      ? [{ left: side.args[0], relation: side.name as Step["relation"], right: side.args[1] }]
      : [],
  );
  return [edge, ...inner];
}

function chainProblems({ sides, relations }: Chain, edges: Edge[]): string[] {
  const keys = new Set(edges.flatMap(({ left, right }) => [treeKey(left), treeKey(right)]));
  const missing = sides.filter((side) => !keys.has(treeKey(shown(side))));
  if (missing.length) {
    return missing.map((side) => `\`${expressionText(side)}\` stands in no step of the derivation`);
  }
  return relations.flatMap((relation, i) => {
    const link = linkOf(shown(sides[i]), relation, shown(sides[i + 1]));
    if (isJoined(link, edges)) return [];
    const texts = [link.left, link.right].map((side) => `\`${expressionText(side)}\``);
    return [`no steps lead from ${texts[0]} to ${texts[1]} by ${link.relation}`];
  });
}

/** Whether a step with this relation stands between the sides, or sides equal to them by other steps. */
function isJoined({ left, relation, right }: Edge, edges: Edge[]): boolean {
  const [from, to] = [equalTo(left, edges), equalTo(right, edges)];
  if (relation === "=") return from.has(treeKey(right));
  return edges.some(
    (edge) =>
      edge.relation === relation && from.has(treeKey(edge.left)) && to.has(treeKey(edge.right)),
  );
}

function equalTo(side: Expr, edges: Edge[]): Set<string> {
  const reached = new Set([treeKey(side)]);
  for (const key of reached) {
    for (const { left, relation, right } of edges) {
      if (relation !== "=") continue;
      if (treeKey(left) === key) reached.add(treeKey(right));
      if (treeKey(right) === key) reached.add(treeKey(left));
    }
  }
  return reached;
}

const statementKey = ({ sides, relations }: Chain): string =>
  sides.length === 2
    ? treeKey({ kind: "call", name: relations[0], args: sides.map(shown) })
    : `${sides.length} sides`;

const chainText = ({ sides, relations }: Chain): string =>
  sides.map((side, i) => `${i ? ` ${relations[i - 1]} ` : ""}${expressionText(side)}`).join("");
