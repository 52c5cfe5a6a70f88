import { createHmac, randomUUID, timingSafeEqual } from "node:crypto";

/** The header of a Jupyter message; one that came in may hold more, which is given back as it came. */
export interface Header {
  msg_id: string;
  msg_type: string;
  session: string;
  username: string;
  date: string;
  version: string;
  /** The subshell that it is for; the kernel's own if there is none. */
  subshell_id?: string | null;
}

/** A message as the sockets carry it. */
export interface Message {
  /** Who sent it, or whom it goes to: a ROUTER's routing frames, or a topic on iopub. */
  identities: Uint8Array[];
  header: Header;
  /** The header of the request that it answers; empty for a message that answers none. */
  parent: Header | Record<string, never>;
  metadata: Record<string, unknown>;
  content: Record<string, unknown>;
  buffers: Uint8Array[];
}

/** Why a message was dropped. */
export class WireError extends Error {
  override name = "WireError";
}

/** A part of a message that is sent; a text goes as UTF-8. */
export type Frame = Uint8Array | string;

/** Signs the four JSON parts of a message; gives an empty text where the connection has no key. */
export type Sign = (parts: Frame[]) => string;

/** The version of the messaging protocol that this kernel speaks. */
export const protocolVersion = "5.5";

const delimiter = Buffer.from("<IDS|MSG>");

/**
 * Characters up to which a part is sent as a text. ZeroMQ's binding copies a text; of bytes it keeps what it is given, and
 * wakes this thread for each part once that is sent. A long one is not worth converting twice, to be signed and to be sent.
 */
const short = 1 << 16;

/** @param scheme for instance `hmac-sha256` */
export function signer(scheme: string, key: string): Sign {
  if (!key) return () => "";
  const algorithm = scheme.replace(/^hmac-/, "");
  return (parts) => {
    const hmac = createHmac(algorithm, key);
    for (const part of parts) hmac.update(part);
    return hmac.digest("hex");
  };
}

export function newHeader(type: string, session: string): Header {
  return {
    msg_id: randomUUID(),
    msg_type: type,
    session,
    username: "kernel",
    date: new Date().toISOString(),
    version: protocolVersion,
  };
}

/**
 * The frames of a message: identities, delimiter, signature, four JSON parts, buffers.
 *
 * @source Messaging in Jupyter 5.5, "The wire protocol"
 */
export function encode(message: Message, sign: Sign): Frame[] {
  const { identities, header, parent, metadata, content, buffers } = message;
  const parts = [header, parent, metadata, content].map((part) => {
    const text = JSON.stringify(part);
    return text.length > short ? Buffer.from(text) : text;
  });
  return [...identities, delimiter, sign(parts), ...parts, ...buffers];
}

/**
 * Reads a message from its frames.
 *
 * @throws WireError if the frames are no message, or its signature is not that of the connection's key
 */
export function decode(frames: Uint8Array[], sign: Sign): Message {
  const start = frames.findIndex((frame) => delimiter.equals(frame));
  if (start < 0) throw new WireError("it has no delimiter <IDS|MSG>");
  const [signature, ...rest] = frames.slice(start + 1);
  const parts = rest.slice(0, 4);
  if (!signature || parts.length < 4) {
    throw new WireError(`it must have a signature and four parts, got ${rest.length} parts`);
  }
  const expected = Buffer.from(sign(parts));
  if (expected.length && !isSame(expected, signature))
    throw new WireError("its signature is wrong");
  const [header, parent, metadata, content] = parts.map(parsePart);
  for (const field of ["msg_id", "msg_type"]) {
    if (typeof header[field] !== "string") {
      throw new WireError(`its header must have a text ${field}, got ${header[field]}`);
    }
  }
  return {
    identities: frames.slice(0, start),
    header: header as unknown as Header,
    parent: parent as Message["parent"],
    metadata,
    content,
    buffers: rest.slice(4),
  };
}

function isSame(expected: Buffer, found: Uint8Array): boolean {
  return expected.length === found.length && timingSafeEqual(expected, found);
}

const partNames = ["header", "parent header", "metadata", "content"];

function parsePart(part: Uint8Array, index: number): Record<string, unknown> {
  let value: unknown;
  try {
    value = JSON.parse(Buffer.from(part).toString());
  } catch {
    throw new WireError(`its ${partNames[index]} is not JSON`);
  }
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    throw new WireError(`its ${partNames[index]} must be a JSON object`);
  }
  return value as Record<string, unknown>;
}
