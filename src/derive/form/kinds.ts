import type { Rational } from "../../num/index.js";
import type { Expr } from "../tree/expression.js";
import type { Context } from "./context.js";
import type { Form } from "./ring/form.js";
import type { Atom, Meaning, Ring } from "./ring/ring.js";
import type { Sign, Signs } from "./signs.js";

export type AtomKind = Meaning["kind"];
export type AtomOf<K extends AtomKind> = Atom & { kind: K };

/** What a derivative is taken by: a name, or an entry of an indexed family. */
export interface Variable {
  name: string;
  entry?: Form[];
}

/** What a kind of atom knows of itself. */
export interface Kind<K extends AtomKind> {
  /** The atom with other forms in it; `put` is told which name the atom binds in one. */
  rebuild(ctx: Context, atom: AtomOf<K>, put: (part: Form, bound?: string) => Form): Form;
  expression(atom: AtomOf<K>, write: (part: Form) => Expr): Expr;
  /** @param slope the derivative of a form inside, by the same variable */
  derivative(ctx: Context, atom: AtomOf<K>, by: Variable, slope: (part: Form) => Form): Form;
  sign(signs: Signs, atom: AtomOf<K>): Sign | undefined;
  /** Whether it is certainly an integer. */
  integer?(ctx: Context, atom: AtomOf<K>, isInteger: (part: Form) => boolean): boolean;
  /** What is always true of it is learnt. */
  lemmas?(ctx: Context, atom: AtomOf<K>): void;
  /** The logarithm of an atom that is positive, where it is more than a logarithm of it. */
  logarithm?(ctx: Context, atom: AtomOf<K>): Form | undefined;
}
export type Kinds = { readonly [K in AtomKind]: Kind<K> };

/** What forms ask of the rooms above them, which are built of forms. */
export interface Rules {
  readonly kinds: Kinds;
  /** A form that is not negative to a power that is no integer. */
  root(ctx: Context, of: Form, exponent: Rational): Form;
  /** The integral of a form over a name; a limit that is missing is infinite. */
  integral(
    ctx: Context,
    body: Form,
    bound: string,
    lower: Form | undefined,
    upper: Form | undefined,
  ): Form;
  /** The sum over a whole range of terms with two factorials below; undefined for any other. */
  binomialSum(ctx: Context, term: Form, bound: string, lower: Form, upper: Form): Form | undefined;
  /** The sum of a form from a number on without end. */
  series(ctx: Context, body: Form, bound: string, lo: Form): Form;
  signs(ring: Ring, kinds: Kinds, densities: ReadonlySet<string>): Signs;
}

/** What an atom's kind knows. */
export const kindOf = (kinds: Kinds, atom: Atom): Kind<AtomKind> => kinds[atom.kind];
