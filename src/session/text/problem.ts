import { placeAt } from "./places.js";

/** A message of the compiler; line and column count from 0. */
export interface Problem {
  line: number;
  column: number;
  message: string;
  /** The file, if it is not the cell. */
  file?: string;
  /** The file's line, if it has been checked. */
  text?: string;
}

/** What the compiler, or the parser, says of a place in a text, as far as it is shown. */
interface Said {
  pos: number;
  text: string;
  /** What explains it, each in turn. */
  messageChain?: readonly Omit<Said, "pos">[];
}

/** What is said of a place in a text, with its line and column. */
export function problemAt(text: string, diagnostic: Said, file?: string): Problem {
  const place = placeAt(text, diagnostic.pos);
  return {
    ...place,
    message: messageText(diagnostic).replace(/import\("[^"]*__cell\d*__"\)\./g, ""),
    ...(file ? { file, text: text.split("\n")[place.line] } : {}),
  };
}

function messageText({ text, messageChain = [] }: Omit<Said, "pos">, indent = "  "): string {
  const parts = messageChain.map((part) => `\n${indent}${messageText(part, `${indent}  `)}`);
  return text + parts.join("");
}

/** The name that a message quotes first. */
export function quoted(message: string): string {
  return /'([^']*)'/.exec(message)?.[1] ?? "";
}
