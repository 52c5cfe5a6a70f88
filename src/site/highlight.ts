import hljs from "highlight.js/lib/common";
import { escapeHtml } from "./escape.js";
import { type Html, vouchFor } from "./html.js";

const inks = new Map(
  Object.entries({
    keyword: "c-k",
    comment: "c-k",
    operator: "c-k",
    meta: "c-k",
    doctag: "c-k",
    string: "c-s",
    number: "c-s",
    regexp: "c-s",
    literal: "c-s",
    symbol: "c-s",
    char: "c-s",
  }),
);

const longest = 20_000; // characters of code
const longestLine = 300; // the grammars' patterns cost the square of a word's or a line's length

/** Why code stays in one ink, whatever its language. */
export function uncoloured(code: string): string | undefined {
  if (code.length > longest) return `longer than ${longest} characters`;
  const isLong = code.split("\n").some((line) => line.length > longestLine);
  return isLong ? `a line longer than ${longestLine} characters` : undefined;
}

/** Code in three inks: names, grammar, literals. A language that is not known stays in one, and so does long code. */
export function highlight(code: string, language: string): Html {
  if (!hljs.getLanguage(language) || uncoloured(code)) return escapeHtml(code);
  const coloured = hljs.highlight(code, { language, ignoreIllegals: true }).value;
  const stack: boolean[] = [];
  const inked = coloured.replace(/<span class="([^"]*)">|<\/span>/g, (_, name?: string) => {
    if (name === undefined) return stack.pop() ? "</span>" : "";
    const ink = inks.get(name.replace(/^hljs-/, "").split(/[ .]/)[0]);
    stack.push(ink !== undefined);
    return ink ? `<span class="${ink}">` : "";
  });
  return vouchFor(inked);
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
