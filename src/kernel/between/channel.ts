import { writeSync } from "node:fs";
import { deserialize, serialize } from "node:v8";

// The channel between the sockets' process and the cells': each message is its length in four bytes and V8's own form.

/** Bytes of the length: so that a message is below 4 GiB. */
const head = 4;

export function framed(message: unknown): Buffer {
  const body = serialize(message);
  const frame = Buffer.allocUnsafe(head + body.length);
  frame.writeUInt32LE(body.length);
  body.copy(frame, head);
  return frame;
}

/**
 * Sends at once, whatever holds this thread afterwards: a stream would wait for the loop of events.
 *
 * @param lost called if nobody is there any more that could hear it
 * @throws RangeError if the stack has no room to write the message down
 */
export function sendAtOnce(file: number, message: unknown, lost: () => void): void {
  const frame = framed(message);
  try {
    for (let sent = 0; sent < frame.length;) sent += writeSync(file, frame, sent);
  } catch {
    lost();
  }
}

/** Gives a function that takes pieces of a stream of messages, and hands over each message. */
export function messageReader(take: (message: unknown) => void): (piece: Buffer) => void {
  let held: Buffer[] = [];
  let length = 0;
  return (piece) => {
    held.push(piece);
    length += piece.length;
    for (let size = frameSize(held, length); size !== undefined; size = frameSize(held, length)) {
      const all = held.length === 1 ? held[0] : Buffer.concat(held, length);
      held = all.length > size ? [all.subarray(size)] : [];
      length -= size;
      take(deserialize(all.subarray(head, size)));
    }
  };
}

/** The size of the first frame, if all of it has come. */
function frameSize(held: Buffer[], length: number): number | undefined {
  if (length < head) return undefined;
  if (held[0].length < head) held.splice(0, held.length, Buffer.concat(held, length));
  const size = head + held[0].readUInt32LE();
  return length >= size ? size : undefined;
}
