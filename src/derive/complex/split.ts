import { Rational } from "../../num/index.js";
import { library } from "../library/library.js";
import { constantValue } from "../tree/constants.js";
import { noProcedure, Unsupported } from "../tree/errors.js";
import { call, type Call, type Expr, negate, number, symbol, times } from "../tree/expression.js";
import { exponentOf } from "./exponents.js";
import { modulusOf } from "./modulus.js";
import { ComplexNames, partNames } from "./names.js";
import { entire, exponential } from "./parts/functions.js";
import {
  addParts,
  beside,
  conjugate,
  divideParts,
  imaginary,
  multiplyParts,
  negateParts,
  one,
  type Parts,
  real,
  zero,
} from "./parts/parts.js";
import { powerOf } from "./powers.js";
import { splitRanged } from "./ranged.js";
import type { Show, Splitting } from "./splitting.js";

/** Functions of real numbers that have no real value everywhere, and a complex one with a choice of branch. */
const narrow = /^(?:asin|acos|arcsin|arccos|acosh|atanh|log2|log10)$/;

/** Writes expressions with complex names by their real and imaginary parts, which are real expressions. */
export class Splitter implements Splitting {
  constructor(
    readonly names: ComplexNames,
    readonly integers: ReadonlySet<string>,
    readonly shown: Show,
    /** Powers that stand by themselves, as numbers of which nothing else is known. */
    readonly opaque = new Set<string>(),
    /** What was taken of which there are several branches. */
    readonly branches = new Set<"root" | "logarithm" | "angle">(),
    /** Names that stand bound around. */
    readonly bound: ReadonlySet<string> = new Set(),
  ) {}

  show = (relation: "<" | "<=" | "=", expr: Expr): boolean =>
    this.shown(relation, expr, this.bound);

  /** The same where a name is bound. @param counts whether it is a whole number there */
  within = (bound: string, counts: boolean): Splitter => {
    const integers = new Set(this.integers);
    if (counts) integers.add(bound);
    else integers.delete(bound);
    const names = new Set([...this.bound, bound]);
    return new Splitter(this.names, integers, this.shown, this.opaque, this.branches, names);
  };

  /** @throws Unsupported for what has no meaning here, or more than one */
  of = (expr: Expr): Parts => {
    const exponent = exponentOf(expr, this);
    if (exponent) return exponential(this.of(exponent));
    switch (expr.kind) {
      case "number":
        return real(expr);
      case "symbol":
        return this.symbol(expr.name);
      case "index":
        return this.entry(expr.name, expr.indices.map(this.real));
      case "neg":
        return negateParts(this.of(expr.of));
      case "add":
        return expr.terms.map(this.of).reduce(addParts);
      case "mul":
        return this.product(expr.factors);
      case "div": {
        const divisor = exponentOf(expr.right, this);
        return divisor
          ? this.of(times(expr.left, call("exp", negate(divisor))))
          : divideParts(this.of(expr.left), this.of(expr.right));
      }
      case "pow":
        return powerOf(expr.left, expr.right, this);
      case "call":
        return this.call(expr);
      default:
        throw noProcedure("a list or an event beside complex numbers");
    }
  };

  /** An expression that is real by what it is made of. @throws Unsupported for any other */
  real = (expr: Expr): Expr => {
    const value = this.realOf(this.of(expr));
    if (!value)
      throw new Unsupported("a complex number stands where only a real one has a meaning");
    return value;
  };

  /** The real number that parts are, where the imaginary one is 0 or shown to be; undefined for any other. */
  realOf({ re, im }: Parts): Expr | undefined {
    if (!im) return re ?? zero;
    return this.show("=", im) ? beside(re ?? zero, [im]) : undefined;
  }

  symbol(name: string): Parts {
    const kind = this.names.kind(name);
    if (kind === "unit") return imaginary(one);
    if (kind === "real") {
      if (name === "Infinity") throw noProcedure("Infinity beside complex numbers");
      return real(symbol(name));
    }
    return this.named(name, symbol);
  }

  entry(name: string, indices: Expr[]): Parts {
    const kind = this.names.kind(name);
    if (kind === "unit") throw noProcedure(`an entry of ${name}, the imaginary unit`);
    if (kind === "real") return real({ kind: "index", name, indices });
    return this.named(name, (part) => ({ kind: "index", name: part, indices }));
  }

  /** What a complex name, or that of a conjugate, stands for. @param of what is made of the name of a part */
  named(name: string, of: (part: string) => Expr): Parts {
    const isConjugate = this.names.kind(name) === "conjugate";
    const { re, im } = partNames(isConjugate ? this.names.letter(name) : name);
    const own = { re: of(re), im: of(im) };
    return isConjugate ? conjugate(own) : own;
  }

  /** A product, its exponentials taken together. */
  product(factors: readonly Expr[]): Parts {
    const flat = factors.flatMap((one) => (one.kind === "mul" ? one.factors : [one]));
    const exponents: Expr[] = [];
    const others: Expr[] = [];
    for (const factor of flat) {
      const exponent = exponentOf(factor, this);
      if (exponent) exponents.push(exponent);
      else others.push(factor);
    }
    const all = others.map(this.of);
    if (exponents.length) all.push(exponential(exponents.map(this.of).reduce(addParts)));
    return all.reduce(multiplyParts);
  }

  call(expr: Call): Parts {
    const { name, args } = expr;
    const ranged = splitRanged(expr, this);
    if (ranged) return ranged;
    const complex = this.names.functionOf(name);
    if (complex && args.length === 1) return this.part(complex, args[0]);
    if (name === "abs" && args.length === 1) return real(modulusOf(args[0], this));
    if (name === "marked" && args[1]?.kind === "symbol" && args[1].name === "bar")
      return conjugate(this.of(args[0]));
    if (name === "sqrt" && args.length === 1)
      return powerOf(args[0], number(Rational.of(1n).div(Rational.of(2n))), this);
    if ((name === "log" || name === "ln") && args.length === 1) return this.logarithm(args[0]);
    if (!library.has(name)) throw noProcedure(`${name}(…) beside complex numbers`);
    const own = args.map(this.of);
    if (args.length === 1 && Object.hasOwn(entire, name) && own[0].im) return entire[name](own[0]);
    if (own.some(({ im }) => im)) throw noProcedure(`${name}(…) of a complex number`);
    const values = own.map(({ re }) => re ?? zero);
    if (narrow.test(name) && constantValue(values[0]) === undefined)
      throw new Unsupported(
        `${name}(…) beside complex numbers may be one of several branches: write it by real numbers`,
      );
    return real(call(name, ...values));
  }

  part(name: string, of: Expr): Parts {
    const own = this.of(of);
    if (name === "conj") return conjugate(own);
    if (name === "re") return real(beside(own.re ?? zero, [own.im]));
    if (name === "im") return real(beside(own.im ?? zero, [own.re]));
    this.branches.add("angle");
    return real(call("atan2", own.im ?? zero, own.re ?? zero));
  }

  /** The principal logarithm of what is known to be real and not 0. */
  logarithm(of: Expr): Parts {
    const exponent = exponentOf(of, this);
    const own = this.of(of);
    const value = this.realOf(own);
    if (value) {
      if (this.show("<", value)) return real(call("log", value));
      if (this.show("<", negate(value))) {
        this.branches.add("logarithm");
        return { re: call("log", negate(value)), im: symbol("pi") };
      }
    }
    const isNumber = [own.re, own.im].every((part) => !part || isConstant(part));
    if (isNumber && !exponent) {
      this.branches.add("logarithm");
      return {
        re: call("log", modulusOf(of, this)),
        im: call("atan2", own.im ?? zero, own.re ?? zero),
      };
    }
    throw new Unsupported(
      "a logarithm of what is not known to be a positive number has several branches: write it by its modulus and an angle",
    );
  }
}

/** Whether an expression is made of numbers alone. */
const isConstant = (expr: Expr): boolean => constantValue(expr) !== undefined;
