import type { Expr } from "../tree/expression.js";
import { families, freeNames } from "../tree/names.js";
import { eventSigns } from "../tree/events.js";
import { visitParts } from "./occurrences.js";

function named(phrase: string, names: string): [name: string, phrase: string][] {
  return names.split(" ").map((name) => [name, phrase]);
}

/** Functions of matrices and vectors, by their name in a reason; of numbers they are functions like others. */
const ofMatrices = new Map([
  ...named("a trace", "tr Tr trace"),
  ...named("a determinant", "det Det logdet"),
  ...named("a transpose", "transpose adj"),
  ...named("an inverse", "inverse inv"),
  ...named("a function of matrices", "rank vec diag eig expm"),
  ...named("a product of matrices", "kron hadamard"),
  ...named("a norm", "norm"),
  ...named("an inner product", "inner"),
]);

/** Operations that are mostly those of matrices and vectors. */
const onlyOfMatrices = new Set(["transpose", "kron", "vec", "norm", "inner"]);

/** Whether something stands in a claim that nothing but matrices have. */
export function speaksOfMatrices(sides: readonly Expr[]): boolean {
  let found = false;
  for (const side of sides)
    visitParts(side, (part) => {
      found ||= part.kind === "call" && onlyOfMatrices.has(part.name);
    });
  return found;
}

/** What is read, written and shown, and has no meaning yet. */
const open = new Map([
  ...named("an average", "average"),
  ...named("an expectation under a distribution", "expectation meanUnder"),
  ...named("a limit", "limit lim"),
  ...named("an indefinite integral", "antiderivative"),
  ...named("a gradient", "gradient grad"),
  ...named("a divergence of a field", "div"),
  ...named("a curl", "curl"),
  ...named("a value by cases", "cases"),
  ...named("a derivative by a name that is not written", "primed"),
  ...named("a Laplacian or a Hessian", "nablaTwice"),
  ...named("an upper or a lower limit", "limsup liminf"),
  ...named("an integral over a set", "integrateOver"),
  ...named("a maximum over a range", "maxOver maxWhere supOver supWhere"),
  ...named("a minimum over a range", "minOver minWhere infOver infWhere"),
  ...named("the place of a maximum", "argmaxOver argmaxWhere"),
  ...named("the place of a minimum", "argminOver argminWhere"),
  ...named("a sum under a condition", "sumWhere"),
  ...named("a product under a condition", "prodWhere"),
  ...named("a function that an index chooses", "memberAt"),
  ...named("a list with dots", "dots rangeOf"),
  ...named("a label in brackets", "labelled bracketed"),
  ...named("a mark above an expression", "marked"),
  ...named("an entry of a value", "entryOf"),
  ...named("a distribution", "distribution iidDraws independentDraws"),
  ...named("a set", "setOf setWhere closedInterval openInterval numbers sizeOf"),
  ...named("an indicator", "indicator indicatorOf"),
  ...named("a proportion", "upToFactor"),
  ...named("a difference or a Laplacian", "changeOf"),
  ...named("a sum over values that are not listed", "sumOver"),
  ...named("a product over values that are not listed", "prodOver"),
  ...named("a divergence", "against"),
  ...named("an event", Object.keys(eventSigns).join(" ")),
]);

/**
 * Why a claim is not decided: the first part of it that has no meaning yet, by name; undefined where there is none.
 *
 * @param known names that are said to be real
 * @param arrays names that are declared to be matrices or vectors
 */
export function opaqueIn(
  sides: readonly Expr[],
  known: ReadonlySet<string>,
  arrays: ReadonlySet<string>,
): string | undefined {
  let found: string | undefined;
  const check = (part: Expr): void => {
    if (part.kind !== "call" || found !== undefined) return;
    const plain = open.get(part.name);
    const phrase = ofMatrices.get(part.name);
    const names = part.args.flatMap((arg) => [...freeNames(arg), ...families(arg)]);
    const name = names.find((one) => !known.has(one));
    if (plain !== undefined) found = `${plain} has no meaning here yet`;
    else if (phrase !== undefined && name !== undefined) {
      const cure = arrays.has(name) ? "" : `: assume \`${name} real\` if ${name} is a number`;
      found = `${phrase} has no meaning here yet${cure}`;
    }
  };
  for (const side of sides) visitParts(side, check);
  return found;
}
