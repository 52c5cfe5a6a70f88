import { inspect, types } from "node:util";
import { withoutFolders } from "./frames.js";

/** An error as another realm's code made it, too: those fail `instanceof`. */
export interface ErrorLike {
  name?: unknown;
  message: unknown;
  stack: unknown;
  cause?: unknown;
  errors?: unknown;
}

/** Errors that stand behind one another, beyond which the rest is left out: causes may go round in a circle. */
const deepest = 8;

/** Lines of an error that are shown: what a library hangs on one may be a whole connection. */
const mostLines = 100;

/** What is no frame of the reader's: of Node itself, and of packages. */
const foreign = /\(?node:internal\/|\/node_modules\//;

export function isErrorLike(value: unknown): value is ErrorLike {
  return typeof value === "object" && value !== null && "message" in value && "stack" in value;
}

/** Stands for the frames of an error that has none: without any Node prints another form. */
const noFrame = "    at \0";

/** Characters of a text that an error carries, such as the body of an answer: a screen full. */
const longestText = 2000;

/**
 * What Node prints of an error below its heading: frames, and in braces its own properties, its cause and the errors
 * that it gathers, each with its own; frames of Node and of packages are left out.
 */
export function errorLines(error: ErrorLike, folders: [string, string][]): string[] {
  const shown = withOwnFrames(error, new Map(), deepest);
  const text = inspect(shown, { depth: 2, maxStringLength: longestText });
  const [, first] = /\n( +at .*)$/m.exec(String(shown.stack)) ?? [];
  const below = text.slice(text.indexOf(`\n${first}`)).replaceAll(`\n${noFrame}`, "");
  const lines = withoutFolders(below, folders).split("\n");
  if (lines.length <= mostLines) return lines;
  return [...lines.slice(0, mostLines), `… ${lines.length - mostLines} more lines`];
}

/** A copy of an error that has the reader's frames alone; the error itself may be kept by the cells. */
function withOwnFrames(error: ErrorLike, copies: Map<object, Error>, depth: number): Error {
  const blank = new Error();
  delete blank.stack; // it would be written anew, by methods of the other's kind
  const isError = types.isNativeError(error) || error instanceof Error;
  const kind = (isError ? Object.getPrototypeOf(error) : Error.prototype) as object;
  const copy = Object.setPrototypeOf(blank, kind) as Error;
  copies.set(error, copy);
  const inner = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(inner);
    if (!isErrorLike(value)) return value;
    return copies.get(value) ?? (depth > 0 ? withOwnFrames(value, copies, depth - 1) : value);
  };
  const own = Object.getOwnPropertyDescriptors(error) as PropertyDescriptorMap;
  for (const [key, one] of Object.entries(own)) {
    if (!("value" in one)) continue;
    // A SuppressedError keeps the errors that it stands for out of sight.
    const enumerable = one.enumerable || (isErrorLike(one.value) && key !== "cause");
    own[key] = { ...one, value: inner(one.value), enumerable };
  }
  const frames = String(error.stack)
    .split("\n")
    .filter((line) => /^\s+at /.test(line) && !foreign.test(line));
  const { name = "Error", message } = error;
  if (!frames.length) frames.push(noFrame);
  const stack = [message === "" ? `${name}` : `${name}: ${message}`, ...frames].join("\n");
  for (const [key, value] of Object.entries({ name, message, stack })) {
    own[key] = { value, enumerable: false, configurable: true, writable: true };
  }
  return Object.defineProperties(copy, own);
}
