import { DerivationError } from "../../../../src/derive/tree/errors.js";
import { type GradedClaim, unknownClaim } from "../../../../src/derive/claims/gradedClaim.js";
import { Derivation } from "../../../../src/derive/derivation/derivation.js";
import type { Random } from "../../../../src/index.js";
import type { Claim } from "../../oracle/truth.js";
import { type Row, rows, templates } from "./fragment.js";

/** The grade of a derivation's weakest step, as that of a claim; what it refuses is undecided. */
export function graded(claim: Claim, build: (derivation: Derivation) => Derivation): GradedClaim {
  try {
    const { grade, steps } = build(new Derivation("case", claim.assumptions)).toJSON();
    const weakest = steps.find((step) => step.grade === grade);
    const {
      conditions = [],
      method = "",
      rules = [],
      witness = null,
      reason = null,
    } = weakest ?? {};
    return { id: null, grade, conditions, method, rules, witness, reason, ms: 0 };
  } catch (error) {
    if (error instanceof DerivationError) return unknownClaim(null, error.message);
    throw error;
  }
}

type Matrix = string[][];
const listOf = (entries: Matrix): string =>
  `[${entries.map((row) => `[${row.join(", ")}]`).join(", ")}]`;
const vectorOf = (entries: string[]): string => `[${entries.join(", ")}]`;

/** Lists and matrices, whose entries are written out here by another program. */
export const lists = rows(
  "lists and matrices",
  (random: Random): Row[] => {
    const size = random.integer(2, 3);
    const range = Array.from({ length: size }, (_, i) => i);
    const matrix = (letter: string): Matrix =>
      range.map((i) => range.map((j) => `${letter}${i + 1}${j + 1}`));
    const [a, b] = [matrix("a"), matrix("b")];
    const [u, v] = ["u", "v"].map((letter) => range.map((i) => `${letter}${i + 1}`));
    const [A, B] = [listOf(a), listOf(b)];
    const [U, V] = [vectorOf(u), vectorOf(v)];
    const entries = (make: (i: number, j: number) => string) =>
      listOf(range.map((i) => range.map((j) => make(i, j))));
    const product = (x: Matrix, y: Matrix) =>
      entries((i, j) => range.map((l) => `${x[i][l]}*${y[l][j]}`).join(" + "));
    const turned = entries((i, j) => a[j][i]);
    const sum = (texts: string[]) => texts.join(" + ");
    const image = range.map((i) => sum(range.map((j) => `${a[i][j]}*${u[j]}`)));
    const slopes = `partials(loss, ${vectorOf(image)})`;
    const numbers = range.map(() => range.map(() => random.integer(-9, 9)));
    const N = listOf(numbers.map((row) => row.map((one) => `${one}`)));
    const largest = Math.max(...numbers.flat());
    const filter = "[[f11, f12], [f21, f22]]";
    const corner = (i: number, j: number) =>
      `${a[i][j]}*f11 + ${a[i][j + 1]}*f12 + ${a[i + 1][j]}*f21 + ${a[i + 1][j + 1]}*f22`;
    const inner = range.slice(1);
    const convolved = (make: (i: number, j: number) => string) =>
      listOf(inner.map((_, i) => inner.map((_, j) => make(i, j))));
    const padded = [-1, ...range, size].map((i) =>
      [-1, ...range, size].map((j) => a[i]?.[j] ?? "0"),
    );
    return [
      { lhs: `matmul(${A}, ${B})`, rhs: product(a, b), wrong: product(b, a) },
      { lhs: `transpose(${A})`, rhs: turned, wrong: A },
      {
        lhs: `transpose(matmul(${A}, ${B}))`,
        rhs: `matmul(transpose(${B}), transpose(${A}))`,
        wrong: `matmul(transpose(${A}), transpose(${B}))`,
      },
      { lhs: `dot(${U}, ${V})`, rhs: sum(range.map((i) => `${u[i]}*${v[i]}`)), wrong: "u1*v1" },
      { lhs: `total(times(${A}, ${B}))`, rhs: `dot(${A}, ${B})`, wrong: `total(${A})*total(${B})` },
      { lhs: `times(${U}, ${V})`, rhs: `times(${V}, ${U})`, wrong: U },
      {
        lhs: `flip(${A})`,
        rhs: entries((i, j) => a[size - 1 - i][size - 1 - j]),
        wrong: turned,
      },
      { lhs: `flatten(${A})`, rhs: vectorOf(a.flat()), wrong: vectorOf(a.flat().reverse()) },
      { lhs: `pad(${A}, 1)`, rhs: listOf(padded), wrong: A },
      { lhs: `size(pad(${A}, 1))`, rhs: `[${size + 2}, ${size + 2}]`, wrong: `[${size}, ${size}]` },
      { lhs: `maxPool(${N}, ${size})`, rhs: `[[${largest}]]`, wrong: `[[${largest - 1}]]` },
      {
        lhs: `relu(${N})`,
        rhs: listOf(numbers.map((row) => row.map((one) => `${Math.max(one, 0)}`))),
        wrong: listOf(numbers.map((row) => row.map((one) => `${Math.abs(one) + 1}`))),
      },
      {
        lhs: `conv(${A}, ${filter})`,
        rhs: convolved(corner),
        wrong: convolved((i, j) => corner(i, j).replace("f12", "f21")),
      },
      { lhs: `grad(dot(${U}, ${V}), ${U})`, rhs: V, wrong: U },
      {
        lhs: `grad(total(times(${A}, ${A})), ${A})`,
        rhs: entries((i, j) => `2*${a[i][j]}`),
        wrong: A,
      },
      { lhs: `jacobian(${vectorOf(image)}, ${U})`, rhs: A, wrong: turned },
      {
        lhs: `grad(loss(${vectorOf(image)}), ${U})`,
        rhs: vectorOf(range.map((j) => `dot(${slopes}, ${vectorOf(a.map((row) => row[j]))})`)),
        wrong: vectorOf(range.map((i) => `dot(${slopes}, ${vectorOf(a[i])})`)),
      },
      {
        lhs: U,
        rhs: vectorOf(u.map((one) => `(2*${one} + ${one})/3`)),
        wrong: vectorOf([...u, "0"]),
      },
    ];
  },
  { grade: (claim) => graded(claim, (one) => one.from(claim.lhs).equals(claim.rhs)) },
);

/** Where expressions are largest; what is largest elsewhere, nowhere or in two places has no such place. */
export const maxima = rows(
  "places of maxima",
  (random: Random): Row[] => {
    const [r, c, k] = [random.integer(-5, 5), random.integer(1, 6), random.integer(1, 9)];
    const square = `(x - (${r}))^2`;
    const given = ["x > 0", "S > 0", "k > 0"];
    return [
      { lhs: `-${c}*${square}`, rhs: `${r}`, wrong: { lhs: `${c}*${square}` } },
      { lhs: `${k} - x^2 + ${2 * r}*x`, rhs: `${r}`, wrong: `${r + 1}` },
      { lhs: `-${c}*${square}`, rhs: `${r}`, wrong: { lhs: `-(x - (${r}))^2*(x - (${r + c}))^2` } },
      { lhs: `${k} - ${c}*(x - a)^2`, rhs: "a", wrong: { lhs: "(x - a)^3" } },
      { lhs: "S*log(x) - k*x", rhs: "S/k", wrong: "k/S", assumptions: given },
      { lhs: "k*log(x) - x*S", rhs: "k/S", wrong: "k*S", assumptions: given },
      { lhs: `-k*log(x) - S/x`, rhs: "S/k", wrong: { lhs: "k*log(x) + S/x" }, assumptions: given },
      {
        lhs: `${k}*log(x) + ${c}*log(1 - x)`,
        rhs: `${k}/${k + c}`,
        wrong: `${c + k}/${c + 2 * k}`,
        assumptions: ["0 < x < 1"],
      },
      {
        lhs: "-sum((y[n] - x)^2, n, 1, N)",
        rhs: "sum(y[n], n, 1, N)/N",
        wrong: "sum(y[n], n, 1, N)/(N + 1)",
        assumptions: ["N integer >= 1"],
      },
    ];
  },
  { grade: (claim) => graded(claim, (one) => one.argmax(claim.lhs, "x").at(claim.rhs)) },
);

interface Recurring extends Claim {
  first: string;
  next: string;
}

/** Sequences by their next value, and their closed forms. */
export const sequences = templates(
  "sequences by induction",
  (random: Random) => {
    const [c, d] = [random.integer(2, 5), random.integer(1, 9)];
    const first = random.integer(0, 1) ? "a" : `${random.integer(1, 6)}`;
    const forms: [string, string, string][] = [
      [`r + ${d}`, `${first} + ${d}*n`, `${first} + ${d}*(n + 1)`],
      [`${c}*r`, `${first}*${c}^n`, `${first}*${c}^(n + 1) + 1`],
      [
        `${c}*r + ${d}`,
        `${first}*${c}^n + ${d}*(${c}^n - 1)/${c - 1}`,
        `${first}*${c}^n + ${d}*(${c}^n - 1)/${c}`,
      ],
      [`r + k - 1`, `${first} + n*(k - 1)`, `${first} + n*k - 1`],
      [`-r`, `${first}*(-1)^n`, `${first}`],
      [`${d} - r`, `${d}/2 + (${first} - ${d}/2)*(-1)^n`, `${d} - ${first}*(-1)^n`],
    ];
    const [next, rhs, wrong] = forms[random.integer(0, forms.length - 1)];
    const assumptions = ["n integer >= 0", "a > 20", "k > 20"];
    const holds: Recurring = { lhs: "r(n)", rhs, assumptions, first, next };
    return { holds, slips: [{ ...holds, rhs: wrong, slip: "index" as const }] };
  },
  {
    certain: true,
    grade: (claim) =>
      graded(claim, (one) => {
        const { first, next, lhs, rhs } = claim as Recurring;
        return one.recurrence("r", first, next).from(lhs).equals(rhs, "", { induction: "n" });
      }),
  },
);
