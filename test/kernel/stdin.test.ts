import { suite } from "uvu";
import * as assert from "uvu/assert";
import type { ToCells } from "../../src/kernel/messages.js";
import { createStdin } from "../../src/kernel/stdin.js";
import type { Message } from "../../src/kernel/wire.js";

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

/** Stdin with what it sent to the client, numbered from 1 by its ids, and what it told the cells. */
function opened() {
  const sent: { to: Message; content: object }[] = [];
  const told: ToCells[] = [];
  const state: { running?: Message } = {};
  const stdin = createStdin({
    running: () => state.running,
    send: (to, content) => `question-${sent.push({ to, content })}`,
    answer: (answer) => told.push(answer),
  });
  return { stdin, sent, told, state };
}

test("a question goes to the client of the running cell, and its answer to the cell", () => {
  const { stdin, sent, told, state } = opened();
  state.running = cell();
  stdin.ask("name? ", true);
  assert.equal(sent, [{ to: state.running, content: { prompt: "name? ", password: true } }]);
  stdin.receive(reply("Ada"));
  assert.equal(told, [{ type: "input", value: "Ada" }]);
});

test("of several questions each is asked when the one before it is answered", () => {
  const { stdin, sent, told, state } = opened();
  state.running = cell();
  stdin.ask("first", false);
  stdin.ask("second", false);
  assert.is(sent.length, 1);
  stdin.receive(reply("1"));
  assert.equal(sent[1].content, { prompt: "second", password: false });
  stdin.receive(reply("2"));
  assert.equal(told, [
    { type: "input", value: "1" },
    { type: "input", value: "2" },
  ]);
});

test("without a cell, or with a client that takes no questions, a question is refused", () => {
  const { stdin, sent, told, state } = opened();
  stdin.ask("nobody", false);
  state.running = cell({ allow_stdin: false });
  stdin.ask("no", false);
  assert.equal(sent, []);
  assert.equal(told, [
    { type: "no-input", reason: "no cell is running that could ask" },
    { type: "no-input", reason: "this client takes no questions" },
  ]);
});

test("a client that says nothing of questions takes them", () => {
  const { stdin, sent, state } = opened();
  state.running = cell({ allow_stdin: true });
  stdin.ask("yes", false);
  state.running = cell();
  stdin.forget();
  stdin.ask("yes", false);
  assert.is(sent.length, 2);
});

test("an answer that nobody waits for, and what is no answer, are ignored", () => {
  const { stdin, told, state } = opened();
  stdin.receive(reply("early"));
  state.running = cell();
  stdin.ask("asked", false);
  stdin.receive(message("execute_request", { value: "x" }));
  stdin.forget();
  stdin.receive(reply("late"));
  assert.equal(told, []);
});

test("an answer that names a question of an earlier cell answers none of the running one", () => {
  const { stdin, told, state } = opened();
  state.running = cell();
  stdin.ask("old", false);
  stdin.forget(); // its cell was interrupted
  stdin.ask("new", false);
  stdin.receive(reply("stale", "question-1"));
  assert.equal(told, []);
  stdin.receive(reply("fresh", "question-2"));
  assert.equal(told, [{ type: "input", value: "fresh" }]);
});

test("an answer without a value is an empty line", () => {
  const { stdin, told, state } = opened();
  state.running = cell();
  stdin.ask("asked", false);
  stdin.receive(message("input_reply", {}));
  assert.equal(told, [{ type: "input", value: "" }]);
});

test.run();
