import type { Random } from "../../../../src/index.js";
import { pick } from "../rewrite.js";
import { type Row, rows } from "./fragment.js";

const paren = (text: string): string => (/^\d+$/.test(text) ? text : `(${text})`);

/** Factors that are positive everywhere, so that a sign is that of what they stand beside. */
const gentle = ["log(U^2 + 2)", "sqrt(U^2 + 1)", "(abs(U) + 1)", "(U^2 + U + 1)"];
const steep = ["exp(U)", "exp(-U)", "cosh(U)", "sigmoid(U)", "softplus(U)", "(2 + tanh(U))"];

function weightOf(name: string, random: Random): string {
  if (random.integer(0, 1)) return gentleOf(name, random);
  return pick(steep, random).replaceAll("U", `(${name}/${100 * random.integer(2, 9)})`);
}

/** A factor that can be evaluated far away. */
const gentleOf = (name: string, random: Random): string =>
  pick(gentle, random).replaceAll("U", pick([name, `(${name} - ${random.integer(2, 9)})`], random));

/** A place that points are not tried at for its own sake: between small fractions, or far away. */
function place(random: Random): string {
  const sign = pick(["", "-"], random);
  const [large, small] = [random.integer(2, 4000), random.integer(2, 97)];
  return pick([`${sign}${small}`, `${sign}${large}`, `${sign}${large}/${small}`], random);
}

/** A fraction of one of two lengths, as text and its half. */
function little(random: Random): { e: string; half: string } {
  const places = pick([1, 3, 6, 12], random);
  return { e: `1/10^${places}`, half: `1/${2n * 10n ** BigInt(places)}` };
}

const over = (whole: number, part: string): string => {
  const [n, d] = part.split("/");
  return `${BigInt(whole) * BigInt(d) + BigInt(n)}/${d}`;
};

/** Inequalities that touch or nearly touch at one place, and that fail there alone once they ask for a little more. */
export const touching = rows(
  "inequalities that nearly hold",
  (random: Random): Row[] => {
    const p = place(random);
    const { e } = little(random);
    const [w, k] = [weightOf("x", random), random.integer(1, 9)];
    const square = `(x - ${paren(p)})^2`;
    const step = `x - ${paren(p)}`;
    const above = ["x > 0"];
    const q = random.integer(2, 60);
    const at = { x: p };
    const least = (
      lhs: string,
      rhs: string,
      wrong: Row["wrong"],
      more: Partial<Row> = {},
    ): Row => ({
      lhs,
      relation: "<=",
      rhs,
      wrong,
      at,
      ...more,
    });
    return [
      least("0", `${square}*${w}`, { relation: "<" }),
      least("0", `${square}*${w}`, `(${square} - ${e})*${w}`),
      least(w, `${w} + ${square}/${k}`, `${w} + ${square}/${k} - ${e}`),
      least(`1 + ${step}`, `exp(${step})`, { lhs: `1 + ${step} + ${e}` }),
      least(
        `exp(${k})*(1 + x - ${k})`,
        "exp(x)",
        { lhs: `exp(${k})*(1 + x - ${k}) + ${e}` },
        { at: { x: `${k}` } },
      ),
      least(
        `log(x/${q})`,
        `x/${q} - 1`,
        { lhs: `log(x/${q}) + ${e}` },
        { assumptions: above, at: { x: `${q}` } },
      ),
      least(
        `${2 * q}`,
        `x + ${q * q}/x`,
        { relation: "<" },
        { assumptions: above, at: { x: `${q}` } },
      ),
      least(
        "sqrt(x)",
        `(x + ${q * q})/${2 * q}`,
        { lhs: `sqrt(x) + ${e}` },
        { assumptions: ["x >= 0"], at: { x: `${q * q}` } },
      ),
      least(`sigmoid(${step})*(1 - sigmoid(${step}))`, "1/4", `1/4 - ${e}`),
      least(
        `x^${k}`,
        `${k ** k}*exp(x - ${k})`,
        { relation: "<" },
        { assumptions: ["x >= 0"], at: { x: `${k}` } },
      ),
      least("0", `abs(${step})*${w}`, { relation: "<" }),
      least(`${k}`, `abs(${step}) + abs(${step} - ${k})`, { lhs: `${k} + ${e}` }),
      least("0", `relu(${step}) + relu(-(${step}))`, { lhs: e }),
      least("1", `cosh(${step})`, { relation: "<" }),
    ];
  },
  { certain: false },
);

/** Inequalities that fail near a bound alone, far away alone, or at some whole numbers. */
export const farAndNear = rows(
  "inequalities that fail at bounds and far away",
  (random: Random): Row[] => {
    const { e, half } = little(random);
    const [w, v, b] = [weightOf("x", random), gentleOf("x", random), random.integer(-3, 3)];
    const [k, c] = [random.integer(2, 12), random.integer(2, 5)];
    const above = [`x > ${b}`];
    const near = { x: over(b, half) };
    const far = { x: `${3n ** BigInt(k + 8)}` };
    const power = random.integer(1, 4);
    const [top, most] = largest(power, c);
    return [
      {
        lhs: `${b}*${w}`,
        relation: "<",
        rhs: `x*${w}`,
        wrong: { lhs: `(${b} + ${e})*${w}` },
        assumptions: above,
        at: near,
      },
      {
        lhs: `exp(${b})`,
        relation: "<",
        rhs: "exp(x)",
        wrong: { lhs: `exp(${b}) + ${e}/10^3` },
        assumptions: above,
        at: { x: over(b, `1/${10n ** 17n}`) },
      },
      {
        lhs: `x*${w}`,
        relation: "<",
        rhs: w,
        wrong: `(1 - ${e})*${w}`,
        assumptions: ["0 < x < 1"],
        at: { x: over(1, `-${half}`) },
      },
      {
        lhs: "0",
        relation: "<",
        rhs: `x*${w}`,
        wrong: `(x - ${e})*${w}`,
        assumptions: ["0 < x < 1"],
        at: { x: half },
      },
      { lhs: "log(x^2 + 1)", relation: "<=", rhs: "x^2", wrong: `${2 * k}`, at: far },
      {
        lhs: `-x^2*${v}`,
        relation: "<=",
        rhs: `10^${k}*${v}`,
        wrong: { lhs: `x^2*${v}` },
        at: { x: `${10 ** k}` },
      },
      {
        lhs: "sqrt(x)",
        relation: "<",
        rhs: "sqrt(x) + 1",
        wrong: `10^${k}`,
        assumptions: ["x > 0"],
        at: { x: `${10n ** BigInt(2 * k)}` },
      },
      {
        lhs: `n^${power}`,
        relation: "<=",
        rhs: `${most}*${c}^n`,
        wrong: `(${most} - ${e})*${c}^n`,
        assumptions: ["n integer >= 1"],
        at: { n: `${top}` },
      },
      {
        lhs: "factorial(n)",
        relation: "<=",
        rhs: "n^n",
        wrong: `${k}^n`,
        assumptions: ["n integer >= 1"],
        at: { n: `${3 * k}` },
      },
      {
        lhs: `floor(n/${k})`,
        relation: "<=",
        rhs: `n/${k}`,
        wrong: { relation: "<" },
        assumptions: ["n integer >= 1"],
        at: { n: `${k}` },
      },
      {
        lhs: "x",
        relation: "<",
        rhs: "floor(x) + 1",
        wrong: `floor(x) + 1 - ${e}`,
        at: { x: over(b, `-${half}`) },
      },
      {
        lhs: `ceil(${k}*x)`,
        relation: "<",
        rhs: `${k}*x + 1`,
        wrong: `${k}*x + 1 - ${e}`,
        at: { x: over(b, `1/${10n ** 14n}`) },
      },
    ];
  },
  { certain: false },
);

/** Where n^power/c^n is largest among whole numbers, and how large it is. */
function largest(power: number, c: number): [number, string] {
  const ratio = (n: number) => n ** power / c ** n;
  const all = Array.from({ length: 20 }, (_, i) => i + 1);
  const top = all.reduce((best, n) => (ratio(n) > ratio(best) ? n : best));
  return [top, `${top}^${power}/${c}^${top}`];
}

/** Equations that hold at most points, by parts that vanish there, and fail in a small place or beyond a large one. */
export const mostly = rows(
  "equations that mostly hold",
  (random: Random): Row[] => {
    const [p, { e, half }, v] = [place(random), little(random), gentleOf("x", random)];
    const step = `x - ${paren(p)}`;
    const K = pick([12, 150, 2500, 10 ** 6, 10 ** 9], random) + random.integer(0, 9);
    const [k, at] = [random.integer(2, 60), { x: p }];
    return [
      {
        lhs: `max(x, ${K}) + min(x, ${K})`,
        rhs: `x + ${K}`,
        wrong: { lhs: `max(x, ${K})`, rhs: `${K}` },
        at: { x: `${K + 1}` },
      },
      {
        lhs: `abs(x + ${K})^2`,
        rhs: `(x + ${K})^2`,
        wrong: { lhs: `abs(x + ${K})*${v}`, rhs: `(x + ${K})*${v}` },
        at: { x: `-${K + 1}` },
      },
      {
        lhs: `floor(x + ${K})`,
        rhs: `floor(x) + ${K}`,
        wrong: { lhs: `floor(x/${K})`, rhs: "0" },
        assumptions: ["x > 0"],
        at: { x: `${K}` },
      },
      {
        lhs: "floor(840*x + 1)",
        rhs: "floor(840*x) + 1",
        wrong: { lhs: "floor(840*x)/840", rhs: "x" },
        at: { x: "1/11" },
      },
      {
        lhs: `floor(1/(2 + (${step})^2))`,
        rhs: "0",
        wrong: { lhs: `floor(1/(1 + (${step})^2))` },
        at,
      },
      {
        lhs: `relu(${step})*relu(-(${step}))`,
        rhs: "0",
        wrong: { lhs: `relu(${step} + ${e})*relu(-(${step}))` },
        at: { x: minusHalf(p, half) },
      },
      {
        lhs: `max(abs(${step}), -${e})`,
        rhs: `abs(${step})`,
        wrong: { lhs: `max(abs(${step}), ${e})` },
        at,
      },
      {
        lhs: `sqrt(((${step})^2 + ${e})^2)`,
        rhs: `(${step})^2 + ${e}`,
        wrong: { lhs: `sqrt(((${step})^2 - ${e})^2)`, rhs: `(${step})^2 - ${e}` },
        at,
      },
      {
        lhs: `delta(n, ${k})*(n - ${k})`,
        rhs: "0",
        wrong: { lhs: `delta(n, ${k})` },
        assumptions: ["n integer"],
        at: { n: `${k}` },
      },
      {
        lhs: `delta(n, ${k})*n`,
        rhs: `${k}*delta(n, ${k})`,
        wrong: { lhs: `floor(n/${k})*${weightOf("n", random)}`, rhs: "0" },
        assumptions: ["n integer >= 1"],
        at: { n: `${k}` },
      },
    ];
  },
  { certain: false },
);

const minusHalf = (p: string, half: string): string => {
  const [n, d = "1"] = p.split("/");
  const [m, f] = half.split("/").map(BigInt);
  return `${BigInt(n) * f - m * BigInt(d)}/${BigInt(d) * f}`;
};

/** The same in two names: along a line, and at one point of the plane. */
export const inThePlane = rows(
  "claims in two names that nearly hold",
  (random: Random): Row[] => {
    const [p, q, { e }] = [place(random), place(random), little(random)];
    const [w, k] = [weightOf(pick(["x", "y"], random), random), random.integer(1, 9)];
    const [dx, dy] = [`(x - ${paren(p)})`, `(y - ${paren(q)})`];
    const line = `(x - ${k}*y)`;
    const at = { x: p, y: q };
    const on = { x: `${3 * k}`, y: "3" };
    const one = { x: "1", y: "1" };
    const both = ["x > 0", "y > 0"];
    const row = (lhs: string, rhs: string, wrong: Row["wrong"], more: Partial<Row> = {}): Row => ({
      lhs,
      relation: "<=",
      rhs,
      wrong,
      at,
      ...more,
    });
    return [
      row("0", `${line}^2*${w}`, { relation: "<" }, { at: on }),
      row("0", `${line}^2*${w}`, `(${line}^2 - ${e})*${w}`, { at: on }),
      row("0", `(${dx}^2 + ${dy}^2)*${w}`, { relation: "<" }),
      row("0", `(${dx}^2 + ${dy}^2)*${w}`, `(${dx}^2 + ${dy}^2 - ${e})*${w}`),
      row("0", `abs(${dx}) + abs(${dy})`, { lhs: e }),
      row(`1 + ${dx}*${dy}`, `exp(${dx}*${dy})`, { lhs: `1 + ${dx}*${dy} + ${e}` }),
      row(`1 + ${line}`, `exp(${line})`, { relation: "<" }, { at: on }),
      row("2*sqrt(x*y)", "x + y", { lhs: `2*sqrt(x*y) + ${e}` }, { assumptions: both, at: one }),
      row(
        "log(x) - log(y)",
        "x/y - 1",
        { lhs: `log(x) - log(y) + ${e}` },
        { assumptions: both, at: one },
      ),
      row("(x + y)/2", "max(x, y)", { relation: "<" }, { at: one }),
      row("1", `cosh(${line})`, { lhs: `1 + ${e}` }, { at: on }),
      {
        lhs: `floor(1/(2 + ${line}^2))`,
        rhs: "0",
        wrong: { lhs: `floor(1/(1 + ${line}^2))` },
        at: on,
      },
      {
        lhs: `relu(-${e} - abs(${dx}) - abs(${dy}))`,
        rhs: "0",
        wrong: { lhs: `relu(${e} - abs(${dx}) - abs(${dy}))` },
        at,
      },
      {
        lhs: `max(x, y + ${k})`,
        rhs: `max(x - ${k}, y) + ${k}`,
        wrong: { rhs: `y + ${k}` },
        assumptions: ["y > 9"],
        at: { x: "90", y: "10" },
      },
    ];
  },
  { certain: false },
);
