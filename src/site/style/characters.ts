import { unescapeHtml } from "../html/escape.js";

const formulas = /<math[\s\S]*?<\/math>/g;

/** The characters that a page sets in its text faces. */
export function textCharacters(html: string): string {
  const body = html
    .replace(/<(script|style)[\s\S]*?<\/\1>/g, " ")
    .replace(formulas, (formula) => (formula.match(/<mtext[^>]*>[^<]*/g) ?? []).join(" "))
    .replace(/<[^>]*>/g, " ");
  return unique(unescapeHtml(body));
}

/** The characters of a page in each of its text faces. */
export interface FaceCharacters {
  upright: string;
  italic: string;
  code: string;
}

/** What of a page is set upright, in italics and in the code face. */
export function faceCharacters(html: string): FaceCharacters {
  const within = (pattern: RegExp) => textCharacters((html.match(pattern) ?? []).join(" "));
  return {
    upright: textCharacters(html),
    italic:
      within(
        /<(em|i|strong|b|cite|dfn|var)\b[^>]*>[\s\S]*?<\/\1>|<p class="lead">[\s\S]*?<\/p>|placeholder="[^"]*"/g,
      ) + (html.match(/placeholder="([^"]*)"/)?.[1] ?? ""),
    code: within(/<(pre|code|kbd|samp)\b[^>]*>[\s\S]*?<\/\1>|<a class="id"[^>]*>[\s\S]*?<\/a>/g),
  };
}

/**
 * The characters that a page sets in its mathematical face. A letter alone in `<mi>` is drawn from the mathematical
 * italic block, the radical sign is in no text at all, and digits are cheap enough to be there always.
 */
export function mathsCharacters(html: string): string {
  const list = html.match(formulas) ?? [];
  if (!list.length) return "";
  const text = list
    .map((formula) =>
      unescapeHtml(
        formula.replace(/<annotation[\s\S]*?<\/annotation>/g, "").replace(/<[^>]*>/g, " "),
      ),
    )
    .join(" ");
  const plain = unique(text);
  const italics = [...plain].map(mathItalic).join("");
  const radical = list.some((formula) => /<m(sqrt|root)/.test(formula)) ? "√" : "";
  return unique(`${plain}${italics}${radical}0123456789.,−=`);
}

function unique(text: string): string {
  return [...new Set(text)]
    .filter((character) => character >= " ")
    .sort()
    .join("");
}

/** The code point at which `<mi>x</mi>` is drawn. */
export function mathItalic(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  const at = (first: string, block: number) =>
    String.fromCodePoint(block + code - first.charCodeAt(0));
  if (character === "h") return "\u210e";
  if (/^[A-Z]$/.test(character)) return at("A", 0x1d434);
  if (/^[a-z]$/.test(character)) return at("a", 0x1d44e);
  if (/^[Α-Ω]$/.test(character)) return at("Α", 0x1d6e2);
  if (/^[α-ω]$/.test(character)) return at("α", 0x1d6fc);
  const others: Record<string, number> = {
    "∂": 0x1d715,
    ϵ: 0x1d716,
    ϑ: 0x1d717,
    ϰ: 0x1d718,
    ϕ: 0x1d719,
    ϱ: 0x1d71a,
    ϖ: 0x1d71b,
    ı: 0x1d6a4,
    ȷ: 0x1d6a5,
    "∇": 0x1d6fb,
  };
  return others[character] ? String.fromCodePoint(others[character]) : "";
}
