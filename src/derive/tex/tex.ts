/** LaTeX in a cell, as the notes write it; it is read where it is used, with the names that are known there. */
export interface Tex {
  readonly tex: string;
}

/**
 * LaTeX for a derivation: tex`\frac{1}{N} \sum_{n=1}^{N} x_n`. Backslashes stand for themselves; texts, numbers and
 * other LaTeX may be inserted.
 *
 * @throws TypeError if something else is inserted
 */
export function tex(parts: TemplateStringsArray, ...inserted: (string | number | Tex)[]): Tex {
  const texts = inserted.map((one) => {
    if (typeof one === "string") return one;
    if (typeof one === "number" && Number.isFinite(one)) return `${one}`;
    if (isTex(one)) return one.tex;
    throw new TypeError(`tex: inserted must be a text, a number or LaTeX, got ${typeof one}`);
  });
  return { tex: String.raw(parts, ...texts) };
}

/** Whether a value is LaTeX made by `tex`. */
export function isTex(value: unknown): value is Tex {
  return typeof value === "object" && value !== null && typeof (value as Tex).tex === "string";
}
