import { isCertain } from "../claim/along.js";
import { Absent } from "../../tree/absent.js";
import type { Call, Expr } from "../../tree/expression.js";
import { doubles, type Span } from "../numbers/doubles.js";
import { joint } from "./events.js";
import { cannotTell, type Field } from "../numbers/field.js";
import { type Fraction, fraction, isWhole } from "../numbers/fraction.js";
import { functions, powerOf, realPower } from "./functions.js";
import { jets } from "../numbers/jets.js";
import { openFunction, polynomialAt } from "./openFunctions.js";
import { entryKey, type Point } from "../claim/point.js";
import { series } from "./series.js";
import { constantOf } from "../claim/tree.js";

/** What an evaluation may still cost, in steps. */
export interface Budget {
  steps: number;
}

type Procedure = <V>(outer: Evaluation<V>, call: Call) => V;

/** What few claims hold: the first that does loads it. */
export interface Procedures {
  limit: Procedure;
  integral: Procedure;
}

const absent = (): never => {
  throw new Absent();
};
let procedures: Procedures = { limit: absent, integral: absent };

/** Hands over what takes limits and integrals. */
export function provideProcedures(own: Procedures): void {
  procedures = own;
}

/** The value of an expression at a point. @throws NoValueThere, CannotTell */
export function evaluate<V>(expr: Expr, point: Point, field: Field<V>, budget: Budget): V {
  return new Evaluation(point, field, budget).of(expr);
}

/** One evaluation, with the values of bound names. */
export class Evaluation<V> {
  constructor(
    readonly point: Point,
    readonly field: Field<V>,
    readonly budget: Budget,
    readonly bound: ReadonlyMap<string, V> = new Map(),
  ) {}

  of = (expr: Expr): V => {
    const { field } = this;
    if ((this.budget.steps -= field.cost) < 0) return cannotTell("too many steps");
    switch (expr.kind) {
      case "number":
        return field.of({ n: expr.value.num, d: expr.value.den });
      case "symbol":
        return this.name(expr.name);
      case "index":
        return this.entry(expr.name, expr.indices);
      case "neg":
        return field.neg(this.of(expr.of));
      case "add":
        return expr.terms.map(this.of).reduce(field.add);
      case "mul":
        return expr.factors.map(this.of).reduce(field.mul);
      case "div":
        return field.div(this.of(expr.left), this.of(expr.right));
      case "pow":
        return this.power(expr.left, expr.right);
      case "event":
        return field.div(
          field.of(joint(this.point, expr.measure, [...expr.event, ...expr.given])),
          field.of(joint(this.point, expr.measure, expr.given)),
        );
      case "list":
        return cannotTell("a list");
      case "call":
        return this.call(expr);
    }
  };

  name(name: string): V {
    const { field, point } = this;
    const own = this.bound.get(name);
    if (own !== undefined) return own;
    const curve = point.curves.get(name);
    if (curve)
      return polynomialAt(
        field,
        curve.by,
        curve.on.map((one) => this.name(one)),
      );
    const value = point.values.get(name);
    if (value) return field.of(value);
    if (name === "pi") return field.pi();
    if (name === "e") return field.exp(field.of(fraction(1)));
    return cannotTell(`no value for ${name}`);
  }
  entry(family: string, indices: Expr[]): V {
    const at = indices.map((index) => this.integer(index));
    const key = entryKey(family, at);
    const own = this.bound.get(key);
    if (own !== undefined) return own;
    return this.field.of(this.point.values.get(key) ?? this.point.entry(family, at));
  }
  exact(expr: Expr): Fraction {
    return this.field.exactly(this.of(expr)) ?? cannotTell("a count that is not known exactly");
  }
  integer(expr: Expr): bigint {
    const value = this.exact(expr);
    return isWhole(value) ? value.n : cannotTell("an index that is no whole number");
  }
  power(base: Expr, exponent: Expr): V {
    const { field } = this;
    const power = this.of(exponent);
    if (base.kind === "symbol" && base.name === "e") {
      if (!this.bound.has("e") && !this.point.values.has("e")) return field.exp(power);
    }
    const exact = field.exactly(power);
    const value = this.of(base);
    if (!exact) {
      const plain = constantOf(exponent);
      return plain ? powerOf(field, value, plain, true) : realPower(field, value, power);
    }
    return powerOf(field, value, exact, constantOf(exponent) !== undefined);
  }

  call(expr: Call): V {
    const { name, args } = expr;
    const { field, point } = this;
    switch (name) {
      case "sum":
      case "prod":
        return series(this, expr);
      case "D":
      case "partial":
        if (!isCertain(expr, this.point.curves)) return cannotTell("a derivative along a curve");
        return this.derivative(args[0], args[1]);
      case "integrate":
        return procedures.integral(this, expr);
      case "limit":
        return procedures.limit(this, expr);
      case "at":
        if (args.length !== 3 || args[1].kind !== "symbol") return cannotTell("at");
        return this.with(args[1].name, this.of(args[2])).of(args[0]);
    }
    const values = args.map(this.of);
    const known = Object.hasOwn(functions, name) ? functions[name] : undefined;
    if (!known) return openFunction(field, point, name, values);
    const [most, value] = known;
    if (values.length === 0 || values.length > most) return cannotTell(`${name} of so many`);
    return value(field, values);
  }
  /** The coefficient of t where the name is its value and t. */
  derivative(body: Expr, by: Expr): V {
    const { field } = this;
    if (by.kind !== "symbol" && by.kind !== "index")
      return cannotTell("a derivative by what is no name");
    const key =
      by.kind === "symbol"
        ? by.name
        : entryKey(
            by.name,
            by.indices.map((index) => this.integer(index)),
          );
    const inner = this.lifted(jets(field, 1));
    const found = inner.with(key, [this.of(by), field.of(fraction(1))]).of(body);
    return found[1] ?? field.of(fraction(0));
  }
  with(name: string, value: V): Evaluation<V> {
    return new Evaluation(
      this.point,
      this.field,
      this.budget,
      new Map(this.bound).set(name, value),
    );
  }
  /** The same in doubles, for bounds; undefined over series. */
  rough(): Evaluation<Span> {
    const { point, budget, bound } = this;
    const span = this.field.span ?? cannotTell("a bound over series");
    return new Evaluation(
      point,
      doubles,
      budget,
      new Map([...bound].map(([name, value]) => [name, span(value)])),
    );
  }
  /** The same over series, in which what is bound so far is constant. */
  lifted(field: Field<V[]>): Evaluation<V[]> {
    const bound = new Map([...this.bound].map(([name, value]) => [name, [value]]));
    return new Evaluation(this.point, field, this.budget, bound);
  }
}
