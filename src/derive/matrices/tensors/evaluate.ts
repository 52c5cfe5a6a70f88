import { Rational } from "../../../num/index.js";
import { definitionOf, library } from "../../library/library.js";
import type { Needed } from "../../library/shared/definition.js";
import { isMatrixLetter } from "../../meanings/matrices.js";
import { isSymbol } from "../../meanings/occurrences.js";
import { isBold, letterOf } from "../../tex/reading/symbolNames.js";
import { type Call, type Expr, treeKey } from "../../tree/expression.js";
import { families, freeNames } from "../../tree/names.js";
import { expressionText } from "../../tree/text.js";
import type { Arrays } from "../sizes/arrays.js";
import { operations } from "../sizes/operations.js";
import type { Sizing } from "../sizes/sizing.js";
import type { Conditions } from "./conditions.js";
import { lengthAtom, nameAtom } from "../terms/contract.js";
import type { Known } from "./known.js";
import {
  atomTensor,
  identity,
  isZero,
  numberTensor,
  plus,
  scaled,
  tensor,
} from "../terms/normal.js";
import { applied, raised } from "./numbers.js";
import { operated } from "./operated.js";
import { product, transposed } from "./operate.js";
import { Outside } from "../terms/outside.js";
import { plainPower, plusPower, power, type Power } from "../terms/powers.js";
import { inverseOf } from "./inverse.js";
import { type Atom, factor, freeIndices, type Tensor, term } from "../terms/tensor.js";

/** A higher power of a sum of matrices has more products than are worth comparing. */
const highestPower = 8;

/** The tensors of the parts of a claim, of which the sizes were found. */
export class Evaluation {
  constructor(
    readonly arrays: Arrays,
    readonly sizing: Sizing,
    readonly known: Known,
    readonly conditions: Conditions,
    readonly numbers: ReadonlySet<string>,
  ) {}

  /** @throws Outside for what has no meaning here */
  of = (expr: Expr): Tensor => {
    switch (expr.kind) {
      case "number":
        return numberTensor(expr.value);
      case "symbol":
      case "index":
        return this.#named(expr);
      case "neg":
        return scaled(this.of(expr.of), Rational.of(-1n));
      case "add":
        return sum(expr.terms.map(this.of));
      case "mul":
        return expr.factors.map(this.of).reduce(times);
      case "div":
        return times(this.of(expr.left), this.#power(expr.right, power(-1n)));
      case "pow":
        return this.#raised(expr);
      case "call":
        return this.#call(expr);
      default:
        throw new Outside(`${expressionText(expr)} beside matrices`);
    }
  };

  #named(expr: Expr & { kind: "symbol" | "index" }): Tensor {
    if (this.arrays.identity(expr)) {
      const { rows } = this.sizing.at(expr)!;
      return identity(rows);
    }
    const array = this.arrays.get(expr.name);
    if (array && expr.kind === "symbol") {
      const size = this.arrays.lengths.of(array.size);
      const { properties } = array;
      const atom: Atom = {
        kind: "array",
        name: array.name,
        key: array.name,
        symmetric: properties.has("symmetric") || properties.has("positive definite"),
        orthogonal: properties.has("orthogonal"),
      };
      return tensor(size, [term([factor(atom, freeIndices(size))])]);
    }
    if (array) throw new Outside(`an entry of ${expr.name}`);
    this.#refuseUnclear(expr);
    return atomTensor(expr.kind === "symbol" ? this.#nameOf(expr.name) : opaque(expr));
  }

  #nameOf(name: string): Atom {
    const isLength = this.arrays
      .all()
      .some(({ size }) => [...size.rows, ...size.columns].includes(name));
    return isLength ? lengthAtom(name) : nameAtom(name);
  }

  /** A capital or a bold letter beside declared matrices may be one, too. */
  #refuseUnclear({ name }: { name: string }): void {
    const isLike =
      isMatrixLetter(name) || isBold(name) || this.arrays.get(letterOf(name)) !== undefined;
    if (isLike && !this.numbers.has(name))
      throw new Outside(
        name,
        `${name} may be a matrix or a vector, too: declare it, or assume \`${name} real\``,
      );
  }

  #raised(expr: Expr & { kind: "pow" }): Tensor {
    const { left, right } = expr;
    if (this.arrays.isTranspose(expr)) return transposed(this.of(left));
    if (isSymbol(left, "e") && !this.arrays.get("e"))
      return applied("exp", this.of(right), this.known);
    const { exponent, isWhole } = exponentOf(this.of(right));
    return this.#power(left, exponent, isWhole);
  }

  /** A whole power of a matrix, any power of a number. */
  #power(expr: Expr, exponent: Power, isWhole = true): Tensor {
    const base = this.of(expr);
    const plain = plainPower(exponent);
    if (base.rows.length + base.columns.length > 0) {
      if (!plain?.isInteger)
        throw new Outside("a power of a matrix whose exponent is not an integer");
      if (plain.sign < 0) this.conditions.add("invertible", expr, base);
      return wholePower(plain.sign < 0 ? inverseOf(base) : base, Number(plain.abs().num));
    }
    const mayDivide = [...exponent.values()].some(({ sign }) => sign < 0);
    const need = isWhole ? "nonzero" : mayDivide || !plain ? "positive" : "not negative";
    if (!isWhole || mayDivide) this.conditions.add(need, expr, base);
    return raised(base, exponent, this.known, isWhole);
  }

  #call(expr: Call): Tensor {
    const { name, args } = expr;
    const operation = operations.get(name);
    const isOfArrays = args.some((arg) => this.arrays.isIn(arg)) || operation !== undefined;
    const entrywise = library.get(name)?.entrywise;
    if (!isOfArrays && !entrywise) return this.#opaque(expr);
    if (operation) return operated(operation, expr, this);
    const [arg, ...more] = args.map(this.of);
    if (more.length > 0 || !entrywise) throw new Outside(`the function ${name} of matrices`);
    if (arg.rows.length > 0 && arg.columns.length > 0 && entrywise !== "arrays")
      throw new Outside(`${name} of a matrix`);
    for (const { expr: of, need } of neededBy(expr)) {
      if (need === "positive") this.conditions.add("positive", of, arg);
      if (need === "nonnegative") this.conditions.add("not negative", of, arg);
    }
    return applied(name, arg, this.known);
  }

  /** A call of numbers alone is one itself. */
  #opaque(expr: Expr): Tensor {
    for (const name of [...freeNames(expr), ...families(expr)]) this.#refuseUnclear({ name });
    return atomTensor(opaque(expr));
  }
}

/** What a function needs for a value; what is short for another needs what that does. */
function neededBy({ name, args }: Call): Needed[] {
  const definition = definitionOf(name, args.length);
  const meant = definition?.rewrite?.(...args);
  return definition?.domain?.(...args) ?? (meant?.kind === "call" ? neededBy(meant) : []);
}

const opaque = (expr: Expr): Atom => ({
  kind: "name",
  name: expressionText(expr),
  key: treeKey(expr),
  holds: new Set([...freeNames(expr), ...families(expr)]),
});

/** A sum, in which 0 has the size of the others. */
export function sum(all: readonly Tensor[]): Tensor {
  const others = all.filter((one) => !isZero(one));
  const [first, ...more] = others.length ? others : all.slice(0, 1);
  return plus(first, ...more);
}

const times = (left: Tensor, right: Tensor): Tensor =>
  isZero(left) ? left : isZero(right) ? right : product(left, right);

function wholePower(base: Tensor, exponent: number): Tensor {
  if (exponent > highestPower) throw new Outside("a high power of a matrix");
  if (exponent === 0) return identity(base.rows);
  return Array.from({ length: exponent }, () => base).reduce(product);
}

/** An exponent, a sum of products of names; a whole number if these are lengths, and the coefficients whole. */
function exponentOf(of: Tensor): { exponent: Power; isWhole: boolean } {
  let found: Power = new Map();
  let isWhole = true;
  for (const { coefficient, factors, summed } of of.terms) {
    const names = factors.flatMap(({ atom, exponent }) => {
      const times = plainPower(exponent);
      if (atom.kind !== "name" || !times?.isInteger || times.sign < 0)
        throw new Outside("an exponent that is not a sum of products");
      return Array.from({ length: Number(times.num) }, () => atom.name);
    });
    if (summed.size > 0) throw new Outside("an exponent with a sum");
    const areLengths = factors.every(({ atom }) => atom.kind === "name" && atom.isLength);
    isWhole &&= coefficient.isInteger && areLengths;
    found = plusPower(found, new Map([[names.sort().join("*"), coefficient]]));
  }
  return { exponent: found, isWhole };
}
