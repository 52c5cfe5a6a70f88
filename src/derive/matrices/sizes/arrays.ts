import type { Declared, Property } from "../../assumptions/declared.js";
import { isSymbol } from "../../meanings/occurrences.js";
import type { Expr } from "../../tree/expression.js";
import { families, freeNames } from "../../tree/names.js";
import { Lengths, type Size } from "./sizes.js";

/** A name that is declared to be a matrix or a vector. */
export interface DeclaredArray {
  name: string;
  size: Size;
  properties: ReadonlySet<Property>;
}

/** The matrices and vectors of a claim, and what stands for an identity in it. */
export class Arrays {
  readonly lengths = new Lengths();
  readonly #declared = new Map<string, DeclaredArray>();

  /** @param numbers names that are said to be numbers: I and T among them are no identity and no transpose */
  constructor(
    declared: readonly Declared[],
    readonly numbers: ReadonlySet<string> = new Set(),
  ) {
    for (const { name, meaning } of declared) {
      if (meaning.is !== "matrix" && meaning.is !== "vector") continue;
      const { size, properties } = meaning;
      const rows = size ? [size[0]] : this.lengths.open();
      const columns = size ? [size[1]] : meaning.is === "vector" ? [] : this.lengths.open();
      this.#declared.set(name, { name, size: { rows, columns }, properties: new Set(properties) });
    }
  }

  get(name: string): DeclaredArray | undefined {
    return this.#declared.get(name);
  }

  all(): DeclaredArray[] {
    return [...this.#declared.values()];
  }

  /** `I`, `\mathbf{I}_n`: an identity, with its length where it is written. */
  identity(expr: Expr): { length?: string } | undefined {
    const name = expr.kind === "symbol" || expr.kind === "index" ? expr.name : "";
    const [, letter, below] = /^(I(?:bold)?)(?:_(\w+))?$/.exec(name) ?? [];
    if (letter === undefined || this.#declared.has(name) || this.numbers.has(name))
      return undefined;
    if (below !== undefined && !this.#isLength(below)) return undefined;
    if (expr.kind !== "index") return { length: below };
    const [index, ...more] = expr.indices;
    if (more.length > 0 || below !== undefined) return undefined;
    if (index.kind === "symbol")
      return this.#isLength(index.name) ? { length: index.name } : undefined;
    return index.kind === "number" ? { length: `${index.value}` } : undefined;
  }

  #isLength(text: string): boolean {
    return (
      /^\d+$/.test(text) ||
      this.all().some(({ size }) => [...size.rows, ...size.columns].includes(text))
    );
  }

  /** Whether an expression speaks of a declared matrix or vector. */
  isIn(expr: Expr): boolean {
    return [...freeNames(expr), ...families(expr)].some((name) => this.#declared.has(name));
  }

  /** `A^T` with a T that is nothing else. */
  isTranspose(expr: Expr): boolean {
    return (
      expr.kind === "pow" &&
      isSymbol(expr.right, "T") &&
      !this.#declared.has("T") &&
      !this.numbers.has("T")
    );
  }
}
