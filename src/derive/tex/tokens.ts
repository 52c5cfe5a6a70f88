import { ignored, relations } from "./commands.js";
import { texError } from "./texError.js";

/** A piece of LaTeX: spacing, sizes and comments are gone, `\left(` and `\big(` are `(`. */
export interface Token {
  /** `word` is the text of \mathrm{…}, \text{…} and the like; its command stands in `command`. */
  kind: "command" | "letter" | "number" | "word" | "relation" | "sign" | "end";
  text: string;
  at: number;
  command?: string;
  /** How a delimiter was written: `\left|` opens, `\right|` closes, `\big|` may do either. */
  sized?: "left" | "right" | "big";
}

/** The tokens of a text, and the ids in its \tag{…}. */
export interface Tokens {
  tokens: Token[];
  tags: string[];
}

const space = /(?:\s|~|\\[,;:!> \n]|%[^\n]*)+/y;
const numeral = /(?:\d+(?:\\,\d{3})+(?!\d)|\d+)(?:\.\d+)?|\.\d+/y;
const command = /\\(?:([A-Za-z]+)\*?|(.))/suy;
const braced = /\s*(?:\{([^{}]*)\}|([A-Za-z]))/y;
const bracedRelation = /\{\s*(=|<|>)\s*\}/y;
const environment = /\s*\{([a-z]+\*?)\}/y;
const rowGap = /\*?(?:\s*\[[\d.]+[a-z]+\])?/y;
const words = new Set(
  "mathrm mathit mathsf text textrm textit mbox operatorname mathcal mathbb".split(" "),
);
const sizes = /^(?:left|right|middle|[bB]igg?[lrm]?)$/;
const bars: Record<string, [string, Token["sized"]?]> = {
  lvert: ["|", "left"],
  rvert: ["|", "right"],
  vert: ["|"],
  mid: ["\\mid"],
  lfloor: ["\\lfloor"],
  rfloor: ["\\rfloor"],
  lceil: ["\\lceil"],
  rceil: ["\\rceil"],
};

/** Cuts LaTeX into tokens; the last one is the end. @throws DerivationError at a character that is no LaTeX of formulas */
export function tokenize(source: string): Tokens {
  const tokens: Token[] = [];
  const tags: string[] = [];
  const matched = (pattern: RegExp, from: number) => {
    pattern.lastIndex = from;
    return pattern.exec(source);
  };
  let at = 0;
  let size: { name: string; at: number } | undefined;
  const push = (token: Token) => {
    tokens.push(size ? { ...token, ...sizedAs(size.name, token.text), at: size.at } : token);
    size = undefined;
  };
  for (;;) {
    at = matched(space, at) ? space.lastIndex : at;
    if (at >= source.length) break;
    const start = at;
    const relation = matched(bracedRelation, at);
    const digits = matched(numeral, at);
    const letter = source[at];
    if (relation) {
      at = bracedRelation.lastIndex;
      push({ kind: "relation", text: relation[1], at: start });
    } else if (digits && !(size && letter === ".")) {
      at = numeral.lastIndex;
      push({ kind: "number", text: digits[0].replaceAll("\\,", ""), at: start });
    } else if (letter === "\\") {
      const [whole, name, sign] = matched(command, at) ?? ["\\"];
      at += name === undefined ? whole.length : name.length + 1;
      if (name === undefined) {
        if (whole === "\\\\") at = matched(rowGap, at) ? rowGap.lastIndex : at;
        if (!sign) throw texError(source, start, "the text ends in a backslash");
        push({ kind: "sign", text: whole, at: start });
      } else if (sizes.test(name)) {
        if (source[at] === "*") throw texError(source, at, `\\${name} has no form with a star`);
        size = { name, at: start };
      } else if (name === "tag" || name === "label") {
        const content = matched(braced, at);
        if (!content) throw texError(source, at, `\\${name} needs its id in braces`);
        at = braced.lastIndex;
        if (name === "tag") tags.push(content[1] ?? content[2]);
      } else if (name === "begin" || name === "end") {
        const content = matched(environment, at);
        if (!content)
          throw texError(source, at, `\\${name} needs the environment's name in braces`);
        at = environment.lastIndex;
        push({ kind: "sign", text: `\\${name}`, command: content[1].replace("*", ""), at: start });
      } else if (words.has(name)) {
        if (source[at] === "*") at++;
        const content = matched(braced, at);
        if (!content) {
          throw texError(source, at, `\\${name} needs plain text in braces`);
        }
        at = braced.lastIndex;
        const text = (content[1] ?? content[2]).replaceAll("\\_", "_");
        push({ kind: "word", text, command: name, at: start });
      } else if (Object.hasOwn(bars, name)) {
        const [text, sized] = bars[name];
        push({ kind: "sign", text, at: start, ...(sized && { sized }) });
      } else if (Object.hasOwn(relations, name)) {
        push({ kind: "relation", text: relations[name], at: start });
      } else if (name === "quad" || name === "qquad") {
        push({ kind: "sign", text: "\\quad", at: start });
      } else if (!ignored.has(name)) {
        push({ kind: "command", text: name, at: start });
      }
    } else {
      at++;
      if (/[A-Za-z]/.test(letter)) push({ kind: "letter", text: letter, at: start });
      else if (Object.hasOwn(relations, letter)) {
        push({ kind: "relation", text: relations[letter], at: start });
      } else push({ kind: "sign", text: letter, at: start });
    }
  }
  if (size) throw texError(source, size.at, `\\${size.name} stands before no delimiter`);
  tokens.push({ kind: "end", text: "", at: source.length });
  return { tokens, tags };
}

/** What `\left`, `\right`, `\middle` and `\big` say of the delimiter after them. */
function sizedAs(name: string, text: string): Partial<Token> {
  if (name === "middle") return text === "|" ? { text: "\\mid" } : {};
  if (name === "left" || name === "right") return { sized: name };
  if (/l$/.test(name)) return { sized: "left" };
  return { sized: "big" };
}
