import type { Frame } from "./wire.js";

/** A socket that takes one message at a time. */
export interface Sender {
  send(frames: Frame[]): Promise<void>;
}

export interface Outbox {
  put(frames: Frame[]): void;
  /** Resolves when all that was put has been handed to the socket. */
  emptied(): Promise<void>;
}

/** A queue before a socket: ZeroMQ refuses a second send while one is under way. */
export function outbox(socket: Sender, onError: (error: Error) => void): Outbox {
  let queue: Frame[][] = [];
  let sending: Promise<void> | undefined;
  const pump = async () => {
    while (queue.length) {
      const batch = queue;
      queue = [];
      for (const frames of batch) await socket.send(frames).catch(onError);
    }
    sending = undefined;
  };
  return {
    put(frames) {
      queue.push(frames);
      sending ??= pump();
    },
    emptied: () => sending ?? Promise.resolve(),
  };
}
