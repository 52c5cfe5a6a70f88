/** An edit of the text: what stands from `start` to `end` gives way. */
export type Edit = [start: number, end: number, text: string];

/** The text with its edits; line breaks of what goes stay, so that lines keep their numbers. */
export function edited(text: string, edits: Edit[]): string {
  let result = "";
  let at = 0;
  for (const [start, end, insert] of [...edits].sort((a, b) => a[0] - b[0] || a[1] - b[1])) {
    result += text.slice(at, start) + insert + text.slice(start, end).replace(/[^\n]/g, "");
    at = end;
  }
  return result + text.slice(at);
}

/** Where in the text stands what is at an offset of its edited form; of what was put in, where it was. */
export function unedited(text: string, edits: Edit[], offset: number): number {
  let moved = 0; // how much further the edited form is
  for (const [start, end, insert] of [...edits].sort((a, b) => a[0] - b[0] || a[1] - b[1])) {
    if (offset - moved < start) break;
    const kept = text.slice(start, end).replace(/[^\n]/g, "").length;
    if (offset - moved < start + insert.length + kept) return start;
    moved += insert.length + kept - (end - start);
  }
  return Math.min(offset - moved, text.length);
}
