import { suite } from "uvu";
import * as assert from "uvu/assert";
import { coalesce, type StreamText } from "../../src/kernel/wire/streams.js";

const test = suite("kernel: streams");

const parent = (id: string) => ({ msg_id: id }) as StreamText["parent"];

/** Streams whose texts are listed as `cell stream text`. */
function listed() {
  const given: string[] = [];
  const streams = coalesce(({ parent: { msg_id: id }, name, text }) => {
    given.push(`${id} ${name} ${text}`);
  });
  const write = (cell: string, name: StreamText["name"], text: string) =>
    streams.write({ parent: parent(cell), name, text });
  return { given, write, flush: streams.flush };
}

test("neighbouring texts of one stream of one cell are one", () => {
  const { given, write, flush } = listed();
  write("1", "stdout", "a");
  write("1", "stdout", "b");
  assert.equal(given, []);
  flush();
  assert.equal(given, ["1 stdout ab"]);
});

test("another stream, or another cell, gives on what is held back before it, so that the order stays", () => {
  const { given, write, flush } = listed();
  write("1", "stdout", "a");
  write("1", "stderr", "b");
  write("2", "stderr", "c");
  write("1", "stderr", "d");
  write("1", "stdout", "e");
  flush();
  assert.equal(given, ["1 stdout a", "1 stderr b", "2 stderr c", "1 stderr d", "1 stdout e"]);
});

/** Replaces the platform's timers; `pass` lets all go off that were not cleared, and gives their milliseconds. */
function stoppedClock() {
  const { setTimeout: set, clearTimeout: clear } = globalThis;
  const timers = new Map<number, [work: () => void, ms: number]>();
  let last = 0;
  globalThis.setTimeout = ((work: () => void, ms: number) =>
    timers.set(++last, [work, ms]) && last) as unknown as typeof setTimeout;
  globalThis.clearTimeout = ((timer: number) => timers.delete(timer)) as typeof clearTimeout;
  return {
    pass() {
      const due = [...timers.values()];
      timers.clear();
      return due.map(([work, ms]) => (work(), ms));
    },
    restore: () => Object.assign(globalThis, { setTimeout: set, clearTimeout: clear }),
  };
}

test("a text is held back for 25 ms from its first piece, and given once", () => {
  const clock = stoppedClock();
  try {
    const { given, write } = listed();
    write("1", "stdout", "a");
    write("1", "stdout", "b");
    assert.equal(given, []);
    assert.equal(clock.pass(), [25]);
    assert.equal(given, ["1 stdout ab"]);
    assert.equal(clock.pass(), []);
  } finally {
    clock.restore();
  }
});

test("what is given on early takes its moment along: what follows has a whole one", () => {
  const clock = stoppedClock();
  try {
    const { given, write, flush } = listed();
    write("1", "stdout", "a");
    flush();
    flush();
    assert.equal(given, ["1 stdout a"]);
    write("1", "stdout", "b");
    assert.equal(clock.pass(), [25]);
    assert.equal(given, ["1 stdout a", "1 stdout b"]);
  } finally {
    clock.restore();
  }
});

test("more than 65,536 characters are not held back", () => {
  const { given, write } = listed();
  write("1", "stdout", "x".repeat(65_536));
  assert.is(given.length, 0);
  write("1", "stdout", "y");
  assert.is(given.length, 1);
  assert.is(given[0].length, "1 stdout ".length + 65_537);
});

test("the piece that was written is left as it was", () => {
  const streams = coalesce(() => {});
  const piece: StreamText = { parent: parent("1"), name: "stdout", text: "a" };
  streams.write(piece);
  streams.write({ ...piece, text: "b" });
  streams.flush();
  assert.is(piece.text, "a");
});

test.run();
