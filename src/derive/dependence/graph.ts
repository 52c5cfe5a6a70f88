import { Unsupported } from "../tree/errors.js";
import type { Depends } from "./declared.js";
import type { Seen } from "./seen.js";

/** A quantity, its direct arguments, and how it is known that these are all. */
interface Quantity {
  args: string[];
  /** Arguments by which \partial differentiates; they are direct, and others may be hidden. */
  partial: Set<string>;
  /** The assumption that names the arguments. */
  declared?: string;
  /** Whether it is differentiated by several arguments, always with d. */
  torn?: boolean;
}

/** Which quantity is a function of which names: from assumptions, and from the numerators of derivatives. */
export class Graph {
  readonly #quantities = new Map<string, Quantity>();

  /** @throws Unsupported where quantities depend on each other in a circle, or an assumption leaves an argument out */
  constructor(seen: readonly Seen[], declared: readonly Depends[]) {
    for (const { name, on, text } of declared) {
      const own = this.#quantities.get(name) ?? { args: [], partial: new Set(), declared: text };
      for (const arg of on) {
        if (arg === name || this.reaches(arg, name)) throw circle(name, arg);
        if (!own.args.includes(arg)) own.args.push(arg);
      }
      this.#quantities.set(name, own);
    }
    const flat = seen.flatMap(({ of, by, partial }) => by.map((one) => ({ of, by: one, partial })));
    for (const one of flat) this.#enter(one.of, one.by, one.partial);
    for (const own of this.#quantities.values()) if (!own.declared) this.#reduce(own);
  }

  get names(): string[] {
    return [...this.#quantities.keys()];
  }
  has(name: string): boolean {
    return this.#quantities.has(name);
  }
  args(name: string): readonly string[] {
    return this.#quantities.get(name)?.args ?? [];
  }
  declaration(name: string): string | undefined {
    return this.#quantities.get(name)?.declared;
  }
  /** Whether a quantity is differentiated by \partial, so that arguments may be hidden. */
  isPartial(name: string): boolean {
    return (this.#quantities.get(name)?.partial.size ?? 0) > 0;
  }
  /** Whether the arguments of a quantity are only those by which it is differentiated, several and none of another. */
  isUnclear(name: string): boolean {
    return this.args(name).length > 1 && this.declaration(name) === undefined;
  }
  /** Whether d by one argument stands beside d by another, so that each is a partial derivative. */
  isTorn(name: string): boolean {
    return this.#quantities.get(name)?.torn ?? false;
  }
  /** The call that differentiates a quantity. */
  signOf(name: string): "D" | "partial" {
    return this.isPartial(name) && !this.isTorn(name) ? "partial" : "D";
  }
  /** Whether a name is a function of another, directly or through others. */
  reaches(name: string, other: string): boolean {
    return this.args(name).some((arg) => arg === other || this.reaches(arg, other));
  }
  /** The names that are functions of nothing, of which a name is one. */
  roots(name: string): string[] {
    const args = this.args(name);
    return args.length ? [...new Set(args.flatMap((arg) => this.roots(arg)))] : [name];
  }

  #enter(name: string, by: string, partial: boolean): void {
    const own = this.#quantities.get(name) ?? { args: [], partial: new Set<string>() };
    if (own.declared !== undefined) {
      // A constant, or an argument that the assumption names: nothing is to be learnt.
      if (own.args.length === 0 || this.reaches(name, by) || this.reaches(by, name)) return;
      throw new Unsupported(
        `the assumption \`${own.declared}\` does not name ${by}, by which ${name} is differentiated`,
      );
    }
    if (this.reaches(by, name)) {
      if (!partial && this.args(by).includes(name)) return; // dx/dy beside dy/dx is its inverse
      throw circle(name, by);
    }
    if (!own.args.includes(by)) own.args.push(by);
    if (partial) own.partial.add(by);
    this.#quantities.set(name, own);
  }

  /**
   * An argument that another one depends on is no direct one, unless \partial holds what lies between fixed. Where
   * several are left, the derivatives are partial ones, however they are written.
   */
  #reduce(own: Quantity): void {
    own.args = own.args.filter((arg) => {
      const between = own.args.filter((other) => other !== arg && this.reaches(other, arg));
      const explicit = own.partial.has(arg) && between.every((other) => !this.isPartial(other));
      return between.length === 0 || explicit;
    });
    if (own.args.length < 2) return;
    own.torn = own.partial.size === 0;
    for (const arg of own.args) own.partial.add(arg);
  }
}

const circle = (name: string, by: string) =>
  new Unsupported(
    `${name} and ${by} depend on each other: assume which is a function of which, such as \`${name} depends on ${by}\``,
  );
