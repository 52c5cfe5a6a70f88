import type { Random } from "../../../src/index.js";
import { plus, q } from "../oracle/rational.js";
import {
  add,
  argsOf,
  freeNames,
  isName,
  isNum,
  name,
  neg,
  node,
  num,
  type Term,
} from "../oracle/term.js";
import { type Path, pick, placesIn, replaceAt, termAt } from "./rewrite.js";

/** What was planted. */
export type Slip = "sign" | "index" | "limit" | "exponent" | "coefficient" | "name" | "condition";

export interface Mutant {
  term: Term;
  slip: Slip;
}

/** The term with one slip at a random place; it may, by chance, still be the same function. */
export function mutate(term: Term, random: Random): Mutant {
  for (;;) {
    const path = pick(placesIn(term), random);
    const found = slipAt(term, path, random);
    if (found) return { term: replaceAt(term, path, found.term), slip: found.slip };
  }
}

function slipAt(whole: Term, path: Path, random: Random): Mutant | undefined {
  const term = termAt(whole, path);
  const parent = path.length ? termAt(whole, path.slice(0, -1)) : undefined;
  const i = path.at(-1) ?? 0;
  const step = num(pick([1, -1], random));
  if (isInfinite(term)) return undefined;
  if (parent && ["sum", "prod", "integrate"].includes(parent.fn) && i > 1) {
    return { term: nudged(term, step), slip: "limit" };
  }
  if (path.some((_, depth) => termAt(whole, path.slice(0, depth)).fn === "[]")) {
    return { term: nudged(term, step), slip: "index" };
  }
  if (parent?.fn === "^" && i === 1) return { term: nudged(term, step), slip: "exponent" };
  if (isNum(term)) {
    const by = pick([q(1), q(-1), q(1, 1000), q(1, 10n ** 20n)], random);
    return { term: { fn: "num", value: plus(term.value, by) }, slip: "coefficient" };
  }
  if (isName(term)) {
    const others = [...freeNames(whole)].filter((one) => one !== term.name && one !== "Infinity");
    if (others.length && random.integer(0, 2) === 0)
      return { term: name(pick(others, random)), slip: "name" };
  }
  const slips: (() => Mutant)[] = [
    () => ({ term: term.fn === "-" ? argsOf(term)[0] : neg(term), slip: "sign" }),
    () => ({ term: node("*", num(pick([2, 3], random)), term), slip: "coefficient" }),
  ];
  if ("measure" in term) {
    const [[variable, value], ...rest] = term.of;
    const other: Term = { ...term, of: [[variable, value === "0" ? "1" : "0"], ...rest] };
    slips.push(() => ({ term: other, slip: "index" }));
  }
  return pick(slips, random)();
}

const isInfinite = (term: Term): boolean =>
  isName(term) ? term.name === "Infinity" : term.fn === "-" && isInfinite(argsOf(term)[0]);

function nudged(term: Term, step: Term): Term {
  return isNum(term) && isNum(step)
    ? { fn: "num", value: plus(term.value, step.value) }
    : add(term, step);
}
