import { randomUUID } from "node:crypto";
import { tex } from "@mdit/plugin-tex";
import MarkdownIt from "markdown-it";
import { brackets } from "./brackets.js";
import { highlight } from "./highlight.js";
import { type Html, markup, vouchFor } from "../html/html.js";
import type { Maths } from "../maths/maths.js";
import { withOwnLines } from "../../notebook/index.js";
import { brief, leftOut } from "../html/leftOut.js";
import type { Picture } from "../pictures/picture.js";
import type { LinkTo } from "../settings/destinations.js";
import { sanitise } from "./sanitise.js";

type Token = ReturnType<MarkdownIt["parse"]>[number];

/** What a Markdown cell is made of, in order. */
export type Piece =
  | { kind: "title" | "heading"; html: Html }
  | { kind: "equation"; tex: string }
  | { kind: "prose"; html: Html; single: boolean };

export interface Markdown {
  /** Cuts a cell at its headings and display formulas. */
  pieces(source: string, picture?: Picture): Piece[];
  /** Inline Markdown, for reasons and captions. */
  inline(source: string): Html;
}

const elsewhere: Picture = () => ({ refused: "no picture stands within a line" });

/**
 * @param report called with each thing that a page leaves out
 * @param link where the links lead; as they are written, if nothing is given
 */
export function createMarkdown(
  maths: Maths,
  report: (text: string) => void,
  link?: LinkTo,
): Markdown {
  // A formula waits behind a mark while the HTML around it is sanitised; no notebook can know the mark of a build.
  const mark = `formula${randomUUID().replaceAll("-", "")}n`;
  const marks = new RegExp(`${mark}(\\d+)z`, "g");
  let formulas: Html[] = [];
  const md = new MarkdownIt({ html: true, highlight });
  md.use(tex, {
    delimiters: "dollars",
    render: (content, display) => {
      const formula =
        display || ownLines.test(content)
          ? markup`<span class="formula">${maths.display(content)}</span>`
          : maths.inline(content);
      return `${mark}${formulas.push(formula) - 1}z`;
    },
  });
  md.use(brackets);
  md.inline.ruler.before("escape", "doubled", doubledDollars);

  const finish = (rendered: string, picture: Picture): { content: Html; missing: Html } => {
    const { html, dropped, refused } = sanitise(rendered, picture, link);
    for (const thing of [...brief(dropped), ...refused]) report(`left out: ${thing}`);
    const safe = html.replace(marks, (_, n: string) => formulas[Number(n)]);
    formulas = [];
    // A formula keeps the sign that follows it: a line never begins with a comma.
    const content = vouchFor(
      safe.trim().replace(/(<math>(?:(?!<\/math>)[\s\S])*<\/math>)([.,;:!?)\]’”]+)/g, held),
    );
    return { content, missing: leftOut(dropped) };
  };

  return {
    inline: (source) => finish(md.renderInline(source, {}), elsewhere).content,
    pieces: (source, picture = elsewhere) =>
      cut(md.parse(withOwnLines(source), {})).map((part): Piece => {
        if (part.kind === "equation") return { kind: "equation", tex: part.tokens[0].content };
        const rendered = md.renderer.render(part.tokens, md.options, {});
        const { content, missing } = finish(rendered, picture);
        if (part.kind !== "prose") return { kind: part.kind, html: content };
        const html = markup`${content}${missing}`;
        return { kind: "prose", html, single: part.single && !missing };
      }),
  };
}

/** What LaTeX has on lines of its own only, also where it stands in a list. */
const ownLines = /^\s*\\begin\{(?:align|alignat|flalign|gather|multline|eqnarray)\*?\}/;

const held = '<span class="held">$1$2</span>';

interface Part {
  kind: Piece["kind"];
  tokens: Token[];
  single: boolean;
}

/** The paragraph right after a title stands alone, since it may be the chapter's question. */
function cut(tokens: Token[]): Part[] {
  const parts: Part[] = [];
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i];
    const last = parts[parts.length - 1];
    if (token.level === 0 && token.type === "math_block") {
      parts.push({ kind: "equation", tokens: [token], single: false });
    } else if (token.type === "heading_open" && (token.tag === "h1" || token.tag === "h2")) {
      const kind = token.tag === "h1" ? "title" : "heading";
      parts.push({ kind, tokens: [tokens[i + 1]], single: false });
      i += 2;
    } else if (token.type === "paragraph_open" && (!last || last.kind === "title")) {
      parts.push({ kind: "prose", tokens: tokens.slice(i, i + 3), single: true });
      i += 2;
    } else if (last?.kind === "prose" && !last.single) {
      last.tokens.push(token);
    } else {
      parts.push({ kind: "prose", tokens: [token], single: false });
    }
  }
  return parts;
}

/** `$$…$$` inside a paragraph, which the plug-in leaves as it is and JupyterLab typesets. */
function doubledDollars(
  state: { src: string; pos: number; push: MarkdownItPush },
  silent: boolean,
) {
  if (!state.src.startsWith("$$", state.pos)) return false;
  const end = state.src.indexOf("$$", state.pos + 2);
  if (end < state.pos + 3) return false;
  if (!silent) {
    const token = state.push("math_inline", "math", 0);
    token.content = state.src.slice(state.pos + 2, end);
    token.markup = "$$";
  }
  state.pos = end + 2;
  return true;
}

type MarkdownItPush = (type: string, tag: string, nesting: 0) => Token;
