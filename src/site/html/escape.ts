import { type Html, vouchFor } from "./html.js";

const entities: Record<string, string> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** Text made safe between tags and in quoted attributes. */
export function escapeHtml(text: string): Html {
  return vouchFor(text.replace(/[&<>"']/g, (character) => entities[character]));
}

const named = new Map([
  ["amp", "&"],
  ["lt", "<"],
  ["gt", ">"],
  ["quot", '"'],
  ["nbsp", "\u00a0"],
]);

/** The characters behind the entities that the pages use. */
export function unescapeHtml(html: string): string {
  return html.replace(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi, (whole, hex, decimal, name) => {
    if (hex) return character(parseInt(hex, 16));
    if (decimal) return character(Number(decimal));
    return named.get(name) ?? whole;
  });
}

function character(code: number): string {
  return code <= 0x10ffff ? String.fromCodePoint(code) : "\ufffd";
}

/** The words of a piece of HTML, without tags and without the TeX that travels in formulas. */
export function textOf(html: string): string {
  return unescapeHtml(
    html.replace(/<annotation[^>]*>[^<]*<\/annotation>/g, "").replace(/<[^>]*>/g, ""),
  );
}

/** A name for an anchor: lower case, digits and dashes. */
export function slugOf(text: string): string {
  const slug = text
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "-")
    .replace(/^-+|-+$/g, "");
  return slug || "part";
}

/** HTML of one page as it can stand on another one: a link to a place on its page names that page. */
export function anchorsOn(page: string, html: Html): Html {
  return vouchFor(html.replaceAll('href="#', `href="${escapeHtml(page)}#`));
}

/** `1 step`, `2 steps`. */
export function counted(count: number, one: string, many = `${one}s`): Html {
  return escapeHtml(`${count}\u00a0${count === 1 ? one : many}`);
}

/** A name that may go over to a next line after a point or a dash. */
export function breakableName(name: string, after = /[.-]/g): Html {
  return vouchFor(escapeHtml(name).replace(after, "$&<wbr>"));
}
