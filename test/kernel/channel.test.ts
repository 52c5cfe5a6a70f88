import { suite } from "uvu";
import * as assert from "uvu/assert";
import { random } from "../../src/num/random.js";
import { framed, messageReader } from "../../src/kernel/between/channel.js";

const test = suite("kernel: the channel between its processes");

test("messages arrive whole and in order, however their bytes are cut", () => {
  const { integer } = random(5);
  const sent = Array.from({ length: 60 }, (_, i) => ({
    i,
    text: "é".repeat(integer(0, 300)),
    buffers: [new Uint8Array([i, 0, 255])],
  }));
  const bytes = Buffer.concat(sent.map(framed));
  for (const most of [1, 3, 50, 5000, bytes.length]) {
    const heard: unknown[] = [];
    const read = messageReader((message) => heard.push(message));
    for (let at = 0; at < bytes.length;) {
      const size = most === bytes.length ? most : integer(1, most);
      read(bytes.subarray(at, at + size));
      at += size;
    }
    assert.equal(JSON.stringify(heard), JSON.stringify(sent), `pieces up to ${most} bytes`);
  }
});

test("a message that has not come whole is not handed over", () => {
  const heard: unknown[] = [];
  const read = messageReader((message) => heard.push(message));
  const bytes = framed({ type: "ready" });
  read(bytes.subarray(0, bytes.length - 1));
  assert.equal(heard, []);
  read(bytes.subarray(bytes.length - 1));
  assert.equal(heard, [{ type: "ready" }]);
});

test.run();
