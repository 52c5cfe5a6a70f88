import type { Sender } from "./outbox.js";
import { outbox } from "./outbox.js";
import { coalesce, type Parent } from "./streams.js";
import { encode, newHeader, type Sign } from "./wire.js";

/** Something that all clients are told. */
export interface Publication {
  type: string;
  parent: Parent;
  content: Record<string, unknown>;
  metadata?: Record<string, unknown>;
  buffers?: Uint8Array[];
}

export interface Iopub {
  publish(publication: Publication): void;
  status(state: "starting" | "busy" | "idle", parent: Parent): void;
  /** Resolves when all that was published has been handed to the socket. */
  emptied(): Promise<void>;
}

/** An XPUB socket: it also hears who subscribes. */
export interface PublisherSocket extends Sender, AsyncIterable<Uint8Array[]> {}

/**
 * The broadcast channel: coalesces streams, keeps the order, and greets every subscription.
 *
 * @source Jupyter enhancement proposal 65: a subscriber cannot know otherwise from when on it hears everything
 */
export function iopub(
  socket: PublisherSocket,
  { session, sign, log }: { session: string; sign: Sign; log: (text: string) => void },
): Iopub {
  const box = outbox(socket, ({ message }) => log(`iopub: ${message}`));
  const send = ({ type, parent, content, metadata = {}, buffers = [] }: Publication) => {
    const header = newHeader(type, session);
    const topic = Buffer.from(type === "stream" ? `stream.${content.name}` : type);
    box.put(encode({ identities: [topic], header, parent, metadata, content, buffers }, sign));
  };
  const streams = coalesce(({ parent, name, text }) =>
    send({ type: "stream", parent, content: { name, text } }),
  );
  const publish = (publication: Publication) => {
    const { type, parent, content } = publication;
    if (type === "stream") {
      const { name, text } = content as { name: "stdout" | "stderr"; text: string };
      streams.write({ parent, name, text });
    } else {
      streams.flush();
      send(publication);
    }
  };
  const status: Iopub["status"] = (state, parent) =>
    publish({ type: "status", parent, content: { execution_state: state } });
  let greeted = false;
  const greet = (subscription: string) => {
    const header = newHeader("iopub_welcome", session);
    const content = { subscription };
    const identities = [Buffer.from(subscription)];
    box.put(encode({ identities, header, parent: {}, metadata: {}, content, buffers: [] }, sign));
    // Before the first subscription nobody could have heard it.
    if (!greeted) status("starting", {});
    greeted = true;
  };
  void (async () => {
    for await (const [frame] of socket) {
      if (frame?.[0] === 1) greet(Buffer.from(frame.subarray(1)).toString());
    }
  })().catch(({ message }: Error) => log(`iopub: ${message}`));
  return { publish, status, emptied: () => (streams.flush(), box.emptied()) };
}
