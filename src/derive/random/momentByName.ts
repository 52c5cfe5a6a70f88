import type { Assumptions } from "../assumptions/assumptions.js";
import { statedNames } from "../assumptions/statedNames.js";
import type { Expr } from "../tree/expression.js";
import { freeNames } from "../tree/names.js";
import type { RandomNames } from "./names.js";

/**
 * Why a claim is not refuted by the value of a name that notes give to a moment: `mu_X`, `sigma_X`, `rho_XY`, `Xbar` beside
 * X. Undefined where there is none of which nothing is said.
 */
export function momentByName(
  sides: readonly Expr[],
  assumptions: Assumptions,
  { variables }: RandomNames,
): string | undefined {
  const said = statedNames(assumptions);
  for (const { distribution } of variables.values())
    for (const parameter of distribution?.parameters ?? [])
      for (const name of freeNames(parameter)) said.add(name);
  const isOfVariables = (text: string): boolean =>
    variables.has(text) ||
    [...variables.keys()].some(
      (one) => text.startsWith(one) && variables.has(text.slice(one.length)),
    );
  for (const name of sides.flatMap((side) => [...freeNames(side)])) {
    const [, below] = /^[A-Za-z]\w*?_(\w+)$/.exec(name) ?? /^(\w+)bar$/.exec(name) ?? [];
    if (below !== undefined && !said.has(name) && !variables.has(name) && isOfVariables(below))
      return `${name} may be a moment of ${below}: assume what it is, such as \`E(X) = mu_X\`, or \`${name} real\` for a number of its own`;
  }
  return undefined;
}
