import { columns } from "./terminal.js";
import { Screen } from "./screen.js";

// Taken before a cell can replace it.
const { queueMicrotask: soon } = globalThis;

/** What a stream does with what a cell has shown. */
export interface Canvas {
  /** Adds text to the stream. */
  append(text: string): void;
  /**
   * Takes back the last characters of the stream, and shows a text in their place that can be changed from then on.
   *
   * @param grows whether it stands for the text that was shown so before, too
   */
  begin(takenBack: number, text: string, grows: boolean): void;
  /** Changes that text. */
  change(text: string): void;
}

/** A stream over which a program may draw as over a terminal. */
export interface DrawnStream {
  write(text: string): void;
  /** Shows what has been written and not shown: another output follows, or the cell ends. */
  flush(): void;
  /** Forgets what stands above: another output has come, or all has been taken away. */
  part(cleared: boolean): void;
}

/** Whatever is more than text with its colours and line ends. */
const drawing = /\x1b(?!\[[\d;]*m)|[\b\x0c\x7f]|\r(?!\n)/;

/** What is seen of a text at once; what only moves and erases is the first part of a frame. */
const visible = /[^\s\x00-\x1f]|\n/;
const escapes = /\x1b\[[\d;?]*[@-~]|\x1b[78]/g;

/** Characters of plain text that a program may still draw over: several screens full. What is longer is a log. */
const reach = 1 << 14;
/** Lines beyond which a drawing has ended: no terminal has as many rows. */
const mostLines = 300;

/**
 * Turns what a program writes for a terminal into what clients of Jupyter show. Plain text goes on as it is. What
 * changes the last line follows a carriage return, which every client knows, blanks over the rest of the old line
 * included. What changes lines above is nothing that a stream can say: from that line on it becomes a display that is
 * updated.
 */
export function drawnStream(canvas: Canvas): DrawnStream {
  let tail = "";
  let screen: Screen | undefined;
  /** The lines as the client has them, and how many characters of the stream each has taken. */
  let told: string[] = [];
  let sizes: number[] = [];
  /** The place of the cursor in the client's last line: blanks may stand before it. */
  let lastWidth = 0;
  /** The line from which on a display holds them. */
  let display: number | undefined;
  let dirty = false;

  const reset = () => {
    [tail, screen, told, sizes, display, dirty] = ["", undefined, [], [], undefined, false];
  };

  /** From here on the terminal is followed: so far it has shown what was written, line by line. */
  const follow = () => {
    screen = new Screen(columns);
    screen.write(tail);
    told = screen.lines;
    const raw = tail.split("\n");
    sizes = raw.map((line, i) => line.length + (i < raw.length - 1 ? 1 : 0));
    lastWidth = raw[raw.length - 1].length;
    tail = "";
  };

  const sizeFrom = (line: number) => sizes.slice(line).reduce((sum, size) => sum + size, 0);

  const goOn = (lines: string[]) => {
    const at = told.length - 1;
    const [old, line] = [told[at], lines[at]];
    const grows = line.startsWith(old) && lastWidth === old.length;
    let text = grows ? line.slice(old.length) : `\r${line}`;
    lastWidth = Math.max(lastWidth, line.length);
    if (!grows) text += " ".repeat(lastWidth - line.length);
    sizes[at] += text.length;
    for (const next of lines.slice(at + 1)) {
      text += `\n${next}`;
      sizes[sizes.length - 1]++;
      sizes.push(next.length);
      lastWidth = next.length;
    }
    canvas.append(text);
  };

  const show = () => {
    dirty = false;
    const { lines } = screen as Screen;
    const differs = lines.findIndex((line, i) => line !== told[i]);
    if (differs < 0 && lines.length === told.length) return;
    const from = Math.min(differs < 0 ? lines.length : differs, lines.length - 1);
    if (display === undefined && from >= told.length - 1) goOn(lines);
    else {
      const first = Math.min(from, display ?? Infinity);
      const text = lines.slice(first).join("\n").replace(/\n$/, "");
      if (first === display) canvas.change(text);
      else canvas.begin(sizeFrom(first), text, display !== undefined);
      display = first;
      sizes.length = first;
    }
    told = lines;
  };

  return {
    write(text) {
      const draws = drawing.test(text);
      const hasEnded = screen?.atNewLine && !dirty && !draws;
      // A drawing ends where text follows that does not draw, or where it has grown out of reach.
      if (hasEnded && (display !== undefined || told.length > mostLines)) reset();
      if (!screen && !draws) {
        tail += text;
        if (tail.length > reach) tail = tail.slice(tail.indexOf("\n", tail.length - reach / 2) + 1);
        return canvas.append(text);
      }
      if (!screen) follow();
      screen?.write(text);
      if (visible.test(text.replace(escapes, ""))) return show();
      if (dirty) return;
      dirty = true;
      soon(() => dirty && show());
    },
    flush: () => dirty && show(),
    part(cleared) {
      if (cleared || display === undefined) reset();
    },
  };
}
