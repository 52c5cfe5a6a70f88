import type { Call, Expr } from "../../tree/expression.js";
import { functions, powerOf, realPower } from "../evaluate/functions.js";
import { constantOf } from "../claim/tree.js";
import { cannotTell, type Field } from "../numbers/field.js";
import { fraction } from "../numbers/fraction.js";
import { jets } from "../numbers/jets.js";
import { inner, operations, sized } from "./operations.js";
import { built, type Dense, isDense, MatrixField, scalar, type Value } from "./values.js";

/** The value of an expression where names are matrices, vectors and numbers. */
export class MatrixEvaluation<V> {
  readonly matrices: MatrixField<V>;

  constructor(
    readonly field: Field<V>,
    readonly values: ReadonlyMap<string, Dense<V>>,
  ) {
    this.matrices = new MatrixField(field);
  }

  /** @throws NoValueThere, CannotTell */
  of = (expr: Expr): Value<V> => {
    const { field, matrices } = this;
    switch (expr.kind) {
      case "number":
        if (expr.value.sign === 0) return { times: matrices.zero };
        return scalar(field.of({ n: expr.value.num, d: expr.value.den }));
      case "symbol":
      case "index":
        return this.#named(expr);
      case "neg":
        return matrices.scaled(field.neg(matrices.one), this.of(expr.of));
      case "add":
        return expr.terms.map(this.of).reduce(matrices.add);
      case "mul":
        return expr.factors.map(this.of).reduce(matrices.mul);
      case "div":
        return matrices.scaled(
          field.div(matrices.one, this.number(expr.right)),
          this.of(expr.left),
        );
      case "pow":
        return this.#power(expr.left, expr.right);
      case "call":
        return this.#call(expr);
      default:
        return cannotTell("a list or an event beside matrices");
    }
  };

  number(expr: Expr): V {
    const value = this.of(expr);
    const dense = this.matrices.dense(value, 1, 1);
    return dense.at.length === 1 ? dense.at[0] : cannotTell("a matrix in place of a number");
  }

  #named(expr: Expr & { kind: "symbol" | "index" }): Value<V> {
    const own = expr.kind === "symbol" ? this.values.get(expr.name) : undefined;
    if (own) return own;
    const [, , below] = /^I(bold)?(?:_(\w+))?$/.exec(expr.name) ?? [];
    const isIdentity = /^I(?:bold)?(?:_\w+)?$/.test(expr.name);
    if (isIdentity) {
      const length =
        expr.kind === "index" ? this.number(expr.indices[0]) : below && this.#length(below);
      return length === undefined || length === ""
        ? { times: this.matrices.one }
        : this.#identity(length as V);
    }
    if (expr.kind === "symbol" && expr.name === "pi") return scalar(this.field.pi());
    if (expr.kind === "symbol" && expr.name === "e")
      return scalar(this.field.exp(this.matrices.one));
    return cannotTell(`no value for ${expr.name}`);
  }

  #length(text: string): V {
    if (/^\d+$/.test(text)) return this.field.of(fraction(BigInt(text)));
    return this.values.get(text)?.at[0] ?? cannotTell(`no value for ${text}`);
  }

  #identity(length: V): Value<V> {
    const exact = this.field.exactly(length) ?? cannotTell("a length that is not known exactly");
    const { one, zero } = this.matrices;
    return built(Number(exact.n), Number(exact.n), (i, j) => (i === j ? one : zero));
  }

  #power(left: Expr, right: Expr): Value<V> {
    const { field, matrices } = this;
    if (right.kind === "symbol" && right.name === "T" && !this.values.has("T"))
      return matrices.transposed(this.of(left));
    if (left.kind === "symbol" && left.name === "e" && !this.values.has("e"))
      return scalar(field.exp(this.number(right)));
    const base = this.of(left);
    const exponent = this.number(right);
    const exact = field.exactly(exponent) ?? constantOf(right);
    if (isDense(base) && base.at.length === 1) {
      const fixed = constantOf(right) !== undefined;
      return scalar(
        exact ? powerOf(field, base.at[0], exact, fixed) : realPower(field, base.at[0], exponent),
      );
    }
    if (!exact || exact.d !== 1n || exact.n > 12n || exact.n < -12n)
      return cannotTell("such a power of a matrix");
    const factor = exact.n < 0n ? matrices.inverse(base) : base;
    const count = Number(exact.n < 0n ? -exact.n : exact.n);
    if (count === 0) return { times: matrices.one };
    return Array.from({ length: count }, () => factor).reduce(matrices.mul);
  }

  #call(expr: Call): Value<V> {
    const { name, args } = expr;
    if (/^(?:D|partial|grad|gradient|jacobian|hessian)$/.test(name))
      return this.#derivative(name, args);
    if (name === "norm") return this.#norm(args);
    const values = (): Value<V>[] => args.map(this.of);
    if (Object.hasOwn(operations, name)) return operations[name](this.matrices, values());
    const known = Object.hasOwn(functions, name) ? functions[name] : undefined;
    const [only, ...more] = values();
    if (!known || more.length > 0) return cannotTell(`the function ${name}`);
    const isNumber = isDense(only) || this.field.exactly(only.times)?.n === 0n;
    if (!isNumber) return cannotTell("a function of an identity of open size");
    const value = this.matrices.dense(only, 1, 1);
    return this.matrices.each(value, (one) => known[1](this.field, [one]));
  }

  #norm([of, which]: readonly Expr[]): Dense<V> {
    const value = sized(this.of(of));
    const isF = which?.kind === "symbol" && which.name === "F";
    const isTwo = which?.kind === "number" && which.value.num === 2n && which.value.den === 1n;
    const isVector = value.rows === 1 || value.columns === 1;
    if (!isF && !(isVector && (which === undefined || isTwo))) return cannotTell("another norm");
    return scalar(this.field.sqrt(inner(this.matrices, value, value)));
  }

  /** The coefficient of t where one entry is its value and t: a number by each entry, a vector row by row. */
  #derivative(name: string, [body, by, ...more]: readonly Expr[]): Value<V> {
    if (by?.kind !== "symbol" || more.length > 0)
      return cannotTell("a derivative by what is no name");
    if (name === "hessian")
      return this.#derivative("D", [{ kind: "call", name: "D", args: [body, by] }, by]);
    const own = this.values.get(by.name) ?? cannotTell(`no value for ${by.name}`);
    const slopes = own.at.map((_, i) => this.#slope(body, by.name, own, i));
    if (slopes.length === 1) return slopes[0];
    if (slopes[0].at.length === 1) return { ...own, at: slopes.map(({ at }) => at[0]) };
    if (own.columns !== 1 || slopes[0].columns !== 1)
      return cannotTell("a derivative with more than two axes");
    return built(slopes[0].rows, own.rows, (i, j) => slopes[j].at[i]);
  }

  #slope(body: Expr, name: string, own: Dense<V>, place: number): Dense<V> {
    const { zero, one } = this.matrices;
    const lifted = new Map(
      [...this.values].map(([key, value]) => [key, { ...value, at: value.at.map((v) => [v]) }]),
    );
    lifted.set(name, { ...own, at: own.at.map((v, i) => (i === place ? [v, one] : [v])) });
    const value = new MatrixEvaluation<V[]>(jets(this.field, 1), lifted).of(body);
    const dense = sized(value);
    return { ...dense, at: dense.at.map((series) => series[1] ?? zero) };
  }
}
