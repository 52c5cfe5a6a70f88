import type MarkdownIt from "markdown-it";

type InlineRule = Parameters<MarkdownIt["inline"]["ruler"]["push"]>[1];
type BlockRule = Parameters<MarkdownIt["block"]["ruler"]["push"]>[1];
type BlockState = Parameters<BlockRule>[0];

/** `\(…\)` within a paragraph and `\[…\]` on lines of their own as formulas; no text is searched twice for an end. */
export function brackets(md: MarkdownIt): void {
  md.inline.ruler.before("escape", "math_inline_bracket", inlineRule());
  md.block.ruler.after("blockquote", "math_block_bracket", blockRule(), {
    alt: ["paragraph", "reference", "blockquote", "list"],
  });
}

function inlineRule(): InlineRule {
  const endless = new WeakSet<object>();
  return (state, silent) => {
    const begin = state.pos + 2;
    if (!state.src.startsWith("\\(", state.pos) || endless.has(state)) return false;
    const end = endOf(state.src, begin);
    if (end < 0) {
      endless.add(state); // what opens later in this paragraph does not end either
      return false;
    }
    if (!silent) {
      const token = state.push("math_inline", "math", 0);
      token.content = state.src.slice(begin, end);
      token.markup = "\\(";
    }
    state.pos = end + 2;
    return true;
  };
}

/** The next `\)` whose backslash is not escaped itself; -1 if there is none. */
function endOf(text: string, from: number): number {
  for (let at = text.indexOf("\\)", from); at >= 0; at = text.indexOf("\\)", at + 1)) {
    let first = at;
    while (first > from && text[first - 1] === "\\") first--;
    if ((at - first) % 2 === 0) return at;
  }
  return -1;
}

function blockRule(): BlockRule {
  const endless = new WeakMap<object, number>();
  return (state, startLine, endLine, silent) => {
    const [start, firstEnd] = boundsOf(state, startLine);
    if (!state.src.startsWith("\\[", start)) return false;
    if (silent) return true;
    if (startLine < (endless.get(state) ?? 0)) return false;
    const { line, closed } = closingLine(state, startLine, endLine);
    if (!closed) {
      endless.set(state, line); // what opens before this line does not end either
      return false;
    }
    const [begin, end] = boundsOf(state, line);
    const parts =
      line === startLine
        ? [`${state.src.slice(start + 2, textEnd(state, end, start + 2) - 2)}\n`]
        : [
            `${state.src.slice(start + 2, firstEnd)}\n`,
            state.getLines(startLine + 1, line, state.tShift[startLine], true),
            `${state.src.slice(begin, textEnd(state, end, begin) - 2).trimEnd()}\n`,
          ];
    const token = state.push("math_block", "math", 0);
    token.block = true;
    token.content = parts.filter((part) => part !== "\n").join("");
    token.map = [startLine, line + 1];
    token.markup = "\\[";
    state.line = line + 1;
    return true;
  };
}

/** The line that ends in `\]`, or the first one that cannot belong to the display, since it stands further left. */
function closingLine(state: BlockState, startLine: number, endLine: number) {
  let begin = boundsOf(state, startLine)[0] + 2;
  for (let line = startLine; line < endLine; line++) {
    if (line > startLine) begin = boundsOf(state, line)[0];
    const end = state.eMarks[line];
    if (line > startLine && begin < end && state.tShift[line] < state.blkIndent) {
      return { line, closed: false };
    }
    const last = textEnd(state, end, begin);
    if (last - begin >= 2 && state.src.startsWith("\\]", last - 2)) return { line, closed: true };
  }
  return { line: endLine, closed: false };
}

function boundsOf({ bMarks, tShift, eMarks }: BlockState, line: number): [number, number] {
  return [bMarks[line] + tShift[line], eMarks[line]];
}

function textEnd(state: BlockState, end: number, begin: number): number {
  return state.skipSpacesBack(end, begin);
}
