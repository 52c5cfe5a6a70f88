/** Signs that people type and the grammar has not, each with what to write. */
const cures: [signs: string, what: string][] = [
  ["× •", "write * for a product"],
  ["∕", "write / for a quotient"],
  ["– —", "write - for a minus"],
  [".* ./ .^", "write it without the point"],
  ["√", "write sqrt(x)"],
  ["½", "write 1/2"],
  ["°", "angles are in radians: write 90*pi/180 for 90 degrees"],
  ["₀ ₁ ₂ ₃ ₙ ₖ ᵢ ⱼ", "write x_1 for a name, x[n] for an entry"],
  ["µ", "write mu, or μ as the Greek letter"],
  ["±", "write the two cases as two equations, one with + and one with -"],
  ["∑", "write sum(e, n, 1, N)"],
  ["∏ Π", "write prod(e, n, 1, N)"],
  ["∫", "write integrate(e, x, a, b), or antiderivative(e, x) without limits"],
  ["∂", "write D(e, x) for a derivative"],
  ["∇", "write gradient(f)"],
  ["' ′", "write D(e, x) for a derivative, transpose(A) for a transpose"],
  ["⌊ ⌋ ⌈ ⌉", "write floor(x), ceil(x)"],
  ["∩ ∪", "write intersection(A, B), union(A, B) for events"],
  ["∈ ∉", "write inequalities, 0 <= x, or state an assumption: `x real`, `n integer`"],
  ["≡", "write = for an equation, a - b = k*n for a congruence"],
  ["→ ↦ ⟶", "write limit(e, x, a) for a limit, => between two statements"],
  ["|", "write abs(x) for an absolute value, b = k*a where a divides b; an event is p(C=1 | T=1)"],
  ["{ }", "write ( and ) for brackets"],
  ["[", "an entry is written x[n], with a name before the bracket"],
  ["\\", "LaTeX is written tex`…`"],
  ["$", "write a number alone, without the currency; LaTeX is written tex`…`"],
  ["&& & ∧ ∨", "write and, or between statements"],
  ["||", "write norm(x) for a norm, and, or between statements"],
  ["= == != < > <= >= ≤ ≥ ≠ ≈", "a relation stands between two sides and in no bracket"],
  ["~", "write ≈ before a number that is rounded"],
  [",", "write a point in a decimal, 3.14, and each statement by itself"],
  [";", "leave it out, or write a comma between arguments"],
  [".", "a name has no point in it: write exp(x) for np.exp(x), a*b for a product"],
  ["@", "write dot(a, b) for vectors, matmul(A, B) for matrices"],
  [
    ":",
    "write y = x for a definition or an assignment, without the colon; words before a colon are left out",
  ],
  ["?", "write each case as a statement of its own: x > 0 => y = x"],
  ['# " `', "leave it out"],
];
const cureOf = new Map(
  cures.flatMap(([signs, what]) => signs.split(" ").map((one) => [one, what])),
);

/** What to write in place of a sign; undefined for one that the grammar has. */
export const cure = (sign: string): string | undefined => cureOf.get(sign);
