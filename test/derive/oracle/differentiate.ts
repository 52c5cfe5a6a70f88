import {
  add,
  argsOf,
  binds,
  div,
  freeNames,
  isName,
  mul,
  neg,
  node,
  num,
  pow,
  put,
  sub,
  type Term,
} from "./term.js";
import { Unclear } from "./value.js";

/** The derivative by a name, by the rules of a textbook. */
export function differentiate(term: Term, by: string): Term {
  if (!freeNames(term).has(by)) return num(0);
  if (isName(term)) return num(1);
  const args = argsOf(term);
  const [a, b] = args;
  const d = (one: Term) => differentiate(one, by);
  switch (term.fn) {
    case "+":
      return add(...args.map(d));
    case "-":
      return neg(d(a));
    case "*":
      return add(...args.map((_, i) => mul(...args.map((arg, j) => (i === j ? d(arg) : arg)))));
    case "/":
      return div(sub(mul(d(a), b), mul(a, d(b))), pow(b, 2));
    case "^":
      if (!freeNames(b).has(by)) return mul(b, pow(a, sub(b, num(1))), d(a));
      return mul(term, add(mul(d(b), node("log", a)), div(mul(b, d(a)), a)));
    case "exp":
      return mul(term, d(a));
    case "log": // to a base that is given, a quotient
      return args.length === 1 ? div(d(a), a) : d(div(node("log", a), node("log", b)));
    case "sqrt":
      return div(d(a), mul(num(2), term));
    case "sum": {
      const [body, bound, ...limits] = args;
      return node("sum", d(body), bound, ...limits);
    }
    case "integrate": {
      const [body, bound, low, high] = args;
      const name = binds(term) as string;
      const edges = sub(mul(put(body, name, high), d(high)), mul(put(body, name, low), d(low)));
      return add(node("integrate", d(body), bound, low, high), edges);
    }
    case "sigmoid":
      return mul(term, sub(num(1), term), d(a));
    case "tanh":
      return mul(sub(num(1), pow(term, 2)), d(a));
    case "softplus":
      return mul(node("sigmoid", a), d(a));
    case "abs":
      return mul(div(a, term), d(a));
    case "relu":
      return d(node("max", a, num(0)));
    case "max": // (a + b + |a - b|)/2
      if (args.length !== 2) throw new Unclear("a derivative of another maximum than of two");
      return div(add(d(a), d(b), d(node("abs", sub(a, b)))), num(2));
    default:
      throw new Unclear(`a derivative without a rule: ${term.fn}`);
  }
}
