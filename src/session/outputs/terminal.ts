import { clearLine, clearScreenDown, cursorTo, moveCursor } from "node:readline";
import { WriteStream } from "node:tty";
import { windowRows } from "./screen.js";

/** The width of the terminal that a cell writes to: that at which values are broken, too. */
export const columns = 100;

/**
 * Makes a stream of the process what programs of the command line take for a terminal, whatever started the process:
 * they draw progress on nothing else. It says that it has no colours, so that what is stored is text, unless
 * FORCE_COLOR asks for them.
 */
export function asTerminal(stream: NodeJS.WriteStream): void {
  const { getColorDepth } = WriteStream.prototype;
  const depth = (env: object = process.env) =>
    "FORCE_COLOR" in env ? getColorDepth.call(stream as WriteStream, env) : 1;
  const properties = {
    isTTY: true,
    columns,
    rows: windowRows,
    getWindowSize: () => [columns, windowRows],
    getColorDepth: depth,
    hasColors: (count: number | object = 16, env?: object) =>
      typeof count === "number" ? count <= 2 ** depth(env) : 16 <= 2 ** depth(count),
    clearLine: (direction: -1 | 0 | 1, done?: () => void) => clearLine(stream, direction, done),
    clearScreenDown: (done?: () => void) => clearScreenDown(stream, done),
    cursorTo: (x: number, y?: number | (() => void), done?: () => void) =>
      typeof y === "function" ? cursorTo(stream, x, undefined, y) : cursorTo(stream, x, y, done),
    moveCursor: (dx: number, dy: number, done?: () => void) => moveCursor(stream, dx, dy, done),
  };
  for (const [name, value] of Object.entries(properties)) {
    Object.defineProperty(stream, name, { value, configurable: true, writable: true });
  }
}
