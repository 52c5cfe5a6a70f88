/** Operators over what stands below them, by the beginning of their names in a tree, with their signs in LaTeX. */
export const rangedSigns: Readonly<Record<string, string>> = {
  sum: "\\sum",
  prod: "\\prod",
  max: "\\max",
  min: "\\min",
  sup: "\\sup",
  inf: "\\inf",
  argmax: "\\arg\\max",
  argmin: "\\arg\\min",
};

/** Calls that reach over what follows them, so that they stand last or in parentheses. */
export const reaching: ReadonlySet<string> = new Set(
  (
    "sum prod integrate D partial grad gradient div curl nablaTwice limit antiderivative " +
    "integrateOver limsup liminf"
  ).split(" "),
);
/** Calls whose sign stands between two factors. */
export const between: ReadonlySet<string> = new Set(["conv", "kron", "hadamard"]);

/** The operator of a name such as `maxOver`, over values of a name, or `sumWhere`, under conditions; undefined for others. */
export function rangedOperator(name: string): string | undefined {
  const [, operator] = /^([a-z]+)(?:Over|Where)$/.exec(name) ?? [];
  return operator !== undefined && Object.hasOwn(rangedSigns, operator) ? operator : undefined;
}
