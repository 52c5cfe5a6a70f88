import { suite } from "uvu";
import * as assert from "uvu/assert";
import { createHistory, type History } from "../../src/kernel/requests/history.js";
import type { Publication } from "../../src/kernel/wire/iopub.js";

const test = suite("kernel: history");

const result = (asked: string, number: number, text?: string): Publication => ({
  type: "execute_result",
  parent: { msg_id: asked } as Publication["parent"],
  content: {
    execution_count: number,
    data: text === undefined ? { "text/html": "<b>" } : { "text/plain": text },
  },
});

/** The history of these cells, numbered from 1; the message that asked for cell 1 is `m1`. */
function historyOf(...codes: string[]): History {
  const history = createHistory();
  codes.forEach((code, i) => history.add(i + 1, code, `m${i + 1}`));
  return history;
}
const cells = historyOf("a", "b = 1", "a", "b.c", "ab");

const numbers = (history: History, request: object) =>
  history
    .answer(request as Record<string, unknown>)
    .history.map((entry) => (entry as [1, number])[1]);

test("tail gives the last n cells as session, number and code, oldest first", () => {
  assert.equal(cells.answer({ hist_access_type: "tail", n: 2 }), {
    history: [
      [1, 4, "b.c"],
      [1, 5, "ab"],
    ],
  });
  assert.equal(numbers(cells, { hist_access_type: "tail", n: 99 }), [1, 2, 3, 4, 5]);
  assert.equal(numbers(cells, { hist_access_type: "tail" }), [1, 2, 3, 4, 5]);
  assert.equal(numbers(cells, { hist_access_type: "tail", n: 0 }), []);
});

test("range gives the cells from start to before stop of this session, 0 or 1, and none of others", () => {
  const range = (more: object) => numbers(cells, { hist_access_type: "range", ...more });
  assert.equal(range({ session: 0, start: 2, stop: 4 }), [2, 3]);
  assert.equal(range({ session: 1, start: 4, stop: null }), [4, 5]);
  assert.equal(range({}), [1, 2, 3, 4, 5]);
  assert.equal(range({ session: -1, start: 1, stop: 9 }), []);
  assert.equal(range({ session: 2, start: 1, stop: 9 }), []);
});

test("search takes a pattern that the whole cell fits, with * for any text and ? for one character", () => {
  const search = (pattern: string, more: object = {}) =>
    numbers(cells, { hist_access_type: "search", pattern, ...more });
  assert.equal(search("a"), [1, 3]);
  assert.equal(search("a*"), [1, 3, 5]);
  assert.equal(search("?b"), [5]);
  assert.equal(search("*b*"), [2, 4, 5]);
  assert.equal(search("b.?"), [4], "a dot is a dot");
  assert.equal(search("[ab]"), [], "brackets are brackets");
  assert.equal(search("*", { n: 2 }), [4, 5]);
  assert.equal(numbers(cells, { hist_access_type: "search" }), [1, 2, 3, 4, 5]);
});

test("a pattern goes over the lines of a cell", () => {
  const history = historyOf("first\nsecond");
  const asked = { hist_access_type: "search", pattern: "f*d" };
  assert.equal(numbers(history, asked), [1]);
});

test("unique gives of equal cells the last one, and counts n over what is left", () => {
  const asked = { hist_access_type: "search", pattern: "a*", unique: true };
  assert.equal(numbers(cells, asked), [3, 5]);
  assert.equal(numbers(historyOf("a", "b", "b"), { ...asked, pattern: "*", n: 2 }), [1, 3]);
});

test("with output each cell has its value's text beside its code, null where it gave none", () => {
  const history = historyOf("1 + 1", "const x = 1", "figure");
  history.take(result("m1", 1, "2"));
  history.take(result("m3", 3));
  history.take({ type: "stream", parent: {}, content: { name: "stdout", text: "printed" } });
  assert.equal(history.answer({ hist_access_type: "tail", n: 3, output: true }).history, [
    [1, 1, ["1 + 1", "2"]],
    [1, 2, ["const x = 1", null]],
    [1, 3, ["figure", ""]],
  ]);
  assert.equal(history.answer({ hist_access_type: "tail", n: 3, output: false }).history[0], [
    1,
    1,
    "1 + 1",
  ]);
});

test("a cell that is not stored gives its value to no other, though its number is the last one's", () => {
  const history = historyOf("stored");
  history.take(result("m1", 1, "mine"));
  history.take(result("unstored", 1, "another's"));
  assert.equal(history.answer({ hist_access_type: "tail", n: 1, output: true }).history, [
    [1, 1, ["stored", "mine"]],
  ]);
});

test("an access that the protocol does not know gives nothing", () => {
  assert.equal(cells.answer({ hist_access_type: "all" }), { history: [] });
  assert.equal(cells.answer({}), { history: [] });
});

test("the last 10,000 cells are kept", () => {
  const history = historyOf(...Array.from({ length: 10_001 }, (_, i) => `${i}`));
  const all = numbers(history, { hist_access_type: "tail" });
  assert.equal([all.length, all[0], all.at(-1)], [10_000, 2, 10_001]);
});

test.run();
