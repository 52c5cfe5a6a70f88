import { type Q, q, readQ } from "./rational.js";

/** An expression as the tests hold it: their own tree with their own reader, so that no slip of the engine's is shared. */
export type Term =
  | { fn: "num"; value: Q }
  | { fn: "name"; name: string }
  /** `p(A=1, B=0 | C=1)`. */
  | { fn: "event"; measure: string; of: [string, string][]; given: [string, string][] }
  /** `+ * / ^ -` (of one argument), `[]` (family and indices), `list`, or a function's name. */
  | { fn: string; args: Term[] };

export const num = (n: bigint | number, d: bigint | number = 1n): Term => ({
  fn: "num",
  value: q(n, d),
});
export const name = (text: string): Term => ({ fn: "name", name: text });
export const node = (fn: string, ...args: Term[]): Term => ({ fn, args });
export const add = (...args: Term[]): Term => node("+", ...args);
export const mul = (...args: Term[]): Term => node("*", ...args);
export const neg = (of: Term): Term => node("-", of);
export const sub = (a: Term, b: Term): Term => add(a, neg(b));
export const div = (a: Term, b: Term): Term => node("/", a, b);
export const pow = (a: Term, b: Term | number): Term =>
  node("^", a, typeof b === "number" ? num(b) : b);
export const at = (family: string, ...indices: Term[]): Term =>
  node("[]", name(family), ...indices);

export const isNum = (term: Term): term is Term & { fn: "num"; value: Q } => "value" in term;
export const isName = (term: Term): term is Term & { fn: "name"; name: string } => "name" in term;
export const argsOf = (term: Term): Term[] => ("args" in term ? term.args : []);

const binders = ["sum", "prod", "integrate"];

/** The name that a term binds in its first argument. */
export function binds(term: Term): string | undefined {
  if (!binders.includes(term.fn)) return undefined;
  const bound = argsOf(term)[1];
  return isName(bound) ? bound.name : undefined;
}

/** Names that stand free in a term; families of entries are not among them. */
export function freeNames(term: Term, found = new Set<string>()): Set<string> {
  if (isName(term)) return found.add(term.name);
  const bound = binds(term);
  if (term.fn === "[]")
    argsOf(term)
      .slice(1)
      .forEach((arg) => freeNames(arg, found));
  else if (bound === undefined) argsOf(term).forEach((arg) => freeNames(arg, found));
  else {
    const [body, , ...limits] = argsOf(term);
    for (const one of freeNames(body)) if (one !== bound) found.add(one);
    limits.forEach((limit) => freeNames(limit, found));
  }
  return found;
}

/** A term with a name replaced; the replacement holds no name that the term binds. */
export function put(term: Term, from: string, to: Term): Term {
  if (isName(term)) return term.name === from ? to : term;
  if (!("args" in term)) return term;
  if (binds(term) === from) {
    const [body, bound, ...limits] = term.args;
    return { ...term, args: [body, bound, ...limits.map((limit) => put(limit, from, to))] };
  }
  const [family, ...indices] = term.args;
  if (term.fn === "[]") return node("[]", family, ...indices.map((index) => put(index, from, to)));
  return { ...term, args: term.args.map((arg) => put(arg, from, to)) };
}

const token = /\s*(?:(\d+\.?\d*(?:[eE][+-]?\d+)?|\.\d+)|([A-Za-z_]\w*)|(<=>|=>|<=|>=|!=|\S))/y;

/** Reads mathjs's syntax with entries, binders and events. @throws SyntaxError with the place */
export function readTerm(text: string): Term {
  const parts: { kind: "num" | "name" | "sign"; text: string; at: number }[] = [];
  token.lastIndex = 0;
  for (let match = token.exec(text); match; match = token.exec(text)) {
    const kind = match[1] ? "num" : match[2] ? "name" : "sign";
    parts.push({ kind, text: match[1] ?? match[2] ?? match[3], at: token.lastIndex });
  }
  let i = 0;
  const fail = (): never => {
    throw new SyntaxError(
      `readTerm: ${JSON.stringify(text)} after character ${parts[i - 1]?.at ?? 0}`,
    );
  };
  const takes = (sign: string): boolean => parts[i]?.text === sign && ++i > 0;
  const needs = (sign: string): void => void (takes(sign) || fail());
  const list = (close: string): Term[] => {
    const items = [sum()];
    while (takes(",")) items.push(sum());
    needs(close);
    return items;
  };
  function sum(): Term {
    const terms = [product()];
    for (;;) {
      if (takes("+")) terms.push(product());
      else if (takes("-")) terms.push(neg(product()));
      else return terms.length === 1 ? terms[0] : add(...terms);
    }
  }
  function product(): Term {
    let left = unary();
    for (;;) {
      if (takes("*")) left = mul(left, unary());
      else if (takes("/")) left = div(left, unary());
      else return left;
    }
  }
  function unary(): Term {
    if (takes("-")) return neg(unary());
    const base = atom();
    return takes("^") ? pow(base, unary()) : base;
  }
  function atom(): Term {
    const part = parts[i++] ?? fail();
    if (part.kind === "num") return { fn: "num", value: readQ(part.text.replace(/\.$/, "")) };
    if (part.text === "(") {
      const inside = sum();
      needs(")");
      return inside;
    }
    if (part.text === "[") return node("list", ...list("]"));
    if (part.kind !== "name") return fail();
    if (takes("[")) return node("[]", name(part.text), ...list("]"));
    if (parts[i]?.text !== "(") return name(part.text);
    if (parts[i + 2]?.text === "=") return event(part.text);
    i++;
    return node(part.text, ...list(")"));
  }
  function event(measure: string): Term {
    i++;
    const outcomes = (): [string, string][] => {
      const found: [string, string][] = [];
      do {
        const [variable, sign, value] = parts.slice(i, i + 3);
        if (sign?.text !== "=") fail();
        found.push([variable.text, value.text]);
        i += 3;
      } while (takes(","));
      return found;
    };
    const of = outcomes();
    const given = takes("|") ? outcomes() : [];
    needs(")");
    return { fn: "event", measure, of, given };
  }
  const whole = sum();
  return i === parts.length ? whole : fail();
}
