import { tex } from "@mdit/plugin-tex";
import MarkdownIt from "markdown-it";
import { highlight } from "./highlight.js";
import type { Maths } from "./maths.js";
import { type Picture, sanitise } from "./sanitise.js";

type Token = ReturnType<MarkdownIt["parse"]>[number];

/** What a Markdown cell is made of, in order. */
export type Piece =
  | { kind: "title" | "heading"; html: string }
  | { kind: "equation"; tex: string }
  | { kind: "prose"; html: string; single: boolean };

export interface Markdown {
  /** Cuts a cell at its headings and display formulas. */
  pieces(source: string, picture?: Picture): Piece[];
  /** Inline Markdown, for reasons and captions. */
  inline(source: string): string;
}

// Formulas wait behind private characters while the HTML around them is sanitised.
const [open, close] = ["\uE000", "\uE001"];

export function createMarkdown(maths: Maths): Markdown {
  let formulas: string[] = [];
  const md = new MarkdownIt({ html: true, highlight });
  md.use(tex, {
    delimiters: "all",
    render: (content, display) => {
      const html = display
        ? `<span class="formula">${maths.display(content)}</span>`
        : maths.inline(content);
      return `${open}${formulas.push(html) - 1}${close}`;
    },
  });
  md.inline.ruler.before("escape", "doubled", doubledDollars);

  const finish = (html: string, picture?: Picture) => {
    const safe = sanitise(html, picture).replace(
      /\uE000(\d+)\uE001/g,
      (_, index: string) => formulas[Number(index)] ?? "",
    );
    formulas = [];
    // A formula keeps the sign that follows it: a line never begins with a comma.
    return safe.trim().replace(/(<math>(?:(?!<\/math>)[\s\S])*<\/math>)([.,;:!?)\]’”]+)/g, held);
  };
  const render = (tokens: Token[], picture?: Picture) =>
    finish(md.renderer.render(tokens, md.options, {}), picture);
  const plain = (source: string) => source.replace(/[\uE000\uE001]/g, "");

  return {
    inline: (source) => finish(md.renderInline(plain(source), {})),
    pieces: (source, picture) =>
      cut(md.parse(plain(source), {})).map((part) => {
        if (part.kind === "equation") return { kind: "equation", tex: part.tokens[0].content };
        const html = render(part.tokens, picture);
        if (part.kind === "prose") return { kind: "prose", html, single: part.single };
        return { kind: part.kind, html };
      }),
  };
}

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
