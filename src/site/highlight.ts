import hljs from "highlight.js/lib/common";
import { escapeHtml } from "./escape.js";

const inks: Record<string, string> = {
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
};

/** Code in three inks: names, grammar, literals. A language that is not known stays in one. */
export function highlight(code: string, language: string): string {
  if (!hljs.getLanguage(language)) return escapeHtml(code);
  const html = hljs.highlight(code, { language, ignoreIllegals: true }).value;
  const stack: boolean[] = [];
  return html.replace(/<span class="([^"]*)">|<\/span>/g, (_, name?: string) => {
    if (name === undefined) return stack.pop() ? "</span>" : "";
    const ink = inks[name.replace(/^hljs-/, "").split(/[ .]/)[0]];
    stack.push(ink !== undefined);
    return ink ? `<span class="${ink}">` : "";
  });
}

const names: Record<string, string> = {
  typescript: "TypeScript",
  javascript: "JavaScript",
  python: "Python",
  r: "R",
  julia: "Julia",
  bash: "Shell",
};

/** A language's name as people write it. */
export function languageName(language: string): string {
  return names[language] ?? (language ? language[0].toUpperCase() + language.slice(1) : "Code");
}
