import { ignored, operatorCommands, relations, synonyms } from "./commands.js";
import { alphabets } from "./letters.js";
import { numberText, numeral, thousands } from "./numerals.js";
import { type Overprint, overprint } from "./overprint.js";
import { texError } from "./texError.js";

/** A piece of LaTeX: spacing, sizes and comments are gone, `\left(` and `\big(` are `(`. */
export interface Token {
  /** `word` is the text of \mathrm{…}, \text{…} and the like; its command stands in `command`. */
  kind: "command" | "letter" | "number" | "word" | "relation" | "sign" | "end";
  text: string;
  at: number;
  /** The command of a word, the environment of a \begin or \end. */
  command?: string;
  /** How a delimiter was written: `\left|` opens, `\right|` closes, `\big|` may do either. */
  sized?: "left" | "right" | "big";
}

/** The tokens of a text, and the ids in its \tag{…}. */
export interface Tokens {
  tokens: Token[];
  tags: string[];
}

const spaces = /(?:\s|~|\\[,;:!> \n]|%[^\n]*)+/y;
const threeDots = /\.\.\./y;
const commandName = /\\([A-Za-z]+)/y;
const plainBraces = /\*?\s*(?:\{([^{}]*)\}|([A-Za-z\d]))/y;
/** Words with fonts of their own in them. */
const wordsInFonts = /\s*\{((?:[^{}$]|\{[^{}$]*\})*)\}/y;
const fonts = /\\(?:bf|it|rm|sf|tt|sc|em|tiny|small|large|Large|text[a-z]{2}|emph)\b\s*|[{}]/g;
const oneInBraces = /\s*\{\s*[A-Za-z]\s*\}/y;
const textWithMath = /\s*\{(?=[^{}$]*\$)/y;
/** What stands above the sign of a definition: `\overset{\text{def}}{=}`. */
const definedAbove =
  /\s*\{\s*(?:\\(?:text|textrm|textnormal|mathrm|rm|tiny)\s*\{\s*def\.?\s*\}|def\.?|\\triangle|\\Delta)\s*\}\s*\{\s*=\s*\}/y;
const equals = /\s*=/y;
const proseUpTo = /([^{}$]*)([}$])/y;
/** Some set the delimiter behind a size in braces: `\bigg{(}`. */
const bracedDelimiter = /\s*\{\s*([()[\]|])\s*\}/y;
const oneLetter = /\s*(?:\{\s*(\\?[A-Za-z]+|[01])\s*\}|(\\[A-Za-z]+|[A-Za-z01]))/y;
const bracedRelation = /\{\s*([=<>])\s*\}/y;
const environmentName = /\s*\{([a-z]+)\*?\}/y;
const lineEnd = /\\\\\*?(?:\[[\d.]+(?:pt|em|ex|mu|mm|cm|in|pc|bp)\])?/y;
const plainLength = /\*?\s*\{\s*(\d*\.?\d+)\s*(?:pt|em|ex|mu|mm|cm|in|pc|bp)\s*\}/y;
const columnCount = /\s*\{\d+\}/y;

const words = new Set(
  "mathrm mathit mathsf mathtt text textrm textit textbf mbox operatorname mathbb".split(" "),
);
const sizes = /^(?:left|right|middle|[bB]igg?[lrm]?)$/;
const bars: Record<string, Partial<Token>> = {
  lvert: { text: "|", sized: "left" },
  rvert: { text: "|", sized: "right" },
  vert: { text: "|" },
  mid: { text: "\\mid" },
  lfloor: { text: "\\lfloor" },
  rfloor: { text: "\\rfloor" },
  lceil: { text: "\\lceil" },
  rceil: { text: "\\rceil" },
  Vert: { text: "\\|" },
  lVert: { text: "\\|", sized: "left" },
  rVert: { text: "\\|", sized: "right" },
  parallel: { text: "\\|" },
  lbrace: { text: "\\{" },
  rbrace: { text: "\\}" },
  lbrack: { text: "[" },
  rbrack: { text: "]" },
  langle: { text: "\\langle" },
  rangle: { text: "\\rangle" },
};
const delimiters = new Set(
  "( ) [ ] | . \\{ \\} \\mid \\lfloor \\rfloor \\lceil \\rceil \\| \\langle \\rangle".split(" "),
);

interface Scan extends Tokens {
  source: string;
  at: number;
  overprint: Overprint;
  /** The command of the text in which mathematics between dollar signs stands at this place. */
  text?: string;
}

/** Cuts LaTeX into tokens; the last one is the end. @throws DerivationError for a command without what it needs */
export function tokenize(source: string): Tokens {
  const scan: Scan = { source, at: 0, tokens: [], tags: [], overprint: overprint(source) };
  let size: { name: string; at: number } | undefined;
  for (;;) {
    scan.overprint.space(matched(scan, spaces)?.[0] ?? "");
    if (scan.at >= source.length) break;
    const start = scan.at;
    const token = next(scan, size !== undefined);
    if (!token) continue;
    if (token.kind === "command" && sizes.test(token.text) && !size) {
      size = { name: token.text, at: start };
      continue;
    }
    if (size && !delimiters.has(token.text)) break;
    scan.overprint.token(token, start);
    scan.tokens.push({ at: start, ...token, ...(size && sizedAs(size.name, token.text)) });
    size = undefined;
  }
  if (size) {
    const advice = "write a bracket behind it: \\left( … \\right)";
    throw texError(source, size.at, `\\${size.name} stands before no delimiter`, advice);
  }
  scan.tokens.push({ kind: "end", text: "", at: source.length });
  return { tokens: scan.tokens, tags: scan.tags };
}

/** Matches at this place, and goes on behind it. */
function matched(scan: Scan, pattern: RegExp): RegExpExecArray | undefined {
  pattern.lastIndex = scan.at;
  const match = pattern.exec(scan.source);
  if (match) scan.at = pattern.lastIndex;
  return match ?? undefined;
}

/** Whether a pattern matches at this place. */
function matches({ source, at }: Scan, pattern: RegExp): boolean {
  pattern.lastIndex = at;
  return pattern.test(source);
}

type Piece = Omit<Token, "at">;

/** The next token; nothing for a command that says nothing. After `\left` a dot is a delimiter and no decimal. */
function next(scan: Scan, afterSize: boolean): Piece | undefined {
  const braced = matched(scan, afterSize ? bracedDelimiter : bracedRelation);
  if (braced) return { kind: afterSize ? "sign" : "relation", text: braced[1] };
  if (!afterSize && matched(scan, threeDots)) return { kind: "command", text: "dots" };
  const digits = afterSize ? undefined : (matched(scan, thousands) ?? matched(scan, numeral));
  if (digits) return { kind: "number", text: numberText(scan.source, scan.at, digits[0]) };
  if (matched(scan, lineEnd)) return { kind: "sign", text: "\\\\" };
  const start = scan.at;
  const name = matched(scan, commandName)?.[1];
  if (name !== undefined) return command(scan, synonyms.get(name) ?? name);
  const letter = String.fromCodePoint(scan.source.codePointAt(start)!);
  scan.at += letter.length;
  if (letter === "\\") {
    const sign = scan.source[scan.at++];
    if (sign === undefined) throw texError(scan.source, start, "the text ends in a backslash");
    return { kind: "sign", text: `\\${sign}` };
  }
  if (letter === ":" && matched(scan, equals)) return { kind: "relation", text: ":=" };
  if (letter === "$" && scan.text !== undefined) return prose(scan, scan.text);
  if (Object.hasOwn(relations, letter)) return { kind: "relation", text: relations[letter] };
  return { kind: /^[A-Za-z]$/.test(letter) ? "letter" : "sign", text: letter };
}

/** The words of `\text{for $x > 0$}` up to mathematics, or behind it up to the brace; none where there are no words. */
function prose(scan: Scan, command: string): Piece | undefined {
  const match = matched(scan, proseUpTo);
  if (!match) throw texError(scan.source, scan.at, `\\${command} needs plain text in braces`);
  const [, text, end] = match;
  scan.text = end === "$" ? command : undefined;
  return text.trim() === "" ? undefined : { kind: "word", text, command };
}

function command(scan: Scan, name: string): Piece | undefined {
  const content = (pattern: RegExp, what: string) => {
    const match = matched(scan, pattern);
    if (!match) throw texError(scan.source, scan.at, `\\${name} needs ${what} in braces`);
    return match[1] ?? match[2];
  };
  if (name === "tag") scan.tags.push(content(plainBraces, "its id"));
  else if (name === "label") content(plainBraces, "its id");
  else if (name === "eqref" || name === "ref") {
    content(plainBraces, "an id");
    return { kind: "sign", text: "\\ref" };
  } else if (/^[hv]?phantom$/.test(name)) content(plainBraces, "what is left out");
  else if (name === "hspace") {
    const what =
      "a length from 0 on, such as 1em, since less would set one thing on top of another,";
    content(plainLength, what);
  } else if (name === "begin" || name === "end") {
    const environment = content(environmentName, "the name of an environment");
    if (environment === "alignedat" && name === "begin") matched(scan, columnCount);
    return { kind: "sign", text: `\\${name}`, command: environment };
  } else if (words.has(name) && matched(scan, textWithMath)) {
    return prose(scan, name);
  } else if (name.startsWith("text") && words.has(name) && !matches(scan, plainBraces)) {
    const text = content(wordsInFonts, "plain text").replace(fonts, "").replaceAll("\\_", "_");
    return { kind: "word", text, command: name };
  } else if (name === "textbf" && matches(scan, oneInBraces)) {
    return { kind: "word", text: content(oneLetter, "one letter"), command: "mathbf" };
  } else if (name === "cr" || name === "newline") return { kind: "sign", text: "\\\\" };
  else if (words.has(name)) {
    const text = content(plainBraces, "plain text").replace(fonts, "").replaceAll("\\_", "_");
    return { kind: "word", text, command: name };
  } else if (Object.hasOwn(alphabets, name)) {
    return { kind: "word", text: content(oneLetter, "one letter"), command: name };
  } else if (Object.hasOwn(bars, name)) return { kind: "sign", text: name, ...bars[name] };
  else if ((name === "overset" || name === "stackrel") && matched(scan, definedAbove))
    return { kind: "relation", text: ":=" };
  else if (name === "not" && matched(scan, equals)) return { kind: "relation", text: "!=" };
  else if (Object.hasOwn(relations, name)) return { kind: "relation", text: relations[name] };
  else if (name === "quad" || name === "qquad") return { kind: "sign", text: "\\quad" };
  else if (operatorCommands.has(name)) return { kind: "word", text: name, command: "operatorname" };
  else if (name === "dd") return { kind: "letter", text: "d", command: "dd" };
  else if (!ignored.has(name)) return { kind: "command", text: name };
  return undefined;
}

/** What `\left`, `\right`, `\middle` and `\big` say of the delimiter after them. */
function sizedAs(name: string, text: string): Partial<Token> {
  if (name === "middle") return text === "|" ? { text: "\\mid" } : {};
  if (name === "left" || name === "right") return { sized: name };
  return { sized: name.endsWith("l") ? "left" : "big" };
}
