import type { Expr } from "../tree/expression.js";
import { families, freeNames } from "../tree/names.js";
import { isBold, markedHead } from "../tex/reading/symbolNames.js";

/** Letters of complex numbers, whose bar is a conjugate. */
const complex = new Set(["z", "w"]);

/** Letters by which is mostly differentiated: `f_x` beside f. */
const variables = new Set(["x", "y", "z", "t"]);

/** A name that may stand for something of another one, and for what, in words. */
export interface DependentName {
  name: string;
  meaning: string;
}

/**
 * The first name of a claim that may depend on another of its names: `yprime` beside y and `xdot` beside x are mostly
 * derivatives, `f_x` beside f too, `zbar` beside z the conjugate, `xbar` beside x1 or x[n] the mean. What holds whatever
 * their values are holds then, too; a point at which they have values of their own refutes nothing.
 *
 * @param known names that are said to be real, each with a value of its own
 */
export function dependentName(
  sides: readonly Expr[],
  known: ReadonlySet<string>,
): DependentName | undefined {
  const names = new Set(sides.flatMap((side) => [...freeNames(side)]));
  const indexed = new Set(sides.flatMap((side) => [...families(side)]));
  for (const name of [...names, ...indexed].filter(
    (one) => names.has(one) || isBold(one) || markedHead(one).mark === "bar",
  )) {
    const meaning = known.has(name) ? undefined : meaningOf(name, names, indexed);
    if (meaning !== undefined) return { name, meaning };
  }
  return undefined;
}

function meaningOf(
  name: string,
  names: ReadonlySet<string>,
  indexed: ReadonlySet<string>,
): string | undefined {
  const [, of, by] = /^([A-Za-z]+)_([A-Za-z])$/.exec(name) ?? [];
  if (of && names.has(of) && (names.has(by) || variables.has(by)))
    return `the derivative of ${of} by ${by}`;
  const { letter, mark } = markedHead(name.replace(/(?:prime)+$/, "prime"));
  if (mark === "star") return `a certain value of ${letter}, or its conjugate`;
  if (isBold(name)) return "a vector or a matrix";
  if (mark === "bar" && (indexed.has(letter) || hasSample(letter, names)))
    return `the mean of ${letter}`;
  if (/primeprime$/.test(name) && names.has(name.slice(0, -"prime".length)))
    return `the derivative of ${name.slice(0, -"prime".length)}`;
  if (mark === "ddot" && names.has(`${letter}dot`)) return `the derivative of ${letter}dot`;
  if (!names.has(letter)) return undefined;
  if (mark === "prime" || mark === "dot" || mark === "ddot") return `the derivative of ${letter}`;
  return mark === "bar" && complex.has(letter) ? `the conjugate of ${letter}` : undefined;
}

/** Whether x1 or x_1 is among the names, of which `xbar` may be the mean. */
const hasSample = (letter: string, names: ReadonlySet<string>): boolean =>
  [...names].some((name) => name.startsWith(letter) && /^_?\d+$/.test(name.slice(letter.length)));
