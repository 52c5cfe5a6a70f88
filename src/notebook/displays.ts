/** What may begin a display, or hide one: a fence, code within a line, a comment. */
const opening = /^ {0,3}(`{3,}|~{3,})|(`+)|<!--|(?<!\\)\$\$|\\\[/gm;

/** A display formula in Markdown. */
export interface Display {
  tex: string;
  /** Where its first dollar stands, and where what follows it begins. */
  begin: number;
  end: number;
}

/** What stands in Markdown between `$$` or between `\[` and `\]`, outside code and comments; in linear time. */
export function displays(markdown: string): Display[] {
  const found: Display[] = [];
  const closing = closings(markdown);
  opening.lastIndex = 0;
  for (let match = opening.exec(markdown); match; match = opening.exec(markdown)) {
    const [text, fence, code] = match;
    const begin = match.index + text.length;
    const end = fence ? fenceEnd(markdown, fence, begin) : closing(code ? text : ends[text], begin);
    if (end === undefined) continue; // what nothing closes begins nothing
    if (text === "$$" || text === "\\[") {
      found.push({ tex: markdown.slice(begin, end), begin: match.index, end: end + text.length });
    }
    opening.lastIndex = end + (code ?? ends[text] ?? "").length;
  }
  return found;
}

const ends: Record<string, string> = { "<!--": "-->", $$: "$$", "\\[": "\\]" };

/** A fence ends with a line of its own, or with the text. */
function fenceEnd(markdown: string, fence: string, from: number): number {
  const line = new RegExp(`\\n {0,3}${fence[0]}{${fence.length},}[ \\t]*(?=\\n|$)`, "g");
  line.lastIndex = from;
  return line.exec(markdown) ? line.lastIndex : markdown.length;
}

/** Finds what closes a part, each time further on; a mark that was not found once is not looked for again. */
function closings(markdown: string) {
  const runs = new Map<string, { places: number[]; next: number }>();
  for (const { 0: run, index } of markdown.matchAll(/`+/g)) {
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
