/** A parameter as a cell declares it. */
export interface Parameter {
  name: string;
  /** Its type, where it is written or its default is a plain number, text or truth value. */
  type?: string;
}

/** Pieces of a line: a text, a comment up to the end, what only looks like a bracket, or one other character. */
const piece = /(["'`])(?:\\.|(?!\1).)*\1|\/\/.*|=>| [<>] |./gs;

/** The parameters that a cell of TypeScript or JavaScript declares: `let alpha: number = 0.5, n = 3; // their meaning`. */
export function declaredInTypeScript(source: string): Parameter[] {
  return source.split("\n").flatMap((line) => {
    const all = /^\s*(?:export\s+)?(?:const|let|var)\s+(.*)$/.exec(line)?.[1];
    return splitAtCommas(all ?? "").flatMap((part) => {
      const found = /^([\w$]+)\s*(?::\s*([^=]+?))?\s*=\s*(.+)$/s.exec(part);
      if (!found) return [];
      const [, name, type, value] = found;
      return [{ name, type: type ?? typeOf(value) }];
    });
  });
}

/** Those of a Python cell: `alpha: float = 0.5  # its meaning`. */
export function declaredInPython(source: string): Parameter[] {
  return source.split("\n").flatMap((line) => {
    const found = /^(\w+)\s*(?::\s*([^=#]+?))?\s*=(?!=)\s*(.+)$/.exec(line);
    if (!found) return [];
    const [, name, type, value] = found;
    const isText = type === "str" || (type === undefined && /^[rbuf]*["']/i.test(value));
    return [{ name, type: isText ? "string" : undefined }];
  });
}

/** Those of an R cell: `alpha <- 0.5`, or with `=`. */
export function declaredInR(source: string): Parameter[] {
  return source.split("\n").flatMap((line) => {
    const found = /^([\w.]+)\s*(?:<-|=(?!=))\s*(.+)$/.exec(line);
    if (!found) return [];
    return [{ name: found[1], type: /^["']/.test(found[2]) ? "string" : undefined }];
  });
}

function splitAtCommas(text: string): string[] {
  const parts = [""];
  let depth = 0;
  for (const [one] of text.matchAll(piece)) {
    if (one.startsWith("//")) continue;
    if (depth === 0 && one === ",") parts.push("");
    else {
      if ("([{<".includes(one)) depth++;
      if (")]}>".includes(one)) depth--;
      parts[parts.length - 1] += one;
    }
  }
  return parts.map((part) => part.trim().replace(/\s*;$/, ""));
}

/** The type of a literal: a value that is set in its place must be of it, too. */
function typeOf(value: string): string | undefined {
  if (/^["'`]/.test(value)) return "string";
  if (/^(?:true|false)$/.test(value)) return "boolean";
  if (/^-?[\d_]+n$/.test(value)) return "bigint";
  return /^-?(?:[\d.]|NaN|Infinity)/.test(value) ? "number" : undefined;
}
