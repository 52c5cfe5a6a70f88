/** A run of characters in one style, as `<i>`, `<b>`, `<sub>` and `<sup>` in Plotly's texts set it. */
export interface Run {
  text: string;
  italic: boolean;
  /** 1 above the line, -1 below it, 0 on it. */
  shift: -1 | 0 | 1;
}

/** Lines of runs: `<br>` ends a line; other tags are dropped. */
export function richLines(source: string): Run[][] {
  const lines: Run[][] = [[]];
  let italic = false;
  let shift: Run["shift"] = 0;
  for (const part of source.replace(/\n/g, "<br>").split(/(<\/?[a-z]+\s*\/?>)/i)) {
    const tag = /^<(\/?)([a-z]+)\s*\/?>$/i.exec(part);
    if (!tag) {
      if (part) lines[lines.length - 1].push({ text: unescaped(part), italic, shift });
      continue;
    }
    const open = !tag[1];
    const name = tag[2].toLowerCase();
    if (name === "br") lines.push([]);
    else if (name === "i" || name === "em") italic = open;
    else if (name === "sub") shift = open ? -1 : 0;
    else if (name === "sup") shift = open ? 1 : 0;
  }
  return lines;
}

/** The words of a rich text alone; a subscript after its letter, as in `D_K`. */
export function plainWords(source: string): string {
  return richLines(source)
    .map((line) => line.map(({ text, shift }) => ["_", "", "^"][shift + 1] + text).join(""))
    .join(" ");
}

function unescaped(text: string): string {
  return text
    .replace(/&lt;/g, "<")
    .replace(/&gt;/g, ">")
    .replace(/&nbsp;/g, "\u00a0")
    .replace(/&amp;/g, "&");
}

/** Text for XML or HTML, in content and in double-quoted attributes. */
export function escapeXml(text: string): string {
  return text
    .replace(/&/g, "&amp;")
    .replace(/</g, "&lt;")
    .replace(/>/g, "&gt;")
    .replace(/"/g, "&quot;")
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, "");
}
