/**
 * What may begin a display, or hide one: a fence, code within a line, a comment. The environments are those that LaTeX
 * has outside of formulas only; all others, `aligned` for instance, may stand between dollars within a line.
 */
const opening =
  /^ {0,3}(`{3,}|~{3,})|(`+)|<!--|(?<!\\)\$\$|\\\[|(?<!\\)\\begin\{((?:equation|align|alignat|flalign|gather|multline|eqnarray)\*?)\}/gm;

/** A display formula in Markdown. */
export interface Display {
  tex: string;
  /** Where its first dollar stands, and where what follows it begins. */
  begin: number;
  end: number;
  /** Whether it is an environment with nothing around it. */
  bare?: true;
}

/**
 * What stands in Markdown between `$$`, between `\[` and `\]` or in an environment such as `align`, outside code and
 * comments; in linear time. JupyterLab typesets an environment up to the first empty line.
 */
export function displays(markdown: string): Display[] {
  const found: Display[] = [];
  const closing = closings(markdown);
  opening.lastIndex = 0;
  for (let match = opening.exec(markdown); match; match = opening.exec(markdown)) {
    const [text, fence, code, name] = match;
    const begin = match.index + text.length;
    if (name) {
      const display = environment(markdown, closing, name, match.index);
      if (display) found.push(display);
      opening.lastIndex = display?.end ?? begin;
      continue;
    }
    const end = fence ? fenceEnd(markdown, fence, begin) : closing(code ? text : ends[text], begin);
    if (end === undefined) continue; // what nothing closes begins nothing
    if (text === "$$" || text === "\\[") {
      found.push({ tex: markdown.slice(begin, end), begin: match.index, end: end + text.length });
    }
    opening.lastIndex = end + (code ?? ends[text] ?? "").length;
  }
  return found;
}

/** An environment, unless an empty line or dollars stand in it. Of an equation only what stands in it is left. */
function environment(
  markdown: string,
  closing: (mark: string, from: number) => number | undefined,
  name: string,
  begin: number,
): Display | undefined {
  const [first, last] = [`\\begin{${name}}`, `\\end{${name}}`];
  const inner = begin + first.length;
  const closed = closing(last, inner);
  if (closed === undefined) return undefined;
  if (["\n\n", "$$"].some((mark) => (closing(mark, inner) ?? closed) < closed)) return undefined;
  const end = closed + last.length;
  const tex = /^equation/.test(name) ? markdown.slice(inner, closed) : markdown.slice(begin, end);
  return { tex, begin, end, bare: true };
}

const ends: Record<string, string> = { "<!--": "-->", $$: "$$", "\\[": "\\]" };

/** A fence ends with a line of its own, or with the text. */
function fenceEnd(markdown: string, fence: string, from: number): number {
  const line = new RegExp(`\\n {0,3}${fence[0]}{${fence.length},}[ \\t]*(?=\\n|$)`, "g");
  line.lastIndex = from;
  return line.exec(markdown) ? line.lastIndex : markdown.length;
}

/** What may close a part and be asked for again from further on: ticks, the end of an environment, dollars, an empty line. */
const closers = /`+|\\end\{[a-z]+\*?\}|\$(?=\$)|\n(?=[ \t]*\n)/g;

/** Finds what closes a part, each time further on; a mark that was not found once is not looked for again. */
function closings(markdown: string) {
  const runs = new Map<string, { places: number[]; next: number }>();
  for (const { 0: text, index } of markdown.matchAll(closers)) {
    const run = text === "$" || text === "\n" ? text + text : text;
    const own = runs.get(run) ?? { places: [], next: 0 };
    own.places.push(index);
    runs.set(run, own);
  }
  const gone = new Set<string>();
  return (mark: string, from: number): number | undefined => {
    const own = runs.get(mark);
    if (own) {
      while (own.places[own.next] < from) own.next++;
      return own.places[own.next];
    }
    const at = gone.has(mark) ? -1 : markdown.indexOf(mark, from);
    if (at >= 0) return at;
    gone.add(mark);
    return undefined;
  };
}
