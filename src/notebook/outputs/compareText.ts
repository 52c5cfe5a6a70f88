/** The first difference of two texts, narrowed to a few words or to one number. */
export interface TextDifference {
  /** Empty, or `, line 3`. */
  place: string;
  left: unknown;
  right: unknown;
}

const number = /-?\d+(?:\.\d+)?(?:e[+-]?\d+)?/gi;

/** Characters kept on either side of the first difference within a long line. */
const context = 40;

/** Compares two texts; numbers that are near may differ, if all the text around them is the same. */
export function compareText(
  left: string,
  right: string,
  near: (left: number, right: number) => boolean,
): TextDifference | undefined {
  if (left === right) return undefined;
  const [before, after] = [numbers(left), numbers(right)];
  if (left.replace(number, "#") === right.replace(number, "#")) {
    const i = before.findIndex(({ value }, k) => !near(value, after[k].value));
    // Written differently and equal, 1.0 and 1.00 for instance, is a difference only where no tolerance is given.
    if (i < 0) return near(1, 1 + Number.EPSILON) ? undefined : byLine(left, right);
    const [a, b] = [before[i], after[i]];
    return { place: line(left, a.index), left: a.value, right: b.value };
  }
  return byLine(left, right);
}

function numbers(text: string): { value: number; index: number }[] {
  return [...text.matchAll(number)].map((match) => ({
    value: Number(match[0]),
    index: match.index,
  }));
}

function line(text: string, index: number): string {
  if (!text.trimEnd().includes("\n")) return "";
  return `, line ${text.slice(0, index).split("\n").length}`;
}

function byLine(left: string, right: string): TextDifference {
  const [leftLines, rightLines] = [left.split("\n"), right.split("\n")];
  const at = leftLines.findIndex((text, i) => text !== rightLines[i]);
  const i = at < 0 ? leftLines.length : at;
  const [a, b] = narrow(leftLines[i], rightLines[i]);
  return {
    place: leftLines.length > 1 || rightLines.length > 1 ? `, line ${i + 1}` : "",
    left: a,
    right: b,
  };
}

/** Cuts what two long lines have in common. */
function narrow(left: string | undefined, right: string | undefined) {
  if (left === undefined || right === undefined) return [left, right];
  if (Math.max(left.length, right.length) <= 3 * context) return [left, right];
  let first = 0;
  while (left[first] === right[first]) first++;
  const from = Math.max(0, first - context);
  const cut = (text: string) =>
    `${from > 0 ? "..." : ""}${text.slice(from, first + context)}${text.length > first + context ? "..." : ""}`;
  return [cut(left), cut(right)];
}
