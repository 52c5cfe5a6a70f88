import temml from "temml";
import { escapeHtml } from "../html/escape.js";
import type { FormulaStyles } from "./formulaStyle.js";
import { type Html, markup, vouchFor } from "../html/html.js";

/** Typesets TeX as MathML; a formula that cannot be read is shown as it is written, and reported. */
export interface Maths {
  inline(tex: string): Html;
  display(tex: string): Html;
}

const longest = 20_000; // characters; a page holds a formula of some lines
const told = 200; // characters of a formula that a message repeats

/** Macros of one formula that are replaced, as KaTeX advises: a macro that names itself has no end. */
const maxExpand = 1000;
const options = { throwOnError: true, strict: false, trust: false, maxExpand };

/** @param report called once for each formula that cannot be typeset, with a sentence */
export function createMaths(styles: FormulaStyles, report: (text: string) => void): Maths {
  const asText = (source: string, what: string, why: string) => {
    report(`${what}: ${source.length > told ? `${source.slice(0, told)} …` : source} (${why})`);
    return markup`<code class="tex">${escapeHtml(source)}</code>`;
  };
  const render = (tex: string, displayMode: boolean) => {
    const source = tex.trim();
    if (source.length > longest) {
      const why = `longer than ${longest} characters`;
      const text = asText(source, "TeX shown as plain text", why);
      return markup`${text} <span class="left-out">Shown as plain text: ${escapeHtml(why)}.</span>`;
    }
    try {
      const mathml = temml.renderToString(known(source), {
        ...options,
        displayMode,
        annotate: displayMode,
      });
      return vouchFor(styles.classed(tidy(mathml, displayMode)));
    } catch (error) {
      return asText(source, "TeX that cannot be typeset", firstLine(error));
    }
  };
  return { inline: (tex) => render(tex, false), display: (tex) => render(tex, true) };
}

/** With the environments and commands of LaTeX that Temml lacks in terms of those that it has. */
const known = (tex: string): string =>
  tex
    .replace(/(?<!\\)((?:\\\\)*)\\(?:cr|newline)(?![A-Za-z])/g, "$1\\\\ ")
    .replace(/(?<!\\)((?:\\\\)*)\\(?:lefteqn|displaylimits)(?![A-Za-z])/g, "$1")
    .replace(/\\(begin|end)\{flalign(\*?)\}/g, "\\$1{align$2}")
    .replace(/\\begin\{eqnarray\*?\}/g, "\\begin{array}{rcl}")
    .replace(/\\end\{eqnarray\*?\}/g, "\\end{array}");

function firstLine(error: unknown): string {
  return String((error as Error).message)
    .split("\n")[0]
    .replace(/ at (?:position \d+|end of input).*$/, "")
    .replace(/^ParseError: /, "");
}

/** Leaves out what the style sheet says already. */
function tidy(mathml: string, displayMode: boolean): string {
  return mathml
    .replace(/^<math[^>]*>/, displayMode ? '<math display="block">' : "<math>")
    .replace(/ fence="true"/g, "")
    .replace(/<mrow><mo form="prefix"/g, "<mrow><mo")
    .replace(/<mo form="postfix"([^>]*>[^<]*<\/mo><\/mrow>)/g, "<mo$1")
    .replace(/ mathbackground="black"/g, ' mathbackground="currentcolor"') // a \\rule, on dark paper too
    .replace(/ style="math-depth:2;"/g, "");
}
