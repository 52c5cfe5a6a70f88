import type { Header } from "./wire.js";

export type Parent = Header | Record<string, never>;

/** Text on its way to a client. */
export interface StreamText {
  parent: Parent;
  name: "stdout" | "stderr";
  text: string;
}

export interface Streams {
  write(piece: StreamText): void;
  /** Gives on what is held back: anything else that is published must come after it. */
  flush(): void;
}

/** Longest time that a text is held back, in milliseconds: shorter than what a reader notices. */
const delay = 25;

/** Longest text that is held back, in characters. */
const most = 1 << 16;

/** Joins neighbouring writes to the same stream of the same cell, so that a loop of prints is few messages. */
export function coalesce(publish: (piece: StreamText) => void): Streams {
  let held: StreamText | undefined;
  let timer: NodeJS.Timeout | undefined;
  const flush = () => {
    clearTimeout(timer);
    const piece = held;
    held = undefined;
    if (piece) publish(piece);
  };
  return {
    flush,
    write(piece) {
      if (held && (held.name !== piece.name || held.parent.msg_id !== piece.parent.msg_id)) flush();
      if (held) held.text += piece.text;
      else {
        held = { ...piece };
        timer = setTimeout(flush, delay);
      }
      if (held.text.length > most) flush();
    },
  };
}
