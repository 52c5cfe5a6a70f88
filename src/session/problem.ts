import type { Diagnostic } from "./compiler.js";

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
  const before = text.slice(0, Math.min(diagnostic.pos, text.length)).split("\n");
  return {
    line: before.length - 1,
    column: before.at(-1)?.length ?? 0,
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
