/** Letters that, beside x or t, mostly stand for a function of it: y of x, and x of t. */
const functionsOf: Record<string, readonly string[]> = {
  x: ["y", "z", "u", "v"],
  t: ["x", "y", "z", "u", "v"],
};

/** Letters that stand side by side for quantities of one kind. */
const groups = ["fgh", "pqrs", "uvw", "xyz"];

/** Capitals that mostly stand for a count or a constant. */
const counts = new Set(["C", "K", "M", "N"]);

/** Whether a letter mostly stands for a function of another, so that a reader must be told where it is held constant. */
export const mostlyVaries = (name: string, by: string): boolean =>
  functionsOf[by]?.includes(name) ?? false;

/** Whether a letter mostly stands for a parameter, so that an equation is about its value: b in `b = 2*a*x`. */
export const mostlyConstant = (name: string): boolean => /^[abcdk]$/.test(name);

/** Whether a letter may vary as one beside it does: w in `uvw` where u is a function. */
export const variesBeside = (name: string, others: readonly string[]): boolean =>
  others.some(
    (other) =>
      groups.some((group) => group.includes(name) && group.includes(other)) ||
      (isCapital(name) && isCapital(other)),
  );

const isCapital = (name: string) => /^[A-Z]$/.test(name) && !counts.has(name);

/** Whether a letter that is integrated alone, over a name that does not occur, may be a function of it: `F dx`, `v dt`. */
export const mayVary = (name: string, by: string): boolean =>
  mostlyVaries(name, by) || (by in functionsOf && isCapital(name));
