declare const vouchedFor: unique symbol;

/** HTML in which every string of a notebook was escaped or sanitised. A plain string is none: the compiler asks. */
export type Html = "" | (string & { readonly [vouchedFor]: true });

/** What may stand in a template: HTML, a list of it, a number. */
export type Part = Html | number | readonly Part[];

/** A template of HTML; a text can only get in through `escapeHtml`. */
export function markup(literals: TemplateStringsArray, ...parts: Part[]): Html {
  return vouchFor(literals[0] + parts.map((part, i) => textOf(part) + literals[i + 1]).join(""));
}

/** Pieces of HTML one after the other. */
export function joinHtml(pieces: readonly Part[], between: "" | " " | "\n" | ", " = ""): Html {
  return vouchFor(pieces.map(textOf).join(between));
}

/** Takes a string for HTML: only for what an escaping, sanitising or typesetting function has made. */
export function vouchFor(text: string): Html {
  return text as Html;
}

function textOf(part: Part): string {
  return typeof part === "object" ? part.map(textOf).join("") : `${part}`;
}
