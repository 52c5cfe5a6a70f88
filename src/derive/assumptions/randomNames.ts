import { type Law, laws } from "../random/laws/laws.js";
import { readLaw, type Distribution } from "../random/laws/readLaw.js";
import { DerivationError } from "../tree/errors.js";
import type { Said, SaidOfNumbers } from "./factsOfDeclared.js";
import type { RandomMeaning } from "./randomMeaning.js";

/** Names of random variables with what stands in their brackets: X, or i of `X[i]`. */
export interface Drawn {
  name: string;
  indices: string[];
}

/** A statement about random variables under the name that it is of. */
export interface RandomDeclaration {
  name: string;
  meaning: RandomMeaning;
  text: string;
}

const one = String.raw`[A-Za-z]\w*(?:\[\s*[A-Za-z]\w*(?:\s*,\s*[A-Za-z]\w*)*\s*\])?`;
const head = String.raw`(?:${one}|\(\s*${one}(?:\s*,\s*${one})*\s*\))`;
const heads = String.raw`(${head}(?:\s*(?:,|\band\b)\s*${head})*)`;
const drawn = new RegExp(
  String.raw`^\s*${heads}\s*(iid\s*)?~(.*?)(\s(?:iid|independent))?\s*$`,
  "s",
);
const between = new RegExp(String.raw`^\s*${heads}\s+independent\s+of\s+${heads}\s*$`);
const said = new RegExp(
  String.raw`^\s*${heads}\s+(iid|independent|uncorrelated|identically distributed|jointly normal|random variables?)\s*$`,
);

/**
 * Reads what is said of random variables: `X ~ Normal(mu, sigma^2)`, `X[i] iid`, `X, Y independent`; undefined for another
 * text.
 *
 * @throws DerivationError for a law that is not known
 */
export function readRandom(written: string): Said | undefined {
  const declared = readDeclared(written);
  return declared && { declared, facts: declared.flatMap(factsOfLaw) };
}

function readDeclared(written: string): RandomDeclaration[] | undefined {
  const text = plainText(written);
  const [, ofLaw, before, law, after] = drawn.exec(text) ?? [];
  if (ofLaw !== undefined) {
    const distribution = readLaw(law, written);
    const all = readHeads(ofLaw);
    const isIid = before !== undefined || after?.trim() === "iid";
    const meanings: RandomMeaning[] = [];
    if (isIid || after !== undefined) meanings.push(independence(all));
    if (isIid) meanings.push(...alike(all));
    return declarations(all, meanings, written, distribution);
  }
  const [, these, those] = between.exec(text) ?? [];
  if (these !== undefined) {
    const sides = [these, those].map((side) => readHeads(side).flat());
    const groups = sides.map((side) => ({ names: side.map(({ name }) => name), byRow: false }));
    return declarations(sides, [{ is: "independent", groups }], written);
  }
  const [, names, what] = said.exec(text) ?? [];
  if (names === undefined) return undefined;
  const all = readHeads(names);
  // `X random variable` stands for one without a statement; `X independent` says nothing of another one.
  if (what.startsWith("random")) return declarations(all, [], written);
  const isOne = all.flat().length === 1 && all.flat()[0].indices.length === 0;
  if (isOne) {
    throw new DerivationError(
      `assumption \`${written}\`: it is said of several, as in \`X, Y ${what}\` or \`X[i] ${what}\``,
    );
  }
  const meanings: RandomMeaning[] = [];
  if (what === "iid" || what === "independent") meanings.push(independence(all));
  if (what === "iid" || what.startsWith("identically")) meanings.push(...alike(all));
  if (what === "jointly normal") meanings.push({ is: what, names: namesOf(all) });
  if (what === "uncorrelated") meanings.push({ is: "uncorrelated", names: namesOf(all) });
  return declarations(all, meanings, written);
}

const namesOf = (all: readonly Drawn[][]): string[] => all.flat().map(({ name }) => name);

const independence = (all: readonly Drawn[][]): RandomMeaning => ({
  is: "independent",
  groups: all.map((group) => ({
    names: group.map(({ name }) => name),
    byRow: group.every(({ indices }) => indices.length > 0),
  })),
});

/** Pairs that are iid are alike as pairs, and X no more than Y. */
const alike = (all: readonly Drawn[][]): RandomMeaning[] =>
  all.some((group) => group.length > 1)
    ? all.map((group) => ({ is: "alike", names: namesOf([group]), joint: true }))
    : [{ is: "alike", names: namesOf(all), joint: false }];

function declarations(
  all: readonly Drawn[][],
  meanings: readonly RandomMeaning[],
  text: string,
  distribution?: Distribution,
): RandomDeclaration[] {
  const variables = all.flat().map(({ name, indices }) => ({
    name,
    meaning: { is: "random variable" as const, indices, distribution },
    text,
  }));
  return [...variables, ...meanings.map((meaning) => ({ name: variables[0].name, meaning, text }))];
}

/** `X, (Y[i], Z[i])` as the groups X and Y, Z. */
function readHeads(text: string): Drawn[][] {
  return [...text.matchAll(new RegExp(head, "g"))].map(([group]) =>
    [...group.matchAll(new RegExp(one, "g"))].map(([entry]) => {
      const [name, inside = ""] = entry.split(/[[\]]/);
      const indices = inside.split(",").map((index) => index.trim());
      return { name: name.trim(), indices: indices.filter((index) => index !== "") };
    }),
  );
}

const fonts = /\\(?:mathcal|mathrm|operatorname|text|textrm|mathsf)\s*\{\s*([A-Za-z.]+)\s*\}/g;

/** A text with the few LaTeX commands that such statements are made of in plain words. */
function plainText(text: string): string {
  if (!text.includes("\\")) return text;
  return text
    .replace(
      /\\(?:overset|stackrel)\s*\{[^{}]*(?:\{[^{}]*\})?[^{}]*\}\s*\{\s*\\sim\s*\}/g,
      " iid ~ ",
    )
    .replace(/\\sim\b/g, " ~ ")
    .replace(fonts, "$1")
    .replace(/\\(?:left|right)(?=[()])/g, "")
    .replace(/\\[,;:! ]/g, " ")
    .replace(/_\{?([A-Za-z]\w*)\}?/g, "[$1]")
    .replace(/\^\{(\d+)\}/g, "^$1")
    .replace(/\\([A-Za-z]+)/g, "$1");
}

/** What is said of the parameters of a law by naming it. */
function factsOfLaw({ meaning, text }: RandomDeclaration): SaidOfNumbers[] {
  if (meaning.is !== "random variable" || !meaning.distribution) return [];
  const { law, parameters } = meaning.distribution;
  const { demands, whole }: Law = laws[law];
  const facts = demands(parameters).map((demand): SaidOfNumbers => ({
    kind: "compare",
    ...demand,
    text,
  }));
  const count = whole === undefined ? undefined : parameters[whole];
  if (count?.kind === "symbol") facts.push({ kind: "integer", name: count.name, text });
  return facts;
}
