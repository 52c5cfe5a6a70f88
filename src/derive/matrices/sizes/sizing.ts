import { constantValue } from "../../tree/constants.js";
import { call, type Call, type Expr, parts } from "../../tree/expression.js";
import { library } from "../../library/library.js";
import type { Arrays } from "./arrays.js";
import { type Operation, operations } from "./operations.js";
import { Fitting, isSingle } from "./fitting.js";
import { Misfit, single, type Size, sizeWords } from "./sizes.js";

/** Finds the size of every part of a claim. What has no size here has any, and its parts are looked at all the same. */
export class Sizing {
  readonly #found = new Map<Expr, Size>();

  readonly #fit: Fitting;

  constructor(readonly arrays: Arrays) {
    this.#fit = new Fitting(arrays.lengths);
    for (const { name, size, properties } of arrays.all()) {
      if (properties.size === 0 || this.#fit.agree(size.rows, size.columns)) continue;
      const [property] = properties;
      throw new Misfit(
        `${name} is ${sizeWords(arrays.lengths.of(size))}: ${article(property)} matrix has as many rows as columns`,
      );
    }
  }

  /** The size of a part that was looked at before; undefined where it may have any. */
  at(expr: Expr): Size | undefined {
    const found = this.#found.get(expr);
    return found && this.arrays.lengths.of(found);
  }

  /** The size of an expression. @throws Misfit with what does not fit */
  of = (expr: Expr): Size | undefined => {
    const size = this.#sized(expr);
    if (size) this.#found.set(expr, size);
    return size;
  };

  /** Looks at two sides of an equation. @throws Misfit */
  equation(left: Expr, right: Expr): void {
    const sides = [left, right].map((side) => [side, this.of(side)] as const);
    this.#fit.alike(sides, "they cannot be equal");
  }

  #sized(expr: Expr): Size | undefined {
    switch (expr.kind) {
      case "number":
        return expr.value.sign === 0 ? undefined : single;
      case "symbol":
      case "index":
        return this.#named(expr);
      case "neg":
        return this.of(expr.of);
      case "add":
        return this.#fit.alike(
          expr.terms.map((term) => [term, this.of(term)] as const),
          "they cannot be added",
        );
      case "mul":
        return this.#product(expr.factors);
      case "div":
        return this.#quotient(expr.left, expr.right);
      case "pow":
        return this.#power(expr);
      case "call":
        return this.#call(expr);
      default:
        parts(expr).forEach(this.of);
        return undefined;
    }
  }

  #named(expr: Expr & { kind: "symbol" | "index" }): Size | undefined {
    const identity = this.arrays.identity(expr);
    if (identity) {
      const side = identity.length === undefined ? this.#found.get(expr)?.rows : [identity.length];
      const length = side ?? this.arrays.lengths.open();
      return { rows: length, columns: length };
    }
    if (expr.kind === "index") expr.indices.forEach(this.of);
    const array = expr.kind === "symbol" ? this.arrays.get(expr.name) : undefined;
    return array?.size ?? single;
  }

  #quotient(left: Expr, right: Expr): Size | undefined {
    const [above, below] = [this.of(left), this.of(right)];
    if (below) this.#fit.number(right, below, "nothing is divided by it");
    return above;
  }

  #power(expr: Expr & { kind: "pow" }): Size | undefined {
    const base = this.of(expr.left);
    if (this.arrays.isTranspose(expr)) return base && turned(base);
    const exponent = this.of(expr.right);
    if (exponent) this.#fit.number(expr.right, exponent, "it is no exponent");
    if (!base || isSingle(this.#fit.now(base))) return base;
    return constantValue(expr.right)
      ? this.#fit.square(expr.left, base, "it has no powers")
      : undefined;
  }

  #product(factors: readonly Expr[]): Size | undefined {
    let [whole, ...others] = factors.map((factor) => ({ expr: factor, size: this.of(factor) }));
    for (const next of others) {
      const expr: Expr = { kind: "mul", factors: [whole.expr, next.expr] };
      whole = { expr, size: this.#fit.times(whole, next) };
    }
    return whole.size;
  }

  #call(expr: Call): Size | undefined {
    const sizes = expr.args.map(this.of);
    const operation = operations.get(expr.name);
    const known = sizes.every((size) => size !== undefined);
    if (operation === undefined || !known) return this.#entrywise(expr, sizes);
    return this.#operated(operation, expr, sizes as Size[]);
  }

  /** A function of one number, of each entry; others of arrays have any size. */
  #entrywise({ args, name }: Call, sizes: readonly (Size | undefined)[]): Size | undefined {
    if (args.length === 1 && library.get(name)?.entrywise) return sizes[0];
    return sizes.every((size) => size && isSingle(this.#fit.now(size))) ? single : undefined;
  }

  #operated(operation: Operation, { args, name }: Call, sizes: readonly Size[]): Size | undefined {
    const [first, second] = sizes;
    const pairs = args.map((expr, i) => [expr, sizes[i]] as const);
    switch (operation) {
      case "transpose":
        return turned(first);
      case "inverse":
        return this.#fit.square(args[0], first, "it has no inverse");
      case "trace":
        this.#fit.square(args[0], first, "it has no trace");
        return single;
      case "determinant":
      case "logDeterminant":
        this.#fit.square(args[0], first, "it has no determinant");
        return single;
      case "kronecker":
        return (
          second && {
            rows: [...first.rows, ...second.rows],
            columns: [...first.columns, ...second.columns],
          }
        );
      case "hadamard":
      case "inner": {
        const size = this.#fit.alike(pairs, "their entries cannot be multiplied");
        return operation === "inner" ? single : size;
      }
      case "vec":
        return { rows: [...first.columns, ...first.rows], columns: [] };
      case "diag":
        return this.#fit.now(first).columns.length === 0
          ? { rows: first.rows, columns: first.rows }
          : { rows: first.rows, columns: [] };
      case "norm":
      case "total":
        return single;
      case "softmax":
        return first;
      case "product":
        return this.#product(args);
      case "hessian":
        return second && { rows: second.rows, columns: second.rows };
      case "derivative":
        return second && this.#derivative(call(name, ...args), first, second);
    }
  }

  /** A number by an array has the array's size, a vector by a vector a row for each entry of the first. */
  #derivative({ args }: Call, of: Size, by: Size): Size | undefined {
    const [a, b] = [this.#fit.now(of), this.#fit.now(by)];
    if (isSingle(a) || isSingle(b)) return isSingle(a) ? b : a;
    if (a.columns.length === 0 && b.columns.length === 0) return { rows: a.rows, columns: b.rows };
    throw new Misfit(
      `${this.#fit.words(args.slice(0, 2).map((expr, i) => ({ expr, size: [a, b][i] })))}: the derivative has more than two axes; take it of an entry or of a number`,
    );
  }
}

const turned = ({ rows, columns }: Size): Size => ({ rows: columns, columns: rows });

const article = (word: string): string => `${/^[aeio]/.test(word) ? "an" : "a"} ${word}`;
