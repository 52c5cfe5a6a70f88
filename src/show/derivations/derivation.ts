import { Derivation, derivationMime } from "../../derive/index.js";
import { type Displayable, jupyterDisplay, type MimeBundle } from "../../num/index.js";
import { derivationHtml } from "./derivationHtml.js";
import { derivationLatex } from "./derivationLatex.js";
import { derivationText } from "./derivationText.js";

/** A derivation that shows itself in a notebook. */
export class ShownDerivation extends Derivation implements Displayable {
  /** The steps with their grades, as a record, HTML, LaTeX and text. */
  [jupyterDisplay](): MimeBundle {
    const json = this.toJSON();
    return {
      [derivationMime]: json,
      "text/html": derivationHtml(json),
      "text/latex": derivationLatex(json),
      "text/plain": derivationText(json),
    };
  }
  [Symbol.for("nodejs.util.inspect.custom")](): string {
    return derivationText(this.toJSON());
  }
}

/** Where whoever runs a notebook finds its derivations, from whatever copy of this package its cells have them. */
const registry = Symbol.for("rederive.derivations");
const made = ((globalThis as Record<symbol, unknown>)[registry] ??= []) as ShownDerivation[];

/** The derivations that this notebook has begun so far, in their order. */
export const derivationsMade = (): readonly ShownDerivation[] => made;

/**
 * Begins a derivation: a chain of relations under named assumptions, each step graded with its evidence.
 *
 *     derivation("uniform.mean", ["a < b"])
 *       .from("integrate(x/(b - a), x, a, b)")
 *       .equals("(b^2 - a^2)/(2*(b - a))", "insert the limits")
 *       .equals("(a + b)/2", "b^2 - a^2 = (b - a)(b + a)")
 *
 * @param id the equation's id, for instance `conv.cost-ratio`
 * @param assumptions such as `"N integer >= 1"`, `"sigma2 > 0"`, `"a != b"`
 * @throws DerivationError if the id or an assumption cannot be read
 */
export function derivation(
  id: string,
  assumptions: readonly string[] = [],
  options: { title?: string } = {},
): ShownDerivation {
  const begun = new ShownDerivation(id, assumptions, options);
  made.push(begun);
  return begun;
}
