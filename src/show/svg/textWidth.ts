import { richLines, type Run } from "../richText.js";

/** Size of the words in a wide picture, and in a narrow one, where a page enlarges them; room is made for the larger. */
export const wideSize = 12;
export const narrowSize = 17;

/** Distance between two lines of words, in their size. */
export const lineHeight = 1.25;

/**
 * Advance widths of the characters 32 … 126 in hundredths of the size: of Libre Franklin 500 or DejaVu Sans, whichever
 * is wider, so that words fit in the page's face and in a system's.
 */
const advances =
  "32 40 46 84 64 95 80 27 39 39 50 84 32 38 32 35 69 64 64 65 66 66 67 64 67 67 34 34 84 84 84 53 100 74 71 71 77 64 61 77 75 30 43 71 61 92 76 79 70 79 70 65 66 73 71 106 70 69 69 39 35 39 84 53 50 61 63 55 63 62 39 63 63 28 28 58 28 97 63 61 63 63 41 52 40 63 59 82 59 59 54 64 34 64 84"
    .split(" ")
    .map(Number);

/** Width of one line of runs in units of the words' size. */
export function runsWidth(runs: readonly Run[]): number {
  return runs.reduce((sum, { text, shift }) => sum + plainWidth(text) * (shift ? subSize : 1), 0);
}

/** Size of a subscript or superscript against its surroundings. */
export const subSize = 0.75;

function plainWidth(text: string): number {
  let sum = 0;
  for (const character of text) {
    const code = character.codePointAt(0) as number;
    if (code === 0x202f || code === 0x2009) sum += 20;
    else sum += advances[code - 32] ?? (/\p{Mn}/u.test(character) ? 0 : code > 0x2e80 ? 100 : 72);
  }
  return sum / 100;
}

/** Width and height of words at a size, over all their lines. */
export function textBox(source: string, size: number): { width: number; height: number } {
  const lines = richLines(source);
  return {
    width: Math.max(...lines.map(runsWidth)) * size,
    height: lines.length * lineHeight * size,
  };
}

/** Words broken into lines no wider than `width`, as far as their spaces allow. */
export function wrapped(source: string, width: number, size: number): string {
  return source
    .split("<br>")
    .flatMap((line) => {
      const lines: string[] = [];
      for (const word of line.split(" ")) {
        const last = lines.length - 1;
        if (last >= 0 && textBox(`${lines[last]} ${word}`, size).width <= width)
          lines[last] += ` ${word}`;
        else lines.push(word);
      }
      return lines;
    })
    .join("<br>");
}
