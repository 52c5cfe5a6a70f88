import { symbol } from "../../tree/expression.js";
import { library } from "../../library/library.js";
import type { Assumptions } from "../../assumptions/assumptions.js";
import { chainOf } from "./inverse.js";
import { atomTensor, tensorKey } from "../terms/normal.js";
import { powerKey } from "../terms/powers.js";
import type { Factor, Tensor, Term } from "../terms/tensor.js";

/** Whether a function is positive whatever it is taken of. */
function isAlwaysPositive(name: string): boolean {
  const [value, x] = [symbol("y"), symbol("x")];
  const known = library.get(name)?.known?.(value, x) ?? [];
  return known.some(({ expr, relation }) => expr === value && relation === ">");
}

const withoutSpace = (text: string): string => text.replace(/\s+/g, "");

/** What is said of names, and what of it was used. */
export class Known {
  readonly #positive = new Map<string, string>();
  readonly #nonzero = new Map<string, string>();
  readonly #definite = new Map<string, string>();
  readonly #invertible = new Map<string, string>();
  /** Keys of sums that a condition of the claim makes positive. */
  readonly granted = new Set<string>();
  /** Names of matrices that a condition of the claim makes invertible. */
  readonly grantedInvertible = new Set<string>();
  used = new Set<string>();
  readonly #texts: readonly string[];

  constructor({ facts, declared = [] }: Assumptions) {
    this.#texts = facts.map(({ text }) => text);
    for (const fact of facts) {
      if (fact.kind !== "compare" || fact.expr.kind !== "add") continue;
      const [left, right] = fact.expr.terms;
      const isOfName = left.kind === "symbol" && right.kind === "neg" && right.of.kind === "number";
      if (!isOfName || right.of.kind !== "number" || right.of.value.sign < 0) continue;
      const isStrict = fact.relation === ">" || right.of.value.sign > 0;
      if (fact.relation === "!=" && right.of.value.sign === 0)
        this.#nonzero.set(left.name, fact.text);
      else if (fact.relation !== "!=" && isStrict) this.#positive.set(left.name, fact.text);
    }
    for (const { name, meaning, text } of declared) {
      if (meaning.is !== "matrix") continue;
      const has = (word: (typeof meaning.properties)[number]) => meaning.properties.includes(word);
      if (has("positive definite")) this.#definite.set(name, text);
      if (has("positive definite") || has("orthogonal") || has("invertible"))
        this.#invertible.set(name, text);
    }
  }

  /** The assumption that says a condition as it stands. */
  saying(condition: string): string | undefined {
    return this.#texts.find((text) => withoutSpace(text) === withoutSpace(condition));
  }

  /** Whether what is asked is known, and by which assumptions. */
  tell(ask: () => boolean): readonly string[] | undefined {
    this.used = new Set();
    return ask() ? [...this.used] : undefined;
  }

  /** Takes a matrix for invertible, where it is one by its name. */
  grantInvertible({ terms: [only, ...more] }: Tensor): void {
    const [first, ...others] = only?.factors ?? [];
    if (more.length === 0 && others.length === 0 && first?.atom.kind === "array")
      this.grantedInvertible.add(first.atom.name);
  }

  /** Whether every entry is positive. */
  isPositive(of: Tensor): boolean {
    if (this.granted.has(tensorKey(of))) return true;
    return (
      of.terms.length > 0 &&
      of.terms.every(
        (own) => own.coefficient.sign > 0 && own.factors.every((one) => this.isPositiveFactor(one)),
      )
    );
  }

  isPositiveFactor({ atom }: Factor): boolean {
    switch (atom.kind) {
      case "number":
        return atom.value.sign > 0;
      case "name":
        return this.#is(this.#positive, atom.name) || atom.isLength === true || atom.name === "pi";
      case "function":
        return isAlwaysPositive(atom.name);
      case "determinant":
        return this.granted.has(tensorKey(atomTensor(atom))) || this.isDefinite(atom.of);
      case "base":
        return this.isPositive(atom.of);
      default:
        return false;
    }
  }

  /** Whether no entry is 0. */
  isNonzero(of: Tensor): boolean {
    const [only, ...more] = of.terms;
    if (only && more.length === 0 && only.summed.size === 0)
      return only.factors.every((one) => this.#isNonzeroFactor(one));
    return this.isPositive(of);
  }

  #isNonzeroFactor(one: Factor): boolean {
    const { atom } = one;
    if (atom.kind === "name" && this.#is(this.#nonzero, atom.name)) return true;
    if (atom.kind === "determinant" && this.isInvertible(atom.of)) return true;
    if (atom.kind === "base" && this.isNonzero(atom.of)) return true;
    return this.isPositiveFactor(one);
  }

  isInvertible(of: Tensor): boolean {
    const chain = chainOf(of);
    if (!chain || chain.scalars.summed.size > 0) return this.isDefinite(of);
    const links = chain.links.flat().map(({ of: link }) => link);
    const scalars: Tensor = { rows: [], columns: [], terms: [chain.scalars] };
    return links.every((link) => this.#isInvertibleFactor(link)) && this.isNonzero(scalars);
  }

  #isInvertibleFactor({ atom }: Factor): boolean {
    if (atom.kind === "delta" || atom.kind === "inverse") return true;
    if (atom.kind !== "array") return false;
    return this.grantedInvertible.has(atom.name) || this.#is(this.#invertible, atom.name);
  }

  /** A sum of squares such as X'X and of positive multiples of the identity, or of positive definite matrices. */
  isDefinite(of: Tensor): boolean {
    if (of.rows.length !== 1 || of.columns.length !== 1 || of.terms.length === 0) return false;
    const kinds = of.terms.map((own) => this.#definiteness(own));
    return kinds.includes("definite") && !kinds.includes(undefined);
  }

  #definiteness(own: Term): "definite" | "square" | undefined {
    const numbers = own.factors.filter(({ at }) => at.length === 0);
    const others = own.factors.filter(({ at }) => at.length > 0);
    if (own.coefficient.sign <= 0 || !numbers.every((one) => this.isPositiveFactor(one)))
      return undefined;
    const [first, second, ...more] = others;
    if (!second) {
      if (first.atom.kind === "delta") return "definite";
      const inner = first.atom.kind === "inverse" ? first.atom.of : undefined;
      if (inner) return this.isDefinite(inner) ? "definite" : undefined;
      return first.atom.kind === "array" && this.#is(this.#definite, first.atom.name)
        ? "definite"
        : undefined;
    }
    if (
      more.length > 0 ||
      first.atom.key !== second.atom.key ||
      [first, second].some(({ exponent }) => powerKey(exponent) !== "1")
    )
      return undefined;
    const isMirrored =
      first.at.length === second.at.length &&
      first.at.every((index, i) => {
        const other = second.at[i];
        return index === other ? own.summed.has(index) : [index, other].sort().join() === "c0,r0";
      });
    return isMirrored && new Set(first.at).size === first.at.length ? "square" : undefined;
  }

  #is(names: ReadonlyMap<string, string>, name: string): boolean {
    const text = names.get(name);
    if (text !== undefined) this.used.add(text);
    return text !== undefined;
  }
}
