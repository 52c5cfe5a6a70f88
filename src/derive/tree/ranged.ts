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

/** The operator of a name such as `maxOver`, over values of a name, or `sumWhere`, under conditions; undefined for others. */
export function rangedOperator(name: string): string | undefined {
  const [, operator] = /^([a-z]+)(?:Over|Where)$/.exec(name) ?? [];
  return operator !== undefined && Object.hasOwn(rangedSigns, operator) ? operator : undefined;
}
