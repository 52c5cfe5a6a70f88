/** What the cursor touches, which a completion stands in place of. */
export interface Touched {
  start: number;
  end: number;
  /** What of it stands before the cursor. */
  before: string;
  whole: string;
}

/** A name, `#private` included, or, in a text, what of it a completion gives: all, or the last part of a path. */
export function touched(code: string, cursor: number, isText: boolean): Touched {
  const line = code.slice(code.lastIndexOf("\n", cursor - 1) + 1, cursor);
  const quote = isText ? openQuote(line) : undefined;
  let before: string;
  let after: string;
  if (quote === undefined) {
    before = /#?[\p{ID_Continue}$]*$/u.exec(line)?.[0] ?? "";
    after = /^[\p{ID_Continue}$]*/u.exec(code.slice(cursor))?.[0] ?? "";
  } else {
    const text = line.slice(quote + 1);
    before = /^\.{0,2}\//.test(text) ? text.slice(text.lastIndexOf("/") + 1) : text;
    after = new RegExp(`^[^${line[quote]}\\n/]*`).exec(code.slice(cursor))?.[0] ?? "";
    if (!code.startsWith(line[quote], cursor + after.length)) after = "";
  }
  const start = cursor - before.length;
  return { start, end: cursor + after.length, before, whole: before + after };
}

/** Where in a line the quotation mark stands that is open at its end. */
function openQuote(line: string): number | undefined {
  let open: number | undefined;
  for (let at = 0; at < line.length; at++) {
    if (open !== undefined) {
      if (line[at] === "\\") at++;
      else if (line[at] === line[open]) open = undefined;
    } else if (/["']/.test(line[at]) && !/[\w$]/.test(line[at - 1] ?? "")) open = at;
  }
  return open;
}
