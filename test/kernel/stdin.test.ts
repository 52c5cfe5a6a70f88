import { suite } from "uvu";
import * as assert from "uvu/assert";
import type { Line } from "../../src/kernel/between/heldLine.js";
import { createStdin } from "../../src/kernel/requests/stdin.js";
import type { Message } from "../../src/kernel/wire/wire.js";

const test = suite("kernel: stdin");

const message = (type: string, content: object, parent: object = {}) =>
  ({
    header: { msg_id: "m", msg_type: type },
    parent,
    content,
    identities: [],
  }) as unknown as Message;
const cell = (content: object = {}) => message("execute_request", { code: "", ...content });
const reply = (value: string, question?: string) =>
  message(
    "input_reply",
    { value },
    question ? { msg_type: "input_request", msg_id: question } : {},
  );

const question = (prompt: string, password = false, holds = false) => ({ prompt, password, holds });

/** Stdin with what it sent to the client, numbered from 1 by its ids, and what it told the cells. */
function opened() {
  const sent: { to: Message; content: object }[] = [];
  const told: (Line & { held?: true })[] = [];
  const state: { running?: Message } = {};
  const stdin = createStdin({
    running: () => state.running,
    send: (to, content) => `question-${sent.push({ to, content })}`,
    answer: (line, held) => told.push(held ? { ...line, held } : line),
  });
  return { stdin, sent, told, state };
}

test("a question goes to the client of the running cell, and its answer to the cell", () => {
  const { stdin, sent, told, state } = opened();
  state.running = cell();
  stdin.ask(question("name? ", true));
  assert.equal(sent, [{ to: state.running, content: { prompt: "name? ", password: true } }]);
  stdin.receive(reply("Ada"));
  assert.equal(told, [{ value: "Ada" }]);
});

test("of several questions each is asked when the one before it is answered", () => {
  const { stdin, sent, told, state } = opened();
  state.running = cell();
  stdin.ask(question("first"));
  stdin.ask(question("second"));
  assert.is(sent.length, 1);
  stdin.receive(reply("1"));
  assert.equal(sent[1].content, { prompt: "second", password: false });
  stdin.receive(reply("2"));
  assert.equal(told, [{ value: "1" }, { value: "2" }]);
});

test("an answer, or that there is none, goes to the one that holds the thread for it", () => {
  const { stdin, told, state } = opened();
  state.running = cell();
  stdin.ask(question("waits"));
  stdin.ask(question("holds", false, true));
  stdin.receive(reply("1"));
  stdin.receive(reply("2"));
  state.running = cell({ allow_stdin: false });
  stdin.ask(question("no", false, true));
  assert.equal(told, [
    { value: "1" },
    { value: "2", held: true },
    { reason: "this client does not support input requests", held: true },
  ]);
});

test("without a cell, or with a client that does not support input requests, a question is refused", () => {
  const { stdin, sent, told, state } = opened();
  stdin.ask(question("nobody"));
  state.running = cell({ allow_stdin: false });
  stdin.ask(question("no"));
  assert.equal(sent, []);
  assert.equal(told, [
    { reason: "no cell is running that could ask" },
    { reason: "this client does not support input requests" },
  ]);
});

test("a client that says nothing of questions takes them", () => {
  const { stdin, sent, state } = opened();
  state.running = cell({ allow_stdin: true });
  stdin.ask(question("yes"));
  state.running = cell();
  stdin.forget();
  stdin.ask(question("yes"));
  assert.is(sent.length, 2);
});

test("an answer that nobody waits for, and what is no answer, are ignored", () => {
  const { stdin, told, state } = opened();
  stdin.receive(reply("early"));
  state.running = cell();
  stdin.ask(question("asked"));
  stdin.receive(message("execute_request", { value: "x" }));
  stdin.forget();
  stdin.receive(reply("late"));
  assert.equal(told, []);
});

test("an answer that names a question of an earlier cell answers none of the running one", () => {
  const { stdin, told, state } = opened();
  state.running = cell();
  stdin.ask(question("old"));
  stdin.forget(); // its cell was interrupted
  stdin.ask(question("new"));
  stdin.receive(reply("stale", "question-1"));
  assert.equal(told, []);
  stdin.receive(reply("fresh", "question-2"));
  assert.equal(told, [{ value: "fresh" }]);
});

test("an answer without a value is an empty line", () => {
  const { stdin, told, state } = opened();
  state.running = cell();
  stdin.ask(question("asked"));
  stdin.receive(message("input_reply", {}));
  assert.equal(told, [{ value: "" }]);
});

test.run();
