import {
  add,
  argsOf,
  div,
  isName,
  isNum,
  mul,
  name,
  neg,
  node,
  num,
  pow,
  sub,
  type Term,
} from "../oracle/term.js";
import { minus, plus, q, times } from "../oracle/rational.js";
import { type Names, pick, type Rule } from "./rewrite.js";

const literal = (value: { n: bigint; d: bigint }): Term => ({ fn: "num", value });
const whole = (term: Term): number | undefined =>
  isNum(term) && term.value.d === 1n ? Number(term.value.n) : undefined;
const isSum = (term: Term): boolean => term.fn === "+";

const commute: Rule = (term, random) => {
  const args = argsOf(term);
  if (!["+", "*"].includes(term.fn) || args.length < 2) return undefined;
  const i = random.integer(0, args.length - 2);
  return node(term.fn, ...args.slice(0, i), args[i + 1], args[i], ...args.slice(i + 2));
};
const regroup: Rule = (term, random) => {
  const args = argsOf(term);
  if (!["+", "*"].includes(term.fn)) return undefined;
  const inner = args.findIndex((arg) => arg.fn === term.fn);
  if (inner >= 0)
    return node(term.fn, ...args.slice(0, inner), ...argsOf(args[inner]), ...args.slice(inner + 1));
  if (args.length < 3) return undefined;
  const i = random.integer(0, args.length - 2);
  return node(
    term.fn,
    ...args.slice(0, i),
    node(term.fn, args[i], args[i + 1]),
    ...args.slice(i + 2),
  );
};
const distribute: Rule = (term, random) => {
  const args = argsOf(term);
  const sums = args.flatMap((arg, i) => (isSum(arg) ? [i] : []));
  if (term.fn !== "*" || !sums.length) return undefined;
  const at = pick(sums, random);
  return add(
    ...argsOf(args[at]).map((one) => mul(...args.map((arg, i) => (i === at ? one : arg)))),
  );
};
const split: Rule = (term, random) => {
  if (!isNum(term)) return undefined;
  const part = q(random.integer(1, 5), random.integer(1, 2));
  return add(literal(part), literal(plus(term.value, minus(part))));
};
const decimals: Rule = (term) => {
  if (!isNum(term)) return undefined;
  return random2(term.value)
    ? div(literal(times(term.value, q(2))), num(2))
    : sub(literal(plus(term.value, q(1))), num(1));
};
const random2 = (value: { n: bigint }): boolean => value.n % 2n === 0n;
const doubleNegative: Rule = (term) =>
  term.fn === "-" ? mul(num(-1), argsOf(term)[0]) : neg(neg(term));
const flip: Rule = (term) => {
  const [a, b] = argsOf(term);
  return isSum(term) && argsOf(term).length === 2 && b.fn === "-"
    ? neg(sub(argsOf(b)[0], a))
    : undefined;
};
const addZero: Rule = (term, random, names) => {
  const extra = someTerm(random, names);
  return random.integer(0, 1) ? sub(add(term, extra), extra) : add(sub(term, extra), extra);
};
const unfoldPower: Rule = (term) => {
  const [base, exponent] = argsOf(term);
  const n = term.fn === "^" ? whole(exponent) : undefined;
  if (n === undefined || n < 2 || n > 5) return undefined;
  if (n === 2 && isSum(base) && argsOf(base).length === 2) {
    const [a, b] = argsOf(base);
    return add(pow(a, 2), mul(num(2), a, b), pow(b, 2));
  }
  return mul(base, n === 2 ? base : pow(base, n - 1));
};
const foldPower: Rule = (term) => {
  const args = argsOf(term);
  if (term.fn !== "*" || args.length !== 2) return undefined;
  return JSON.stringify(args[0], big) === JSON.stringify(args[1], big)
    ? pow(args[0], 2)
    : undefined;
};
const big = (_: string, value: unknown): unknown =>
  typeof value === "bigint" ? `${value}` : value;

export const ringRules: Rule[] = [
  commute,
  regroup,
  distribute,
  split,
  decimals,
  doubleNegative,
  flip,
  addZero,
  unfoldPower,
  foldPower,
];

const someTerm = (random: Parameters<Rule>[1], names: Names): Term => {
  const one = names.free.length ? name(pick(names.free, random)) : num(random.integer(2, 7));
  return random.integer(0, 2) ? one : mul(num(random.integer(2, 5)), one);
};

const byReciprocal: Rule = (term) => {
  const [a, b] = argsOf(term);
  return term.fn === "/" ? mul(a, div(num(1), b)) : undefined;
};
const negativePower: Rule = (term) => {
  const [a, b] = argsOf(term);
  return term.fn === "/" ? mul(a, pow(b, -1)) : undefined;
};
const bothTimes: Rule = (term, random, names) => {
  const [a, b] = argsOf(term);
  const by = pick([num(random.integer(2, 6)), ...positives(names)], random);
  return term.fn === "/" ? div(mul(a, by), mul(b, by)) : div(mul(term, by), by);
};
const overSum: Rule = (term) => {
  const [a, b] = argsOf(term);
  return term.fn === "/" && isSum(a) ? add(...argsOf(a).map((one) => div(one, b))) : undefined;
};
const common: Rule = (term) => {
  const args = argsOf(term);
  if (!isSum(term) || args.length !== 2 || args.some((arg) => arg.fn !== "/")) return undefined;
  const [[a, b], [c, d]] = args.map(argsOf);
  return div(add(mul(a, d), mul(c, b)), mul(b, d));
};
const stack: Rule = (term) => {
  const [a, b] = argsOf(term);
  if (term.fn !== "/") return undefined;
  if (b.fn === "/") return div(mul(a, argsOf(b)[1]), argsOf(b)[0]);
  return div(num(1), div(b, a));
};
const bothNegative: Rule = (term) => {
  const [a, b] = argsOf(term);
  return term.fn === "/" ? div(neg(a), neg(b)) : undefined;
};
const positives = (names: Names): Term[] =>
  names.free.filter((one) => names.positive.has(one)).map((one) => name(one));

export const fractionRules: Rule[] = [
  byReciprocal,
  negativePower,
  bothTimes,
  overSum,
  common,
  stack,
  bothNegative,
];

const expSum: Rule = (term) => {
  const [a] = argsOf(term);
  if (term.fn !== "exp") return undefined;
  if (isSum(a)) return mul(...argsOf(a).map((one) => node("exp", one)));
  if (a.fn === "-") return div(num(1), node("exp", argsOf(a)[0]));
  return pow(node("exp", div(a, num(2))), 2);
};
const expPower: Rule = (term) => {
  const [base, exponent] = argsOf(term);
  return term.fn === "^" && base.fn === "exp"
    ? node("exp", mul(exponent, argsOf(base)[0]))
    : undefined;
};
const expProduct: Rule = (term) => {
  const args = argsOf(term);
  const isExp = (arg: Term) => arg.fn === "exp";
  if (term.fn === "/" && args.every(isExp))
    return node("exp", sub(argsOf(args[0])[0], argsOf(args[1])[0]));
  if (term.fn !== "*" || args.length < 2 || !args.every(isExp)) return undefined;
  return node("exp", add(...args.map((arg) => argsOf(arg)[0])));
};
const expTwice: Rule = (term, random, names) => {
  const u = someTerm(random, names);
  return mul(node("exp", u), term, node("exp", neg(u)));
};

export const expRules: Rule[] = [expSum, expPower, expProduct, expTwice];

/** Products, quotients and powers of positive numbers and names; sums of such. */
export function isPositive(term: Term, names: Names): boolean {
  const args = argsOf(term);
  if (isNum(term)) return term.value.n > 0n;
  if (isName(term)) return names.positive.has(term.name) || term.name === "pi";
  if (term.fn === "exp") return true;
  if (term.fn === "[]") return isName(args[0]) && names.positive.has(args[0].name);
  if (["+", "*", "/"].includes(term.fn)) return args.every((arg) => isPositive(arg, names));
  return (term.fn === "^" || term.fn === "sqrt") && isPositive(args[0], names);
}

const logProduct: Rule = (term, _, names) => {
  const [a] = argsOf(term);
  if (term.fn !== "log" || !isPositive(a, names)) return undefined;
  const log = (one: Term) => node("log", one);
  const [b, c] = argsOf(a);
  if (a.fn === "*") return add(...argsOf(a).map(log));
  if (a.fn === "/") return sub(log(b), log(c));
  if (a.fn === "^") return mul(c, log(b));
  if (a.fn === "sqrt") return div(log(b), num(2));
  if (a.fn === "exp") return b;
  return neg(log(div(num(1), a)));
};
const logSum: Rule = (term) => {
  const args = argsOf(term);
  if (!isSum(term) || !args.every((arg) => arg.fn === "log")) return undefined;
  return node("log", mul(...args.map((arg) => argsOf(arg)[0])));
};
const logPower: Rule = (term) => {
  const [a, b] = argsOf(term);
  if (term.fn !== "*" || argsOf(term).length !== 2 || !isNum(a) || b.fn !== "log") return undefined;
  return whole(a) !== undefined && a.value.n > 0n ? node("log", pow(argsOf(b)[0], a)) : undefined;
};
const expLog: Rule = (term, _, names) =>
  isPositive(term, names) ? node("exp", node("log", term)) : undefined;
const logExp: Rule = (term) => node("log", node("exp", term));

export const logRules: Rule[] = [logProduct, logProduct, logSum, logPower, expLog, logExp];

const rootProduct: Rule = (term, _, names) => {
  const [a] = argsOf(term);
  if (term.fn !== "sqrt" || !isPositive(a, names)) return undefined;
  const root = (one: Term) => node("sqrt", one);
  const [b, c] = argsOf(a);
  if (a.fn === "*") return mul(...argsOf(a).map(root));
  if (a.fn === "/") return div(root(b), root(c));
  if (a.fn === "^" && whole(c) === 2) return b;
  if (a.fn === "^") return pow(b, div(c, num(2)));
  return div(a, root(a));
};
const asRoot: Rule = (term, _, names) => {
  if (!isPositive(term, names)) return undefined;
  return term.fn === "sqrt" ? pow(argsOf(term)[0], num(1, 2)) : node("sqrt", pow(term, 2));
};
const squareRoot: Rule = (term, _, names) =>
  isPositive(term, names) ? pow(node("sqrt", term), 2) : undefined;
const rootTimesRoot: Rule = (term) => {
  const args = argsOf(term);
  if (term.fn !== "*" || args.length !== 2 || !args.every((arg) => arg.fn === "sqrt"))
    return undefined;
  return node("sqrt", mul(...args.map((arg) => argsOf(arg)[0])));
};
const absolute: Rule = (term) => {
  const [a] = argsOf(term);
  if (term.fn !== "abs") return undefined;
  if (a.fn === "*" || a.fn === "/") return node(a.fn, ...argsOf(a).map((one) => node("abs", one)));
  return node("sqrt", pow(a, 2));
};

export const rootRules: Rule[] = [rootProduct, asRoot, squareRoot, rootTimesRoot, absolute];
