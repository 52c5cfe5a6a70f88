import type { Diagnostic } from "./compiler.js";
import { placeAt } from "./compileError.js";

/** A message of the compiler; line and column count from 0. */
export interface Problem {
  line: number;
  column: number;
  message: string;
  /** The file, if it is not the cell. */
  file?: string;
}

/** What the compiler, or the parser, says of a place in a text. */
export function problemAt(
  text: string,
  diagnostic: Pick<Diagnostic, "pos" | "text" | "messageChain">,
  file?: string,
): Problem {
  return {
    ...placeAt(text, diagnostic.pos),
    message: messageText(diagnostic).replace(/import\("[^"]*__cell\d*__"\)\./g, ""),
    ...(file ? { file } : {}),
  };
}

function messageText(
  { text, messageChain = [] }: Pick<Diagnostic, "text" | "messageChain">,
  indent = "  ",
): string {
  const parts = messageChain.map((part) => `\n${indent}${messageText(part, `${indent}  `)}`);
  return text + parts.join("");
}

/** The name that a message quotes first. */
export function quoted(message: string): string {
  return /'([^']*)'/.exec(message)?.[1] ?? "";
}
