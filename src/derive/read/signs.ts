/** Signs that people type and the grammar has not, each with what to write. */
const cures: [signs: string, what: string][] = [
  ["× · ⋅ ∗ •", "write * for a product"],
  ["÷ ∕", "write / for a quotient"],
  ["− – —", "write - for a minus"],
  ["**", "write ^ for a power"],
  [".* ./ .^", "write it without the point"],
  ["² ³ ⁴ ⁿ ⁻ ¹", "write ^ for a power, x^2"],
  ["√", "write sqrt(x)"],
  ["π", "write pi for the number"],
  ["∞", "write Infinity"],
  ["∑", "write sum(e, n, 1, N)"],
  ["∏ Π", "write product(e, n, 1, N)"],
  ["∫", "write integrate(e, x, a, b)"],
  ["∂ ∇", "write D(e, x) for a derivative"],
  ["' ′", "write D(e, x) for a derivative; a transpose has no meaning here"],
  ["|", "write abs(x) for an absolute value; an event is p(C=1 | T=1)"],
  ["{ }", "write ( and ) for brackets"],
  ["[", "an entry is written x[n], with a name before the bracket"],
  ["\\ $", "LaTeX is written tex`…`"],
  ["&& || & ∧ ∨", "write and, or between statements"],
  ["= == != < > <= >= ≤ ≥ ≠ ≈ ~", "a relation stands between two sides and in no bracket"],
  [': ? ; @ # " ` .', "this sign is no part of an expression"],
];
const cureOf = new Map(
  cures.flatMap(([signs, what]) => signs.split(" ").map((one) => [one, what])),
);

/** What to write in place of a sign; undefined for one that the grammar has. */
export const cure = (sign: string): string | undefined => cureOf.get(sign);
