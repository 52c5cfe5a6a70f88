import { isInfinity } from "../tree/constants.js";
import { Rational } from "../../num/index.js";
import { NoValue, Undefined, cannotEvaluate } from "../tree/errors.js";
import { boundName, type Call, type Expr, treeKey } from "../tree/expression.js";
import { workOfFraction } from "../tree/lengths.js";
import { definitionOf, writtenOut } from "../library/library.js";
import { isBackwards } from "../tree/range.js";
import { smoothPowers } from "../functions/smoothPowers.js";
import { expressionText } from "../tree/text.js";
import { countWork, noteWork } from "../tree/work.js";
import { closedIntegral, withoutEdges } from "./closedIntegral.js";
import { differentiate } from "./differentiate.js";
import { probabilityAt } from "./probabilityAt.js";
import { Arithmetic, isExact, type Value } from "./value.js";

/** Where an expression is evaluated: names, entries of indexed families and weights of joint outcomes. */
export interface Point {
  symbols: ReadonlyMap<string, Rational>;
  entry(name: string, indices: bigint[]): Rational;
  weight(measure: string, outcome: string): Rational;
  /** Values of the discrete variables of each measure. */
  outcomes: Map<string, Map<string, string[]>>;
  /** Whether it stands beside another point, from which it differs in its entries only: it takes no other's place. */
  beside?: true;
}

/** Terms of one sum, and steps of one evaluation: about a tenth of a second, of which a search makes many. */
const mostTerms = 20_000;
const mostSteps = 500_000;
/** The work from which a fraction is enclosed rather than carried on. */
const longFraction = 40;
/** Steps that take as long as a product of two terms of a polynomial. */
const stepsOfWork = 3;
const zero = Rational.of(0n);
const one = Rational.of(1n);

/** What one evaluation may cost. */
export interface Budget {
  steps: number;
}

/**
 * Value of an expression at a point.
 *
 * @throws Undefined where the expression has no value, NoValue where the tool cannot give it
 */
export function evaluate(expr: Expr, point: Point, math: Arithmetic, budget?: Budget): Value {
  // One evaluation may take a part of what a whole search may.
  const own: Budget = { steps: Math.min(mostSteps, budget?.steps ?? mostSteps) };
  const before = own.steps;
  math.takeWork(); // of what was computed between evaluations
  countWork(1);
  try {
    return new Evaluation(point, math, own).of(expr);
  } finally {
    const taken = before - own.steps + stepsOfWork * math.takeWork();
    noteWork(taken / stepsOfWork);
    if (budget) budget.steps -= taken;
  }
}

class Evaluation {
  constructor(
    readonly point: Point,
    readonly math: Arithmetic,
    readonly budget: Budget,
    /** Values of names that are no fractions: the place of `at(e, x, pi)`. */
    readonly places: ReadonlyMap<string, Value> = new Map(),
  ) {}

  of = (expr: Expr): Value => {
    const { math } = this;
    this.budget.steps -= 1 + stepsOfWork * math.takeWork();
    if (this.budget.steps < 0) throw new NoValue("the evaluation takes too many steps");
    switch (expr.kind) {
      case "number":
        return expr.value;
      case "symbol":
        return this.symbol(expr.name);
      case "index":
        return this.point.entry(
          expr.name,
          expr.indices.map((index) => this.integer(index)),
        );
      case "neg":
        return math.neg(this.of(expr.of));
      case "add":
        return expr.terms.map(this.of).reduce((a, b) => math.add(a, b));
      case "mul":
        return expr.factors.map(this.of).reduce((a, b) => math.mul(a, b));
      case "div":
        return math.div(this.of(expr.left), this.of(expr.right));
      case "pow":
        return this.power(expr.left, expr.right);
      case "event":
        return probabilityAt(expr, this.point);
      case "list":
        throw cannotEvaluate("a list");
      case "call":
        return this.call(expr);
    }
  };

  symbol(name: string): Value {
    const value = this.places.get(name) ?? this.point.symbols.get(name);
    if (value) return value;
    if (name === "pi") return this.math.pi();
    if (name === "e") return this.math.exp(one);
    throw new NoValue(`${name} has no value here`);
  }
  integer(expr: Expr): bigint {
    const value = this.of(expr);
    if (!isExact(value)) throw cannotEvaluate(`${expressionText(expr)} as an integer`);
    if (!value.isInteger) throw new Undefined(`${expressionText(expr)} is no integer`);
    return value.num;
  }
  power(base: Expr, exponent: Expr): Value {
    const power = this.of(exponent);
    if (base.kind === "symbol" && base.name === "e" && !this.point.symbols.has("e"))
      return this.math.exp(power);
    return this.math.pow(this.of(base), power);
  }

  call(expr: Call): Value {
    const { name, args } = expr;
    const { math } = this;
    switch (name) {
      case "sum":
      case "prod":
        return this.series(expr);
      case "D":
      case "partial":
        return this.derivative(args[0], args[1]);
      case "integrate":
        return this.closed(expr);
      case "at": {
        const bound = boundName(expr);
        if (bound === undefined || args.length !== 3)
          throw cannotEvaluate(`${name} of these arguments`);
        return this.at(bound, this.of(args[2])).of(args[0]);
      }
    }
    const plain = writtenOut(name, args);
    if (plain) return this.of(plain);
    const values = args.map(this.of);
    const known = definitionOf(name, values.length);
    if (known?.value) return known.value(math, ...values);
    throw new NoValue(`${name} is not a function that is known here`);
  }
  /** The same evaluation with a value for one more name, whatever that name stands for around. */
  at(name: string, value: Value): Evaluation {
    const [symbols, places] = [new Map(this.point.symbols), new Map(this.places)];
    symbols.delete(name);
    places.delete(name);
    if (isExact(value)) symbols.set(name, value);
    else places.set(name, value);
    return new Evaluation({ ...this.point, symbols }, this.math, this.budget, places);
  }
  /** Where e has no value, D(e, x) has none; where only the rule for it has none, there may still be one. */
  derivative(of: Expr, by: Expr): Value {
    if (of.kind === "symbol" && treeKey(of) !== treeKey(by))
      throw cannotEvaluate(`the derivative of ${of.name}, of which nothing is known`);
    this.of(of);
    const rule = differentiate(smoothPowers(of), by);
    try {
      return this.of(rule);
    } catch (error) {
      if (error instanceof Undefined) throw cannotEvaluate(`the derivative at this place`);
      throw error;
    }
  }
  series(expr: Call): Value {
    const { name, args } = expr;
    const [body, bound, lower, upper] = args;
    if (args.length !== 4 || bound.kind !== "symbol")
      throw cannotEvaluate(`${name} of these arguments`);
    if (isInfinity(upper)) return this.closed(expr);
    const [from, to] = [this.integer(lower), this.integer(upper)];
    if (to - from > BigInt(mostTerms)) throw cannotEvaluate(`${name} of ${to - from + 1n} terms`);
    if (isBackwards(from, to)) throw new Undefined(`the range of ${name} runs backwards`);
    let total: Value = name === "sum" ? zero : one;
    // One evaluation for all terms: a copy of all names for each takes longer than a short term.
    const symbols = new Map(this.point.symbols);
    const places = new Map(this.places);
    places.delete(bound.name);
    const own = new Evaluation({ ...this.point, symbols }, this.math, this.budget, places);
    for (let n = from; n <= to; n++) {
      symbols.set(bound.name, Rational.of(n));
      const value = own.of(body);
      total = name === "sum" ? this.math.add(total, value) : this.math.mul(total, value);
      if (this.math.bits && isExact(total) && workOfFraction(total) > longFraction)
        total = this.math.wide(total);
    }
    return total;
  }

  /** An integral or an endless sum with numbers for its free names, in closed form; then that form's value. */
  closed(expr: Call): Value {
    const spend = (work: number) => void (this.budget.steps -= stepsOfWork * work);
    const closed = closedIntegral(expr, this.point.symbols, spend);
    return withoutEdges(() => this.of(closed));
  }
}
