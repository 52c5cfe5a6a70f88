import type { Line } from "../between/heldLine.js";
import type { Question } from "../between/messages.js";
import type { Message } from "../wire/wire.js";

export interface Stdin {
  /** Asks the client of the running cell for a line. */
  ask(question: Question): void;
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
  /** Hands on an answer, or that there is none; `holds` says by whom it is waited for. */
  answer(line: Line, holds: boolean): void;
}): Stdin {
  let waiting: { question: Question; id?: string }[] = [];
  const sendFirst = () => {
    const [first] = waiting;
    const cell = parts.running();
    if (!first || !cell) return;
    const { prompt, password } = first.question;
    first.id = parts.send(cell, { prompt, password });
  };
  return {
    ask(question) {
      const cell = parts.running();
      const refuse = (reason: string) => parts.answer({ reason }, question.holds);
      if (!cell) return refuse("no cell is running that could ask");
      if (cell.content.allow_stdin === false)
        return refuse("this client does not support input requests");
      waiting.push({ question });
      if (waiting.length === 1) sendFirst();
    },
    receive({ header, parent, content }) {
      if (header.msg_type !== "input_reply" || !waiting.length) return;
      // JupyterLab names the question that it answers, jupyter_client does not: one of an earlier cell is none of these.
      const { msg_type: type, msg_id: asked } = parent;
      if (type === "input_request" && asked !== waiting[0].id) return;
      const { holds } = waiting[0].question;
      waiting.shift();
      parts.answer({ value: String(content.value ?? "") }, holds);
      sendFirst();
    },
    forget: () => (waiting = []),
  };
}
