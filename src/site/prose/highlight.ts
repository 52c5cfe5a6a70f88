import { escapeHtml } from "../html/escape.js";
import { type Html, joinHtml, markup } from "../html/html.js";
import { inked } from "./inks.js";
import { languageOf } from "./languages.js";

/** Code in three inks: names, grammar, literals. A language that is not known stays in one. */
export function highlight(code: string, language: string): Html {
  const known = languageOf(language);
  if (!known) return escapeHtml(code);
  return joinHtml(
    inked(code, known).map(({ text, ink }) =>
      ink ? markup`<span class="${escapeHtml(ink)}">${escapeHtml(text)}</span>` : escapeHtml(text),
    ),
  );
}

const names = new Map(
  Object.entries({
    typescript: "TypeScript",
    javascript: "JavaScript",
    python: "Python",
    r: "R",
    julia: "Julia",
    bash: "Shell",
  }),
);

/** A language's name as people write it. */
export function languageName(language: string): string {
  return names.get(language) ?? (language ? language[0].toUpperCase() + language.slice(1) : "Code");
}
