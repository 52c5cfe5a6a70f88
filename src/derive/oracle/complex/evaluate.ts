import type { Call, Expr } from "../../tree/expression.js";
import { constantOf, infinite } from "../claim/tree.js";
import type { Point } from "../claim/point.js";
import { type Budget, Evaluation } from "../evaluate/evaluate.js";
import { functionOf } from "./functions.js";
import { type Pair, Pairs } from "./pairs.js";
import { functions, powerOf, realPower } from "../evaluate/functions.js";
import { cannotTell, type Field, noValue } from "../numbers/field.js";
import { type Fraction, fraction, isWhole } from "../numbers/fraction.js";

/** What the names of a claim are. */
export interface Kinds {
  kind(name: string): "unit" | "complex" | "conjugate" | "real";
  /** z of the conjugate `zbar`. */
  letter(name: string): string;
  functionOf(name: string): string | undefined;
}

/** Terms of a sum, each an evaluation. */
const mostTerms = 400n;

/** Values of expressions with complex names, whose parts a point names `re(z)` and `im(z)`. */
export class ComplexEvaluation<V> extends Pairs<V> {
  constructor(
    readonly point: Point,
    field: Field<V>,
    readonly budget: Budget,
    readonly kinds: Kinds,
    branches = new Set<string>(),
  ) {
    super(field, branches);
  }

  of = (expr: Expr): Pair<V> => {
    if ((this.budget.steps -= 2 * this.field.cost) < 0) return cannotTell("too many steps");
    switch (expr.kind) {
      case "number":
        return { re: this.field.of({ n: expr.value.num, d: expr.value.den }) };
      case "symbol":
        return this.name(expr.name);
      case "index":
        return this.entry(expr.name, expr.indices);
      case "neg":
        return this.negated(this.of(expr.of));
      case "add":
        return expr.terms.map(this.of).reduce(this.add);
      case "mul":
        return expr.factors.map(this.of).reduce(this.mul);
      case "div":
        return this.mul(this.of(expr.left), this.inverse(this.of(expr.right)));
      case "pow":
        return this.power(expr.left, expr.right);
      case "call":
        return this.call(expr);
      default:
        return cannotTell("a list or an event");
    }
  };

  name(name: string): Pair<V> {
    const kind = this.kinds.kind(name);
    if (kind === "unit") return { re: this.whole(0), im: this.whole(1) };
    if (kind === "real") return { re: this.real(name) };
    const own = kind === "conjugate" ? this.kinds.letter(name) : name;
    const value = { re: this.real(`re(${own})`), im: this.real(`im(${own})`) };
    return kind === "conjugate" ? this.conjugate(value) : value;
  }

  real = (name: string): V => this.reals().name(name);

  reals = (): Evaluation<V> => new Evaluation(this.point, this.field, this.budget);

  entry(name: string, indices: Expr[]): Pair<V> {
    const kind = this.kinds.kind(name);
    const at = indices.map((index): Expr => {
      const value = this.exact(index);
      const n = isWhole(value) ? value.n : cannotTell("an index that is no whole number");
      return { kind: "symbol", name: `${n}` };
    });
    const places = at.map((one) => BigInt((one as Expr & { kind: "symbol" }).name));
    const of = (family: string): V => {
      const key = `${family}[${places.join()}]`;
      return this.field.of(this.point.values.get(key) ?? this.point.entry(family, places));
    };
    if (kind === "real") return { re: of(name) };
    if (kind === "unit") return cannotTell("an entry of the unit");
    const own = kind === "conjugate" ? this.kinds.letter(name) : name;
    const value = { re: of(`re(${own})`), im: of(`im(${own})`) };
    return kind === "conjugate" ? this.conjugate(value) : value;
  }

  exact(expr: Expr): Fraction {
    const { re, im } = this.of(expr);
    if (im !== undefined) return cannotTell("a count that is no real number");
    return this.field.exactly(re) ?? cannotTell("a count that is not known exactly");
  }

  power(base: Expr, exponent: Expr): Pair<V> {
    const { field } = this;
    if (base.kind === "symbol" && base.name === "e") return this.exponential(this.of(exponent));
    const power = this.of(exponent);
    const value = this.of(base);
    const exact = power.im === undefined ? field.exactly(power.re) : undefined;
    const isFixed = constantOf(exponent) !== undefined;
    const isPositive = value.im === undefined && field.sign(value.re) > 0;
    if (exact && (isPositive || (value.im === undefined && isWhole(exact))))
      return { re: powerOf(field, value.re, exact, isFixed) };
    if (exact && isWhole(exact)) return this.wholePower(value, exact.n, isFixed);
    if (isPositive && power.im === undefined) return { re: realPower(field, value.re, power.re) };
    if (value.im === undefined && field.sign(value.re) === 0) {
      if (power.im === undefined && field.sign(power.re) > 0) return { re: this.whole(0) };
      return noValue("a power of 0");
    }
    return this.exponential(this.mul(power, this.logarithm(value)));
  }

  call(expr: Call): Pair<V> {
    const { name, args } = expr;
    const { field } = this;
    if (name === "sum" || name === "prod") return this.series(expr);
    if (/^(?:integrate|D|partial|at|limit)$/.test(name)) return cannotTell(name);
    const complex = this.kinds.functionOf(name);
    if (complex && args.length === 1) return this.part(complex, this.of(args[0]));
    if (name === "marked") return this.conjugate(this.of(args[0]));
    const own = args.map(this.of);
    const [value] = own;
    if (args.length === 1) {
      const found = functionOf(this, name, value);
      if (found) return found;
    }
    if (own.some(({ im }) => im !== undefined)) return cannotTell(`${name} of a complex number`);
    const [most, of] = Object.hasOwn(functions, name) ? functions[name] : [0, undefined];
    if (!of || own.length > most) return cannotTell(name);
    return {
      re: of(
        field,
        own.map(({ re }) => re),
      ),
    };
  }

  part(name: string, value: Pair<V>): Pair<V> {
    if (name === "conj") return this.conjugate(value);
    if (name === "re") return { re: value.re };
    if (name === "im") return { re: value.im ?? this.whole(0) };
    return { re: this.angle(value) };
  }

  series({ name, args }: Call): Pair<V> {
    const [body, bound, lower, upper] = args;
    if (args.length !== 4 || bound.kind !== "symbol") return cannotTell(name);
    if (infinite(upper) !== undefined) return cannotTell("an endless sum");
    const [from, to] = [this.exact(lower), this.exact(upper)];
    if (!isWhole(from) || !isWhole(to)) return noValue("limits that are no whole numbers");
    if (to.n - from.n < -1n) return noValue("a range that runs backwards");
    if (to.n - from.n > mostTerms) return cannotTell("a long sum");
    let total: Pair<V> = { re: this.whole(name === "sum" ? 0 : 1) };
    for (let k = from.n; k <= to.n; k++) {
      const values = new Map(this.point.values).set(bound.name, fraction(k));
      const point = { ...this.point, values };
      const term = new ComplexEvaluation(
        point,
        this.field,
        this.budget,
        this.kinds,
        this.branches,
      ).of(body);
      total = name === "sum" ? this.add(total, term) : this.mul(total, term);
    }
    return total;
  }
}
