import { type Declared, declaredAs } from "../assumptions/declared.js";
import { type Expr, parts } from "../tree/expression.js";
import { boundNames, families, freeNames } from "../tree/names.js";

/** Names of functions that take a complex number, as texts and LaTeX write them. */
const aliases: Readonly<Record<string, string>> = {
  Re: "re",
  Im: "im",
  Arg: "arg",
  conjugate: "conj",
  conj: "conj",
  re: "re",
  im: "im",
  arg: "arg",
};

/** What a name in a claim about complex numbers is. */
export type Kind = "unit" | "complex" | "conjugate" | "real";

/** The names of a claim that are no real numbers. */
export class ComplexNames {
  readonly units: ReadonlySet<string>;
  readonly complex: ReadonlySet<string>;

  constructor(declared: readonly Declared[]) {
    this.units = declaredAs(declared, "imaginary unit");
    this.complex = declaredAs(declared, "complex");
  }

  kind(name: string): Kind {
    if (this.units.has(name)) return "unit";
    if (this.complex.has(name)) return "complex";
    return this.complex.has(this.letter(name)) ? "conjugate" : "real";
  }

  /** The name whose conjugate is written: z of `\bar z` and of `z^*`. */
  letter = (name: string): string => name.replace(/(?:bar|star)$/, "");

  /** What a function of a complex number is called here; undefined for any other. */
  functionOf = (name: string): string | undefined =>
    Object.hasOwn(aliases, name) ? aliases[name] : undefined;

  /** Whether an expression has a complex name, or something that is taken of complex numbers alone. */
  speaksOf(expr: Expr): boolean {
    const isOf = (part: Expr): boolean =>
      (part.kind === "call" && this.functionOf(part.name) !== undefined) || parts(part).some(isOf);
    return this.isIn(expr) || isOf(expr);
  }

  /** Whether an expression speaks of complex numbers. */
  isIn(expr: Expr): boolean {
    const names = [...freeNames(expr), ...families(expr)];
    return names.some((name) => this.kind(name) !== "real");
  }

  /** A name of a complex number, or the unit, that something binds: it is a real number there. */
  boundIn(expr: Expr): string | undefined {
    return [...boundNames(expr)].find((name) => this.kind(name) !== "real");
  }

  /** Letters that may be the imaginary unit and are not declared. */
  undeclaredUnit(expr: Expr): string | undefined {
    return this.units.size === 0 && freeNames(expr).has("i") ? "i" : undefined;
  }
}

/** The names of the real numbers of which a complex one is made. */
export const partNames = (name: string): { re: string; im: string } => ({
  re: `re(${name})`,
  im: `im(${name})`,
});
