import { bounded } from "../tree/bounded.js";
import { refuseCapture } from "../tree/capture.js";
import { constantValue } from "../tree/constants.js";
import type { Definitions, Recurrence } from "./definitions.js";
import { type Derivative, isDerivative } from "../dependence/seen.js";
import { DerivationError } from "../tree/errors.js";
import {
  boundName,
  call,
  type Call,
  type Expr,
  number,
  parts,
  symbol,
  withEach,
} from "../tree/expression.js";
import { freeNames, substitute } from "../tree/names.js";
import { comparisonNames } from "../read/proposition.js";
import { eventValue } from "./probability.js";
import { splitSupport } from "./support.js";
import { entrywise } from "../tensor/arithmetic.js";
import { listCall } from "../tensor/calls.js";
import { entriesOf, isList, list, shapeOf, shapeText } from "../tensor/list.js";
import { expressionText } from "../tree/text.js";

/** Terms that a range is unfolded to, each a copy of its body: the whole stays below what `bounded` admits. */
const mostTerms = 400n;

/**
 * An expression with every defined name, function, event and list replaced by what it stands for, as if that were
 * written in its place: with `f` defined as `x^2`, `integrate(f, x, 0, 1)` is the integral of x^2.
 *
 * @throws DerivationError where a list or an event is used in a way that has no meaning
 * @throws GaveUp if that is longer than what is worth deciding
 */
export function resolve(expr: Expr, definitions: Definitions): Expr {
  return bounded(new Resolution(definitions).of(expr));
}

class Resolution {
  /** The names that are bound where the resolution stands. */
  readonly #bound: string[] = [];

  constructor(readonly definitions: Definitions) {}

  of = (expr: Expr): Expr => {
    switch (expr.kind) {
      case "number":
        return expr;
      case "symbol":
        return this.definitions.names.get(expr.name) ?? expr;
      case "event":
        return eventValue(expr, this.definitions.events);
      case "index":
        return this.entry(expr.name, expr.indices.map(this.of));
      case "call":
        return this.call(expr);
      case "list":
        return list(expr.items.map(this.of));
      default:
        return entrywise(withEach(expr, this.of));
    }
  };

  /** An entry of a defined list, or of an indexed family that is not defined. */
  entry(name: string, indices: Expr[]): Expr {
    const family = this.definitions.families.get(name);
    if (family && family.parameters.length === indices.length) {
      refuseCapture(`${name}[${family.parameters.join(", ")}]`, family, this.#bound);
      return substitute(family.body, new Map(family.parameters.map((one, i) => [one, indices[i]])));
    }
    const value = this.definitions.names.get(name);
    if (!value) return { kind: "index", name, indices };
    let found = value;
    for (const index of indices) {
      const at = constantValue(index);
      if (!isList(found))
        throw new DerivationError(`${name} has fewer axes than ${indices.length}`);
      const { length } = found.items;
      if (!at?.isInteger || at.num < 1n || at.num > BigInt(length)) {
        throw new DerivationError(
          `${name}[${indices.map((one) => expressionText(one)).join(", ")}]: an index must be a whole number from 1 to ${length}`,
        );
      }
      found = found.items[Number(at.num) - 1];
    }
    return found;
  }

  call(expr: Call): Expr {
    const bound = boundName(expr);
    if (bound !== undefined) return this.binder(expr, bound);
    const { name, args } = expr;
    if (isDerivative(expr)) return this.derivative(expr);
    if (name === "partials" && args.length === 2)
      return listCall({ ...expr, args: [args[0], this.of(args[1])] });
    const own = args.map(this.of);
    const sequence = this.definitions.recurrences.get(name);
    if (sequence && own.length === 1) return sequenceValue(expr, sequence, own[0]);
    const given = this.definitions.functions.get(name);
    if (given && !given.support && given.parameters.length === own.length) {
      refuseCapture(`${name}(${given.parameters.join(", ")})`, given, this.#bound);
      const values = new Map(given.parameters.map((parameter, i) => [parameter, own[i]]));
      return substitute(given.body, values);
    }
    if (comparisonNames.has(name) && own.some(isList)) return comparedEntries(name, own);
    return listCall({ ...expr, args: own });
  }

  derivative({ name, args: [body, by] }: Derivative): Expr {
    const variable = this.of(by);
    if (variable.kind !== "symbol" && variable.kind !== "index") {
      const text = expressionText(by);
      throw new DerivationError(
        `${name}(…, ${text}): ${text} is defined as ${expressionText(variable)}; differentiate by a free name and insert it: at(D(f(a), a), a, ${text})`,
      );
    }
    const value = this.of(this.called(body, variable));
    if (isList(value)) {
      throw new DerivationError("D: a list is differentiated by grad(L, W) or jacobian(O, F)");
    }
    return { kind: "call", name, args: [value, variable] };
  }

  /** In what is differentiated, a defined function by its bare name is its value: dg/dx where g(x) is defined. */
  called(body: Expr, by: Expr): Expr {
    const values = [...freeNames(body)].flatMap((name): [string, Expr][] => {
      const given = this.definitions.functions.get(name);
      if (!given || given.support) return [];
      const { parameters } = given;
      if (by.kind !== "symbol" || !parameters.includes(by.name)) {
        const [own, other] = [`${name}(${parameters.join(", ")})`, expressionText(by)];
        throw new DerivationError(
          `the derivative of ${name} by ${other}: ${own} is defined, write ${own} and say what depends on ${other}`,
        );
      }
      return [[name, call(name, ...parameters.map(symbol))]];
    });
    return substitute(body, new Map(values));
  }

  binder(expr: Call, bound: string): Expr {
    const [body, , ...limits] = expr.args;
    const own = limits.map(this.of);
    // Under a sum over n, n is the bound one, whatever else the name stands for.
    const name = this.definitions.names.has(bound) ? this.fresh(bound, body) : bound;
    const inside = name === bound ? body : substitute(body, new Map([[bound, symbol(name)]]));
    if (expr.name === "integrate" && own.length === 2) {
      const split = splitSupport(inside, name, own, this.definitions.functions);
      if (split) return this.of(split);
    }
    if (expr.name !== "integrate" && expr.name !== "at" && this.readsList(inside)) {
      return this.unrolled(expr.name, inside, name, own);
    }
    if (expr.name !== "at") this.#bound.push(name);
    const value = this.of(inside);
    if (expr.name !== "at") this.#bound.pop();
    const args = [value, symbol(name), ...own];
    if (expr.name === "at" && isList(value)) {
      return list(value.items.map((item) => ({ ...expr, args: [item, ...args.slice(1)] })));
    }
    return { ...expr, args };
  }

  /** A sum whose body picks entries of a defined list by the bound name is written out. */
  unrolled(kind: string, body: Expr, name: string, [lower, upper]: Expr[]): Expr {
    const [from, to] = [constantValue(lower), constantValue(upper)];
    if (!from?.isInteger || !to?.isInteger || to.num - from.num > mostTerms) {
      throw new DerivationError(
        `${kind} over entries of a list must run between whole numbers, got ${expressionText(lower)} to ${expressionText(upper)}`,
      );
    }
    const terms: Expr[] = [];
    for (let n = from.num; n <= to.num; n++) {
      terms.push(this.of(substitute(body, new Map([[name, number(n)]]))));
    }
    return entrywise(kind === "sum" ? { kind: "add", terms } : { kind: "mul", factors: terms });
  }

  readsList(expr: Expr): boolean {
    if (expr.kind === "index" && this.definitions.names.has(expr.name)) return true;
    return parts(expr).some((part) => this.readsList(part));
  }

  fresh(name: string, body: Expr): string {
    const free = freeNames(body);
    let candidate = `${name}_`;
    while (this.definitions.names.has(candidate) || free.has(candidate)) candidate += "_";
    return candidate;
  }
}

/** A comparison of lists says the same of every entry. */
function comparedEntries(name: string, [left, right]: Expr[]): Expr {
  const shapes = [left, right].map(shapeOf);
  if (shapes[0].join() !== shapes[1].join() || name === "!=") {
    throw new DerivationError(
      `lists are compared by =, < or <= where their sizes agree, got ${shapes.map(shapeText).join(` ${name} `)}`,
    );
  }
  const [a, b] = [entriesOf(left), entriesOf(right)];
  const all = a.map((entry, i) => call(name, entry, b[i]));
  return all.length === 1 ? all[0] : call("and", ...all);
}

/** The value of a sequence at a number, step by step; at anything else it stands as it is. */
function sequenceValue(expr: Call, { name, first, next }: Recurrence, index: Expr): Expr {
  const at = constantValue(index);
  if (!at) return { ...expr, args: [index] };
  if (!at.isInteger || at.sign < 0 || at.num > mostTerms) {
    throw new DerivationError(
      `${name}(${at}): a sequence has values at whole numbers from 0 to ${mostTerms}`,
    );
  }
  let value = first;
  for (let n = 0n; n < at.num; n++) value = substitute(next, new Map([[name, value]]));
  return value;
}
