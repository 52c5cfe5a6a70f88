import type { Random } from "../../../../src/index.js";
import type { Claim } from "../../oracle/truth.js";
import { bits, fixedOf } from "../../oracle/value.js";
import { evaluateTerm } from "../../oracle/evaluate.js";
import { reals } from "../../oracle/field.js";
import { add, div, mul, name, node, num, readTerm, sub, type Term } from "../../oracle/term.js";
import { writeTerm } from "../../oracle/writeTerm.js";
import { type Names, pick, rewrite, type Rule } from "../rewrite.js";
import { ringRules } from "../rules.js";
import { equations, type Planted, templates } from "./fragment.js";
import { argsOf } from "../../oracle/term.js";

const event = (of: string, given = ""): Term => readTerm(`p(${of}${given && ` | ${given}`})`);

const conditional: Rule = (term) => {
  if (!("measure" in term) || !term.given.length) return undefined;
  const joint: Term = { ...term, of: [...term.of, ...term.given], given: [] };
  const given: Term = { ...term, of: term.given, given: [] };
  return div(joint, given);
};
const chainRule: Rule = (term) => {
  if (!("measure" in term) || term.given.length || term.of.length < 2) return undefined;
  const [first, ...rest] = term.of;
  return mul({ ...term, of: [first], given: rest }, { ...term, of: rest });
};
const totalProbability: Rule = (term, random) => {
  if (!("measure" in term)) return undefined;
  const others = ["A", "B", "C"].filter(
    (one) => ![...term.of, ...term.given].some(([own]) => own === one),
  );
  if (!others.length) return undefined;
  const other = pick(others, random);
  return add(...["0", "1"].map((value): Term => ({ ...term, of: [...term.of, [other, value]] })));
};
const complement: Rule = (term) => {
  if (!("measure" in term) || term.of.length !== 1) return undefined;
  const [[variable, value]] = term.of;
  return sub(num(1), { ...term, of: [[variable, value === "0" ? "1" : "0"]] });
};

const probability = equations("discrete probability", (random) => {
  const lhs = pick(
    [
      event("A=1", "B=1"),
      event("A=1"),
      event("A=1, B=0"),
      event("A=1", "B=0, C=1"),
      div(event("A=1"), event("B=1")),
    ],
    random,
  );
  const names: Names = { free: [], positive: new Set() };
  const rules = [conditional, chainRule, totalProbability, complement];
  return {
    lhs,
    rhs: rewrite(
      lhs,
      [...rules, ...rules, ...ringRules.slice(0, 3)],
      random.integer(1, 5),
      random,
      names,
    ),
  };
});

const larger: Rule = (term) => {
  const [a, b] = argsOf(term);
  const half = (sum: Term): Term => div(add(add(a, b), sum), num(2));
  if (term.fn === "max") return half(node("abs", sub(a, b)));
  if (term.fn === "min") return half(mul(num(-1), node("abs", sub(a, b))));
  if (term.fn === "relu") return node("max", num(0), a);
  return term.fn === "abs" ? node("max", a, mul(num(-1), a)) : undefined;
};
const mirrored: Rule = (term) => {
  const other = ({ max: "min", min: "max" } as Record<string, string | undefined>)[term.fn];
  return other === undefined
    ? undefined
    : mul(num(-1), node(other, ...argsOf(term).map((arg) => mul(num(-1), arg))));
};
const shifted: Rule = (term) => {
  if (!["max", "min"].includes(term.fn)) return undefined;
  return sub(node(term.fn, ...argsOf(term).map((arg) => add(arg, name("c")))), name("c"));
};
const scaledUp: Rule = (term) => {
  if (!["max", "min", "abs", "relu"].includes(term.fn)) return undefined;
  return div(node(term.fn, ...argsOf(term).map((arg) => mul(num(3), arg))), num(3));
};
const swapped: Rule = (term) =>
  ["max", "min"].includes(term.fn) ? node(term.fn, ...[...argsOf(term)].reverse()) : undefined;

const cases = equations("cases", (random) => {
  const [x, y, c] = ["x", "y", "c"].map(name);
  const lhs = pick(
    [
      node("max", x, y),
      node("min", x, y),
      node("abs", sub(x, y)),
      node("relu", x),
      add(node("max", x, y), node("min", x, y)),
      node("max", x, node("min", y, c)),
      mul(c, node("abs", x)),
      node("relu", sub(x, num(1))),
    ],
    random,
  );
  const rules = [larger, mirrored, shifted, scaledUp, swapped, ...ringRules.slice(0, 3)];
  return {
    lhs,
    rhs: rewrite(lhs, rules, random.integer(1, 4), random, { free: ["c"], positive: new Set() }),
  };
});

const planted = (claim: Claim, slip: Planted["slip"], change: Partial<Claim>): Planted => ({
  ...claim,
  ...change,
  slip,
});

const floors = templates("floors", (random) => {
  const [k, d] = [random.integer(-9, 40), random.integer(2, 7)];
  const value = Math.floor(k / d);
  const shift = random.integer(1, 5);
  const claims: Claim[] = [
    { lhs: `floor((${k})/${d})`, rhs: `${value}`, assumptions: [] },
    { lhs: `floor(x + ${shift})`, rhs: `floor(x) + ${shift}`, assumptions: [] },
    {
      lhs: `floor((${d}*n + ${random.integer(0, d - 1)})/${d})`,
      rhs: "n",
      assumptions: ["n integer"],
    },
    { lhs: `floor(n + ${shift}/${shift + 1})`, rhs: "n", assumptions: ["n integer >= 1"] },
    { lhs: `ceil(x - ${shift})`, rhs: `ceil(x) - ${shift}`, assumptions: [] },
    { lhs: "ceil(x)", rhs: "-floor(-x)", assumptions: [] },
  ];
  const holds = pick(claims, random);
  return {
    holds,
    slips: [
      planted(holds, "coefficient", { rhs: `${holds.rhs} + 1` }),
      planted(holds, "coefficient", { lhs: holds.lhs.replace(/\)$/, " + 1)") }),
      ...(holds.assumptions.length ? [planted(holds, "condition", { assumptions: [] })] : []),
    ],
  };
});

const inequalities = templates("inequalities", (random) => {
  const k = random.integer(1, 6);
  const squares = writeTerm(
    rewrite(readTerm(`(a - ${k}*b)^2`), ringRules, 2, random, { free: [], positive: new Set() }),
  );
  const claims: Claim[] = [
    { lhs: "0", relation: "<=", rhs: squares, assumptions: [] },
    { lhs: `${2 * k}*a*b`, relation: "<=", rhs: `a^2 + ${k * k}*b^2`, assumptions: [] },
    { lhs: `-${k}*N/s`, relation: "<", rhs: "0", assumptions: ["N integer >= 1", "s > 0"] },
    { lhs: "0", relation: "<", rhs: `x^2 + ${k}`, assumptions: [] },
    { lhs: "p*(1-p)", relation: "<=", rhs: "1/4", assumptions: ["0 < p < 1"] },
    { lhs: `1/N`, relation: "<=", rhs: `${k}`, assumptions: ["N integer >= 1"] },
    { lhs: "0", relation: "<", rhs: `a/(a + ${k}*b)`, assumptions: ["a > 0", "b > 0"] },
    { lhs: `a/(a + ${k}*b)`, relation: "<", rhs: "1", assumptions: ["a > 0", "b > 0"] },
    { lhs: "0", relation: "<", rhs: `exp(x) + ${k}`, assumptions: [] },
    { lhs: "sqrt(a*b)", relation: "<=", rhs: "(a+b)/2", assumptions: ["a > 0", "b > 0"] },
    { lhs: `a + ${k}`, relation: "<", rhs: `b + ${k + 1}`, assumptions: ["a < b"] },
    { lhs: "0", relation: "<=", rhs: "(b-a)^2/12", assumptions: ["a < b"] },
    { lhs: "0", relation: "<", rhs: "sigmoid(x)*(1-sigmoid(x))", assumptions: [] },
    { lhs: "x*y", relation: "<", rhs: `x*(y+${k})`, assumptions: ["x > 0"] },
  ];
  const holds = pick(claims, random);
  const [lhs, rhs] = [holds.rhs, holds.lhs];
  return {
    holds,
    slips: [
      planted(holds, "sign", { lhs, rhs, relation: "<" }),
      planted(holds, "coefficient", { rhs: `${holds.rhs} - ${k * 20}` }),
      ...(holds.assumptions.length ? [planted(holds, "condition", { assumptions: [] })] : []),
      ...(holds.relation === "<=" ? [planted(holds, "sign", { relation: "<" })] : []),
    ],
  };
});

const nowhere = {
  names: new Map(),
  entry: () => ({ n: 0n, d: 1n }),
  weight: () => ({ n: 0n, d: 1n }),
  outcomes: new Map(),
};

/** Digits times a power of ten, in one of the notations in which a number is printed. */
function printed(digits: bigint, places: number, random: Random): string {
  const text = `${digits}`.padStart(Math.max(places, 0) + 1, "0");
  const point = places > 0 ? `${text.slice(0, -places)}.${text.slice(-places)}` : text;
  const whole = places < 0 || (places === 0 && text.endsWith("0") && text !== "0");
  const notation = random.integer(whole ? 1 : 0, 2);
  if (notation === 0) return point;
  const shown = text.replace(/^0+(?=\d)/, "");
  const power = shown.length - 1 - places;
  const mantissa = shown.length > 1 ? `${shown[0]}.${shown.slice(1)}` : shown;
  return notation === 1 ? `${mantissa}e${power}` : `${mantissa}*10^(${power})`;
}

const roundings = templates("roundings", (random) => {
  const [a, b] = [random.integer(1, 999), random.integer(2, 999)];
  const lhs = pick(
    [
      `${a}/${b}`,
      `sqrt(${a})/${b}`,
      `exp(${a}/1000)`,
      `log(${b})`,
      `pi*${a}/${b}`,
      `0.00${a}/(0.00${a} + 0.0${b})`,
      `(${a}/${b})^3`,
      `${a}*${b}^3`,
      `pi*${a}*${b}^2`,
      `${a}/(${b}*10^12)`,
    ],
    random,
  );
  const value = fixedOf(evaluateTerm(readTerm(lhs), nowhere, reals).value);
  // As many places as leave one to eight digits, negative ones too; what is below the scale of the evaluation has none.
  const leading = value === 0n ? 0 : `${value}`.length - `${1n << bits}`.length;
  const places = random.integer(1, 8) - 1 - leading;
  const [up, down] = [10n ** BigInt(Math.max(places, 0)), 10n ** BigInt(Math.max(-places, 0))];
  const rounded = (2n * value * up + (down << bits)) / (down << (bits + 1n));
  const holds: Claim = {
    lhs,
    relation: "≈",
    rhs: printed(rounded, places, random),
    assumptions: [],
  };
  const slip = (digits: bigint, at = places) =>
    planted(holds, "coefficient", { rhs: printed(digits, at, random) });
  return {
    holds,
    slips: [
      slip(rounded + 1n),
      slip(rounded + 11n),
      ...(rounded > 0n ? [slip(rounded - 1n), slip(rounded, places + 1)] : []),
    ],
  };
});

const exact = templates("exact numbers", (random) => {
  const [a, b, c] = [random.integer(1, 10 ** 9), random.integer(1, 10 ** 9), random.integer(2, 99)];
  const digits = `0.${random.integer(1, 99999)}`;
  const claims: [string, string][] = [
    [`${a}*${b}`, `${BigInt(a) * BigInt(b)}`],
    [`${digits}*100000`, `${digits}*10^5`],
    [`(${a} + ${digits}) - ${a}`, digits],
    [`${a}/${c} + ${b}/${c}`, `${a + b}/${c}`],
    [`sqrt(${BigInt(a) * BigInt(a)})`, `${a}`],
    [`log(${c}^3)`, `3*log(${c})`],
    [`exp(log(${c}) + 1)`, `${c}*exp(1)`],
    [`(${digits})^2`, `${digits}*${digits}`],
    [`sqrt(${c})^4`, `${c * c}`],
    [`10^(-${c})*10^${c}`, "1"],
  ];
  const [lhs, rhs] = pick(claims, random);
  const holds: Claim = { lhs, rhs, assumptions: [] };
  return {
    holds,
    slips: ["+ 1", "- 10^(-30)", "+ 1/10^9", "* (1 + 10^(-20))"].map((slip) =>
      planted(holds, "coefficient", { rhs: `${slip.startsWith("*") ? `(${rhs})` : rhs} ${slip}` }),
    ),
  };
});

/** Equations with their solutions, small integers and halves, so that the points that are tried meet them. */
const solved = templates("solving", (random) => {
  const [a, r, s] = [random.integer(2, 5), random.integer(-2, 3), random.integer(-2, 3)];
  const b = random.integer(1, 9);
  const paren = (k: number) => (k < 0 ? `(${k})` : `${k}`);
  const claims: Claim[] = [
    { lhs: `${a}*x + ${b} = ${a * r + b}`, relation: "<=>", rhs: `x = ${r}`, assumptions: [] },
    {
      lhs: `(x - ${paren(r)})*(x - ${paren(s)}) = 0`,
      relation: "<=>",
      rhs: `x = ${r} or x = ${s}`,
      assumptions: [],
    },
    {
      lhs: `x^2 - ${paren(r + s)}*x + ${paren(r * s)} = 0`,
      relation: "<=>",
      rhs: `x = ${r} or x = ${s}`,
      assumptions: [],
    },
    { lhs: `x = ${r}`, relation: "=>", rhs: `x^2 = ${r * r}`, assumptions: [] },
    { lhs: `${a}*x = ${a}*y`, relation: "<=>", rhs: "x = y", assumptions: [] },
    { lhs: `x/${a} = ${b}`, relation: "<=>", rhs: `x = ${a * b}`, assumptions: [] },
    { lhs: `x*y = 0`, relation: "<=>", rhs: "x = 0 or y = 0", assumptions: [] },
    { lhs: `${a}*x < ${a}*y`, relation: "<=>", rhs: "x < y", assumptions: [] },
    { lhs: `x = y`, relation: "=>", rhs: `${a}*x + z = ${a}*y + z`, assumptions: [] },
    { lhs: `N/s = ${a}/s`, relation: "<=>", rhs: `N = ${a}`, assumptions: ["s > 0"] },
    { lhs: `x^2 = ${r * r}`, relation: "<=>", rhs: `x = ${Math.abs(r)}`, assumptions: ["x >= 0"] },
  ];
  const holds = pick(claims, random);
  const turned = holds.relation === "=>" && /\^2/.test(holds.rhs) && r !== 0;
  return {
    holds,
    slips: [
      planted(holds, "coefficient", {
        rhs: holds.rhs.replace(/(-?\d+)$/, (k) => `${Number(k) + 1}`).replace(/y$/, "y + 1"),
      }),
      planted(holds, "sign", { lhs: holds.lhs.replace(/= /, "= 1 + ").replace(/< /, "< 1 + ") }),
      ...(turned ? [planted(holds, "sign", { lhs: holds.rhs, rhs: holds.lhs })] : []),
      ...(holds.assumptions.includes("x >= 0") && r !== 0
        ? [planted(holds, "condition", { assumptions: [] })]
        : []),
    ],
  };
});

export const statements = [probability, cases, floors, inequalities, roundings, exact, solved];
