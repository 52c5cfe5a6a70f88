import type { Random } from "../../../../src/index.js";
import { pick } from "../rewrite.js";

/** A number as a factor or after a minus. */
export const paren = (text: string): string => (/^\d+$/.test(text) ? text : `(${text})`);

/** Beside these a sign is that of the other factor; the gentle ones can be evaluated far away. */
const gentle = ["log(U^2 + 2)", "sqrt(U^2 + 1)", "(abs(U) + 1)", "(U^2 + U + 1)"];
const steep = ["exp(U)", "exp(-U)", "cosh(U)", "sigmoid(U)", "softplus(U)", "(2 + tanh(U))"];

/** A factor that is positive everywhere, of a name. */
export function weightOf(name: string, random: Random): string {
  if (random.integer(0, 1)) return gentleOf(name, random);
  return pick(steep, random).replaceAll("U", `(${name}/${100 * random.integer(2, 9)})`);
}

/** A factor that can be evaluated far away. */
export const gentleOf = (name: string, random: Random): string =>
  pick(gentle, random).replaceAll("U", pick([name, `(${name} - ${random.integer(2, 9)})`], random));

/** A place that points are not tried at for its own sake: between small fractions, or far away. */
export function place(random: Random): string {
  const sign = pick(["", "-"], random);
  const [large, small] = [random.integer(2, 4000), random.integer(2, 97)];
  return pick([`${sign}${small}`, `${sign}${large}`, `${sign}${large}/${small}`], random);
}

/** A small fraction as text, and its half. */
export function little(random: Random): { e: string; half: string } {
  const places = pick([1, 3, 6, 12], random);
  return { e: `1/10^${places}`, half: `1/${2n * 10n ** BigInt(places)}` };
}
