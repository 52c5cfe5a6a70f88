import { suite } from "uvu";
import * as assert from "uvu/assert";
import { outbox } from "../../src/kernel/wire/outbox.js";
import type { Frame } from "../../src/kernel/wire/wire.js";

const test = suite("kernel: outbox");

const frames = (text: string) => [Buffer.from(text)];
const pause = () => new Promise<void>((done) => setImmediate(done));

/** A socket that takes its time as ZeroMQ's does, and refuses a send while another is under way. */
function slowSocket(fails: (text: string) => boolean = () => false) {
  const sent: string[] = [];
  let busy = false;
  const send = async ([frame]: Frame[]): Promise<void> => {
    if (busy) throw new Error("Socket is busy writing");
    busy = true;
    await pause();
    busy = false;
    const text = String(frame);
    if (fails(text)) throw new Error(`lost ${text}`);
    sent.push(text);
  };
  return { sent, send };
}

test("messages leave one at a time, in the order in which they were put", async () => {
  const socket = slowSocket();
  const errors: string[] = [];
  const box = outbox(socket, ({ message }) => errors.push(message));
  for (const text of ["a", "b", "c"]) box.put(frames(text));
  await pause();
  box.put(frames("d")); // while the others are under way
  await box.emptied();
  assert.equal(socket.sent, ["a", "b", "c", "d"]);
  assert.equal(errors, []);
});

test("a message that fails is told of, and those behind it are sent", async () => {
  const socket = slowSocket((text) => text === "b");
  const errors: string[] = [];
  const box = outbox(socket, ({ message }) => errors.push(message));
  for (const text of ["a", "b", "c"]) box.put(frames(text));
  await box.emptied();
  assert.equal(socket.sent, ["a", "c"]);
  assert.equal(errors, ["lost b"]);
});

test("it is empty before anything was put, and fills and empties again", async () => {
  const socket = slowSocket();
  const box = outbox(socket, () => {});
  await box.emptied();
  for (const text of ["a", "b"]) {
    box.put(frames(text));
    await box.emptied();
    assert.is(socket.sent.at(-1), text);
  }
});

test.run();
