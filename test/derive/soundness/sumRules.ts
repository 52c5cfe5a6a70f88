import {
  add,
  argsOf,
  div,
  freeNames,
  isName,
  mul,
  name,
  neg,
  node,
  num,
  pow,
  put,
  sub,
  type Term,
} from "../oracle/term.js";
import { pick, type Rule } from "./rewrite.js";

const isFold = (term: Term): boolean => term.fn === "sum" || term.fn === "prod";
const boundOf = (term: Term): string => (argsOf(term)[1] as { name: string }).name;
const fresh = ["i", "j", "k", "l", "t", "u"];

/** Terms of a sum as sums of their own; factors of a product likewise. */
const linear: Rule = (term) => {
  const [body, ...range] = argsOf(term);
  if (term.fn === "sum" && body.fn === "+")
    return add(...argsOf(body).map((one) => node("sum", one, ...range)));
  if (term.fn === "sum" && body.fn === "-") return neg(node("sum", argsOf(body)[0], ...range));
  if (term.fn === "prod" && ["*", "/"].includes(body.fn))
    return node(body.fn, ...argsOf(body).map((one) => node("prod", one, ...range)));
  return undefined;
};
const pullOut: Rule = (term) => {
  const [body, ...range] = argsOf(term);
  if (term.fn !== "sum" || !["*", "/"].includes(body.fn)) return undefined;
  const outer = argsOf(body).map((one) => !freeNames(one).has(boundOf(term)));
  if (body.fn === "/") {
    const [a, b] = argsOf(body);
    return outer[1] ? div(node("sum", a, ...range), b) : undefined;
  }
  const kept = argsOf(body).filter((_, i) => !outer[i]);
  if (!outer.includes(true) || !kept.length) return undefined;
  const inner = kept.length === 1 ? kept[0] : mul(...kept);
  return mul(...argsOf(body).filter((_, i) => outer[i]), node("sum", inner, ...range));
};
const pushIn: Rule = (term) => {
  const args = argsOf(term);
  const at = args.findIndex((arg) => arg.fn === "sum");
  if (term.fn !== "*" || at < 0) return undefined;
  const others = args.filter((_, i) => i !== at);
  if (others.some((one) => names(one).has(boundOf(args[at])))) return undefined;
  const [body, ...range] = argsOf(args[at]);
  return node("sum", mul(...others, body), ...range);
};
const shift: Rule = (term, random) => {
  if (!isFold(term)) return undefined;
  const [body, bound, low, high] = argsOf(term);
  const by = num(pick([1, -1, 2], random));
  return node(
    term.fn,
    put(body, boundOf(term), add(bound, by)),
    bound,
    sub(low, by),
    sub(high, by),
  );
};
const rename: Rule = (term, random) => {
  if (!isFold(term)) return undefined;
  const [body, bound, ...range] = argsOf(term);
  const to = pick(fresh, random);
  if (names(term).has(to)) return undefined;
  return node(term.fn, put(body, (bound as { name: string }).name, name(to)), name(to), ...range);
};
const lastApart: Rule = (term) => {
  if (!isFold(term)) return undefined;
  const [body, bound, low, high] = argsOf(term);
  const rest = node(term.fn, body, bound, low, sub(high, num(1)));
  return node(term.fn === "sum" ? "+" : "*", rest, put(body, boundOf(term), high));
};
const firstApart: Rule = (term) => {
  if (!isFold(term)) return undefined;
  const [body, bound, low, high] = argsOf(term);
  const rest = node(term.fn, body, bound, add(low, num(1)), high);
  return node(term.fn === "sum" ? "+" : "*", put(body, boundOf(term), low), rest);
};
/** sum over n = lo ... hi of f(n) read from the other end. */
const reverse: Rule = (term) => {
  if (!isFold(term)) return undefined;
  const [body, bound, low, high] = argsOf(term);
  return node(term.fn, put(body, boundOf(term), sub(add(low, high), bound)), bound, low, high);
};
const swap: Rule = (term) => {
  const [inner, outerName, ...outerRange] = argsOf(term);
  if (term.fn !== "sum" || inner.fn !== "sum") return undefined;
  const [body, innerName, ...innerRange] = argsOf(inner);
  if (innerRange.some((limit) => freeNames(limit).has(boundOf(term)))) return undefined;
  return node("sum", node("sum", body, outerName, ...outerRange), innerName, ...innerRange);
};

/** Every name in a term, bound or free. */
export function names(term: Term): Set<string> {
  const found = new Set<string>();
  const visit = (one: Term): void => {
    if (isName(one)) found.add(one.name);
    argsOf(one).forEach(visit);
  };
  visit(term);
  return found;
}

export const sumRules: Rule[] = [
  linear,
  linear,
  pullOut,
  pullOut,
  pushIn,
  shift,
  rename,
  lastApart,
  firstApart,
  reverse,
  swap,
];

const productOfConstant: Rule = (term) => {
  const [body, , low, high] = argsOf(term);
  if (term.fn !== "prod" || freeNames(body).has(boundOf(term))) return undefined;
  return pow(body, add(sub(high, low), num(1)));
};
const productOfExp: Rule = (term) => {
  const [body, ...range] = argsOf(term);
  return term.fn === "prod" && body.fn === "exp"
    ? node("exp", node("sum", argsOf(body)[0], ...range))
    : undefined;
};
const logOfProduct: Rule = (term) => {
  const [product] = argsOf(term);
  if (term.fn !== "log" || product.fn !== "prod") return undefined;
  const [body, ...range] = argsOf(product);
  return node("sum", node("log", body), ...range);
};
const powerOfProduct: Rule = (term) => {
  const [body, ...range] = argsOf(term);
  if (term.fn !== "prod" || body.fn !== "^") return undefined;
  const [base, exponent] = argsOf(body);
  return freeNames(exponent).has(boundOf(term))
    ? undefined
    : pow(node("prod", base, ...range), exponent);
};

export const productRules: Rule[] = [
  linear,
  productOfConstant,
  productOfExp,
  logOfProduct,
  powerOfProduct,
  shift,
  rename,
  lastApart,
  firstApart,
  reverse,
];
