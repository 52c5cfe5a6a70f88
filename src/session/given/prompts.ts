import type { SessionOptions } from "../types.js";

/** What browsers give to ask the reader; each holds the cell until there is an answer. */
export interface Prompts {
  prompt(
    message?: unknown,
    defaultValue?: unknown,
    options?: { password?: boolean },
  ): string | null;
  confirm(message?: unknown): boolean;
  alert(message?: unknown): void;
}

/** The same for the compiler. */
export const promptTypes = `
/**
 * Asks the reader for a line and holds the cell until it comes; an empty one stands for the default.
 * Without holding it: \`await jupyter.input(message)\`.
 */
declare function prompt(message?: unknown, defaultValue?: unknown, options?: { password?: boolean }): string | null;
/** Asks the reader, who says yes by a line \`y\` or \`yes\`. */
declare function confirm(message?: unknown): boolean;
/** Shows the reader a message and waits for a line. */
declare function alert(message?: unknown): void;
`;

export function promptsOf(input: SessionOptions["inputAtOnce"]): Prompts {
  const ask = (name: keyof Prompts, text: string, password = false): string => {
    if (!input)
      throw new Error(
        `${name}: this client does not support input requests; write the value in the cell`,
      );
    return input(name, text, password);
  };
  return {
    prompt(message = "Prompt", defaultValue = "", { password = false } = {}) {
      const byDefault = String(defaultValue);
      const shown = byDefault && !password ? ` [${byDefault}]` : "";
      return ask("prompt", `${String(message)}${shown} `, password) || byDefault;
    },
    confirm: (message = "Confirm") =>
      /^\s*y(?:es)?\s*$/i.test(ask("confirm", `${String(message)} [y/N] `)),
    alert: (message = "Alert") => void ask("alert", `${String(message)} [Enter] `),
  };
}
