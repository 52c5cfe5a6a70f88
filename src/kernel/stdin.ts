import type { ToCells } from "./messages.js";
import type { Message } from "./wire.js";

export interface Stdin {
  /** Asks the client of the running cell for a line. */
  ask(prompt: string, password: boolean): void;
  /** Takes a message from the socket. */
  receive(message: Message): void;
  /** Forgets what is asked: its cell has ended. */
  forget(): void;
}

/** The questions of a cell to the client that sent it, one at a time. */
export function createStdin(parts: {
  running(): Message | undefined;
  /** Sends an input_request; gives its id. */
  send(to: Message, content: Record<string, unknown>): string;
  answer(message: ToCells): void;
}): Stdin {
  let waiting: { content: { prompt: string; password: boolean }; id?: string }[] = [];
  const refuse = (reason: string) => parts.answer({ type: "no-input", reason });
  const sendFirst = () => {
    const [first] = waiting;
    const cell = parts.running();
    if (first && cell) first.id = parts.send(cell, first.content);
  };
  return {
    ask(prompt, password) {
      const cell = parts.running();
      if (!cell) return refuse("no cell is running that could ask");
      if (cell.content.allow_stdin === false) return refuse("this client takes no questions");
      waiting.push({ content: { prompt, password } });
      if (waiting.length === 1) sendFirst();
    },
    receive({ header, parent, content }) {
      if (header.msg_type !== "input_reply" || !waiting.length) return;
      // JupyterLab names the question that it answers, jupyter_client does not: one of an earlier cell is none of these.
      const { msg_type: type, msg_id: asked } = parent;
      if (type === "input_request" && asked !== waiting[0].id) return;
      waiting.shift();
      parts.answer({ type: "input", value: String(content.value ?? "") });
      sendFirst();
    },
    forget: () => (waiting = []),
  };
}
