import type { Random } from "../../../../src/index.js";
import type { Claim } from "../../oracle/truth.js";
import { pick } from "../rewrite.js";
import { type Planted, templates } from "./fragment.js";

const paren = (k: number) => (k < 0 ? `(${k})` : `${k}`);
const irrationals = ["sqrt(2)", "log(3)", "exp(1/2)", "5^(1/3)", "(log(2)*sqrt(3))"];

/** Ways to write x that hide it from an evaluation: what is irrational cancels. */
const disguises: ((c: string) => string)[] = [
  (c) => `x + ${c} - ${c}`,
  (c) => `x*(1 + ${c} - ${c})`,
  (c) => `x*${c}/${c}`,
  () => "log(exp(x))",
  () => "exp(x)*exp(-x)*x",
  () => "(x + exp(x)) - exp(x)",
];

const slip = (claim: Claim, change: Partial<Claim>): Planted => ({
  ...claim,
  ...change,
  slip: "coefficient",
});

/** A comparison of x, in disguise, beside the same in plain view. */
const disguised = templates(
  "disguised statements",
  (random: Random) => {
    const [r, k] = [random.integer(-6, 9), random.integer(1, 4)];
    const x = pick(disguises, random)(pick(irrationals, random));
    const [other, c] = [r + k, pick(irrationals, random)];
    const claims: [Claim, Partial<Claim>][] = [
      [
        { lhs: `${x} = ${r}`, relation: "=>", rhs: `x = ${r}`, assumptions: [] },
        { rhs: `x = ${other}` },
      ],
      [
        { lhs: `${x} + ${c} <= ${r} + ${c}`, relation: "=>", rhs: `x <= ${r}`, assumptions: [] },
        { rhs: `x < ${r}` },
      ],
      [
        { lhs: `(${x})^2 = ${r * r}`, relation: "=>", rhs: `x^2 = ${r * r}`, assumptions: [] },
        { rhs: `x = ${Math.abs(r) + k}` },
      ],
      [
        { lhs: `x >= ${r}`, relation: "=>", rhs: `${x} + ${c} >= ${r} + ${c}`, assumptions: [] },
        { rhs: `${x} + ${c} > ${r} + ${c}` },
      ],
      [
        { lhs: c, relation: "<=", rhs: `${c} + (${x} - ${paren(r)})^2`, assumptions: [] },
        { relation: "<" },
      ],
      [
        { lhs: c, relation: "<", rhs: `${c} + (x - ${paren(r)})^2 + 1/${k}`, assumptions: [] },
        { rhs: `${c} + (x - ${paren(r)})^2 - 1/10^9` },
      ],
    ];
    const [holds, change] = pick(claims, random);
    return { holds, slips: [slip(holds, change)] };
  },
  { certain: true },
);

/** Equations with their solutions, and with a root that the equation itself has no value at. */
const extraneous = templates(
  "extraneous roots",
  (random: Random) => {
    const r = random.integer(-5, 5);
    const s = r + random.integer(1, 6); // the root that is none
    const [p, q] = [paren(r), paren(s)];
    const claims: [string, string, string][] = [
      [`(x - ${p})*(x - ${q})/(x - ${q}) = 0`, `x = ${r}`, `x = ${r} or x = ${s}`],
      [`x/(x - ${q}) = ${p}/(x - ${q})`, `x = ${r}`, `x = ${r} or x = ${s}`],
      [`sqrt(${s} - x)^2 = ${s - r}`, `x = ${r}`, `x = ${r} or x = ${s + 1}`],
      [`(x - ${p})*log(x - ${q}) = 0`, `x = ${s + 1}`, `x = ${s + 1} or x = ${r}`],
      [`exp(log(x - ${p}))^2 = ${(s - r) ** 2}`, `x = ${s}`, `x = ${s} or x = ${2 * r - s}`],
    ];
    const [lhs, rhs, wrong] = pick(claims, random);
    const holds: Claim = { lhs, relation: "<=>", rhs, assumptions: [] };
    return { holds, slips: [slip(holds, { rhs: wrong })] };
  },
  { certain: true },
);

/** A polynomial of known real roots, compared with 0: of each whether it lets the polynomial change its sign. */
const polynomials = templates(
  "signs of polynomials",
  (random: Random) => {
    const factor = (): [string, boolean] => {
      const [k, d] = [random.integer(-9, 9), random.integer(1, 3)];
      const far = random.integer(1000, 2_000_000);
      return pick<[string, boolean]>(
        [
          [`(x^2 + ${Math.abs(k) + 1})`, false],
          [`(x^2 - ${paren(k)}*x + ${k * k + d})`, false],
          [`(${d}*x - ${paren(k)})^2`, true],
          [`(x^2 - ${Math.abs(k) + 2})^2`, true],
          [`(x - ${far})^2`, true],
          [`(x^3 - ${paren(k)})^2`, true],
        ],
        random,
      );
    };
    const factors = Array.from({ length: random.integer(1, 2) }, factor);
    const product = factors.map(([text]) => text).join("*");
    const reached = factors.some(([, zero]) => zero);
    const a = random.integer(2, 900_000);
    const crossing = pick([`(x - ${a})*(x - ${a + 1})`, `(x^2 - ${a})`, `(x^3 - ${a}*x)`], random);
    const holds: Claim = {
      lhs: "0",
      relation: reached ? "<=" : "<",
      rhs: product,
      assumptions: [],
    };
    return { holds, slips: [slip(holds, { rhs: `${product}*${crossing}` })] };
  },
  { certain: true },
);

export const implications = [disguised, extraneous, polynomials];
