import { suite } from "uvu";
import * as assert from "uvu/assert";
import { type Answered, type Client, type Received, startClient } from "./client.js";

const test = suite("kernel: messages");
let client: Client;

const types = ({ outputs }: Answered) => outputs.map(({ type }) => type);
const only = ({ outputs }: Answered, type: string): Received[] =>
  outputs.filter((output) => output.type === type);
const streamText = (answered: Answered) =>
  only(answered, "stream").map(({ content }) => [content.name, content.text]);

test.before(async () => {
  client = await startClient();
});
test.after(() => client.stop());

test("a subscription is greeted, and every message says protocol 5.5", async () => {
  await client.until(() => client.heard.length >= 2); // the greeting alone is what the client waited for
  const [welcome, starting] = client.heard;
  assert.is(welcome.type, "iopub_welcome");
  assert.equal(welcome.content, { subscription: "" });
  assert.equal(starting.content, { execution_state: "starting" });
  assert.equal([...new Set(client.heard.map(({ version }) => version))], ["5.5"]);
});

test("kernel_info says what this is, and offers a debugger", async () => {
  const { reply } = await client.request("kernel_info_request");
  assert.is(reply.status, "ok");
  assert.is(reply.protocol_version, "5.5");
  assert.is(reply.implementation, "rederive");
  assert.is(reply.debugger, true);
  assert.is(reply.language_info.name, "typescript");
  assert.is(reply.language_info.version, "7.0.2"); // package.json's typescript
});

test("a cell is announced, gives its result, and is busy until it has", async () => {
  const answered = await client.execute("6 * 7");
  assert.equal(types(answered), ["status", "execute_input", "execute_result", "status"]);
  assert.equal(only(answered, "execute_result")[0].content.data, { "text/plain": "42" });
  const count = answered.reply.execution_count;
  assert.is(only(answered, "execute_input")[0].content.execution_count, count);
  assert.equal(answered.reply, {
    status: "ok",
    execution_count: count,
    payload: [],
    user_expressions: {},
  });
});

test("200 prints are few messages, and the two streams keep their order", async () => {
  const code =
    'for (let i = 0; i < 200; i++) console.log(i); console.error("e"); console.log("f");';
  const answered = await client.execute(code);
  const numbers = Array.from({ length: 200 }, (_, i) => `${i}\n`).join("");
  const joined: string[][] = [];
  for (const [name, text] of streamText(answered)) {
    const last = joined.at(-1);
    if (last && last[0] === name) last[1] += text;
    else joined.push([name, text]);
  }
  assert.equal(joined, [
    ["stdout", numbers],
    ["stderr", "e\n"],
    ["stdout", "f\n"],
  ]);
  assert.ok(streamText(answered).length <= 20, `${streamText(answered).length} stream messages`);
});

test("what a cell prints is heard while it loops, and so is the heartbeat's neighbour, control", async () => {
  const from = client.heard.length;
  const running = client.execute(
    'console.log("begun"); const end = Date.now() + 1500; while (Date.now() < end);',
  );
  await client.until(() =>
    client.heard.slice(from).some(({ content }) => content.text === "begun\n"),
  );
  const began = Date.now();
  const { reply } = await client.request("kernel_info_request", {}, "control");
  assert.is(reply.status, "ok");
  assert.ok(Date.now() - began < 1000, `control took ${Date.now() - began} ms`);
  await running;
});

test("an error is an output and a reply, and what waits behind it is aborted", async () => {
  const first = client.execute(
    'await new Promise((done) => setTimeout(done, 50)); throw new RangeError("planted");',
  );
  const second = client.execute("1");
  const third = client.request("kernel_info_request");
  const answered = await first;
  const { ename, evalue, traceback } = answered.reply;
  assert.equal([answered.reply.status, ename, evalue], ["error", "RangeError", "planted"]);
  assert.is(traceback[0], "RangeError: planted");
  assert.equal(only(answered, "error")[0].content, { ename, evalue, traceback });
  assert.equal(
    (await second).reply,
    { status: "aborted" },
    "no number, which would say that it has run",
  );
  assert.equal(types(await second), ["status", "status"]);
  assert.is((await third).reply.status, "ok");
});

test("a failed cell's reply has its count, and nothing of what only a cell that ran gives", async () => {
  const fields = ["ename", "evalue", "execution_count", "status", "traceback"];
  const thrown = await client.execute("throw 1;");
  assert.equal(Object.keys(thrown.reply).sort(), fields);
  assert.is(thrown.reply.execution_count, only(thrown, "execute_input")[0].content.execution_count);
  const refused = await client.execute(7 as never);
  assert.equal(Object.keys(refused.reply).sort(), fields);
  assert.is(refused.reply.execution_count, thrown.reply.execution_count);
});

test("stop_on_error: false lets the cells behind run", async () => {
  const first = client.execute('throw new Error("planted");', { stop_on_error: false });
  const second = client.execute("2");
  assert.is((await first).reply.status, "error");
  assert.is((await second).reply.status, "ok");
});

test("a type error stops the cell and shows the place", async () => {
  const { reply } = await client.execute('console.log("no");\nconst n: number = "one";');
  assert.is(reply.ename, "TypeScriptError");
  assert.match(reply.evalue, /^line 2, column 7: Type 'string' is not assignable to type 'number'/);
});

test("a silent cell says nothing and is not counted", async () => {
  const before = (await client.execute("0")).reply.execution_count;
  const silent = await client.execute('console.log("x"); 1', { silent: true });
  assert.equal(types(silent), ["status", "status"]);
  const unstored = await client.execute("1", { store_history: false });
  assert.is(unstored.reply.execution_count, before);
  assert.is((await client.execute("1")).reply.execution_count, before + 1);
});

test("user expressions are answered, each for itself", async () => {
  await client.execute("const forty = 40;");
  const { reply } = await client.execute("1", {
    user_expressions: { sum: "forty + 2", gone: "nowhere + 1" },
  });
  const { sum, gone } = reply.user_expressions;
  assert.equal(sum, { status: "ok", data: { "text/plain": "42" }, metadata: {} });
  assert.is(gone.status, "error");
  assert.equal(Object.keys(gone).sort(), ["ename", "evalue", "status", "traceback"]);
});

test("name? is a page", async () => {
  const { reply } = await client.execute("Math.max?");
  assert.is(reply.payload[0].source, "page");
  assert.match(reply.payload[0].data["text/plain"], /max\(\.\.\.values: number\[\]\): number/);
  const unknown = await client.execute("nowhere??");
  assert.match(unknown.reply.payload[0].data["text/plain"], /nowhere is not known here/);
});

test("completion gives names with their types, counted in code points", async () => {
  await client.execute("const record = { width: 3, write() {} };");
  const code = '"𝒙"; record.wi';
  const { reply } = await client.request("complete_request", {
    code,
    cursor_pos: [...code].length,
  });
  assert.equal(reply.matches, ["width"]);
  assert.equal([reply.cursor_start, reply.cursor_end], [12, 14]); // the letter before is one point, two units
  const [match] = reply.metadata._jupyter_types_experimental;
  assert.equal([match.text, match.type, match.start, match.end], ["width", "property", 12, 14]);
});

test("inspection gives signature and comment", async () => {
  await client.execute("/** Doubles a number. */\nfunction twice(n: number) { return 2 * n; }");
  const { reply } = await client.request("inspect_request", {
    code: "twice(1)",
    cursor_pos: 3,
    detail_level: 0,
  });
  assert.is(reply.found, true);
  assert.match(reply.data["text/plain"], /twice\(n: number\): number/);
  assert.match(reply.data["text/plain"], /Doubles a number\./);
  const nothing = await client.request("inspect_request", { code: "   ", cursor_pos: 1 });
  assert.equal(nothing.reply, { status: "ok", found: false, data: {}, metadata: {} });
});

test("is_complete tells complete, incomplete with its indent, and invalid", async () => {
  const status = async (code: string) =>
    (await client.request("is_complete_request", { code })).reply;
  assert.equal(await status("1 + 1"), { status: "complete" });
  assert.is((await status("if (true) {")).status, "incomplete");
  assert.type((await status("if (true) {")).indent, "string");
  assert.equal(await status("const = 1"), { status: "invalid" });
});

test("history answers tail, range and search, with output", async () => {
  const { reply } = await client.execute("'needle'.length");
  const line = reply.execution_count;
  const ask = async (content: object) =>
    (await client.request("history_request", content)).reply.history;
  assert.equal(await ask({ hist_access_type: "tail", n: 1, output: false }), [
    [1, line, "'needle'.length"],
  ]);
  assert.equal(await ask({ hist_access_type: "search", pattern: "*needle*", n: 9, output: true }), [
    [1, line, ["'needle'.length", "6"]],
  ]);
  assert.equal(await ask({ hist_access_type: "range", session: 0, start: line, stop: line + 1 }), [
    [1, line, "'needle'.length"],
  ]);
  await client.execute("'not stored'", { store_history: false });
  assert.equal(await ask({ hist_access_type: "tail", n: 1, output: true }), [
    [1, line, ["'needle'.length", "6"]],
  ]);
  assert.equal(await ask({ hist_access_type: "range", session: 7, start: 0, stop: 9 }), []);
});

test("a cell asks its reader over stdin", async () => {
  client.onInput(({ prompt, password }) => {
    client.send("stdin", "input_reply", { value: `${prompt}${password}` });
  });
  const asked = await client.execute('await jupyter.input("name? ")', { allow_stdin: true });
  assert.is(only(asked, "execute_result")[0].content.data["text/plain"], "name? false");
  const refused = await client.execute('await jupyter.input("name? ")', { allow_stdin: false });
  assert.match(refused.reply.evalue, /this client does not support input requests/);
});

test("an answer that comes after its cell was interrupted is not taken for the next one's", async () => {
  const answers: string[] = [];
  client.onInput(({ prompt }, header) => {
    answers.push(header.msg_id);
    if (prompt === "old") client.send("control", "interrupt_request");
    else {
      for (const [i, value] of ["stale", "fresh"].entries()) {
        const parent = { msg_type: "input_request", msg_id: answers[i] };
        client.send("stdin", "input_reply", { value }, parent);
      }
    }
  });
  const old = await client.execute('await jupyter.input("old")', { allow_stdin: true });
  assert.is(old.reply.ename, "Interrupted");
  const next = await client.execute('await jupyter.input("new")', { allow_stdin: true });
  assert.is(only(next, "execute_result")[0].content.data["text/plain"], "fresh");
});

test("a comm's message has its own busy and idle, and what its listener shows, also later, belongs to it", async () => {
  const cell = await client.execute(`
    jupyter.comms.register("echo", (comm) => comm.onMessage((data) => {
      console.log("heard", data.n);
      comm.send({ n: 2 });
      setTimeout(() => console.log("later"), 30);
      if (data.n === 3) throw new Error("planted");
    }));
  `);
  assert.is(cell.reply.status, "ok");
  const about = (id: string) => client.heard.filter(({ parent }) => parent.msg_id === id);
  client.send("shell", "comm_open", { comm_id: "c", target_name: "echo", data: {} });
  const first = client.send("shell", "comm_msg", { comm_id: "c", data: { n: 1 } });
  await client.until(() => about(first).some(({ content }) => content.text?.includes("later")));
  assert.equal(
    about(first).map(({ type, content }) => [
      type,
      content.execution_state ?? content.text ?? content.data,
    ]),
    [
      ["status", "busy"],
      ["stream", "heard 1\n"],
      ["comm_msg", { n: 2 }],
      ["status", "idle"],
      ["stream", "later\n"],
    ],
  );
  const failing = client.send("shell", "comm_msg", { comm_id: "c", data: { n: 3 } });
  await client.until(() => about(failing).some(({ type }) => type === "error"));
  assert.is(about(failing).find(({ type }) => type === "error")?.content.evalue, "planted");
  client.send("shell", "comm_close", { comm_id: "c", data: {} });
});

test("a comm of a target that nobody has registered is closed, and comm_info lists the others", async () => {
  const id = client.send("shell", "comm_open", { comm_id: "x", target_name: "none", data: {} });
  const isClose = ({ type, parent }: Received) => type === "comm_close" && parent.msg_id === id;
  await client.until(() => client.heard.some(isClose));
  assert.equal(client.heard.find(isClose)?.content, { comm_id: "x", data: {} });
  await client.execute('const opened = jupyter.comms.open("mine");');
  const { reply } = await client.request("comm_info_request", { target_name: "mine" });
  assert.is(reply.status, "ok");
  assert.equal(Object.values(reply.comms), [{ target_name: "mine" }]);
});

test("displays are shown, updated and cleared", async () => {
  const shown = await client.execute('jupyter.display({ "text/html": "<b>1</b>" }, { id: "d" });');
  assert.equal(only(shown, "display_data")[0].content, {
    data: { "text/html": "<b>1</b>" },
    metadata: {},
    transient: { display_id: "d" },
  });
  const updated = await client.execute('jupyter.updateDisplay("d", { "text/html": "<b>2</b>" });');
  assert.is(only(updated, "update_display_data")[0].content.transient.display_id, "d");
  const cleared = await client.execute("jupyter.clearOutput({ wait: true });");
  assert.equal(only(cleared, "clear_output")[0].content, { wait: true });
});

test("what a timer prints after its cell belongs to that cell", async () => {
  const first = await client.execute('setTimeout(() => console.log("late"), 1600);');
  const id = first.outputs[0].parent.msg_id;
  await client.execute("1");
  const isLate = ({ type, content }: Received) => type === "stream" && content.text === "late\n";
  await client.until(() => client.heard.some(isLate));
  assert.is(client.heard.find(isLate)?.parent.msg_id, id);
});

test("a request that is not known or not well formed is refused, and the kernel goes on", async () => {
  assert.match((await client.request("debug_request")).reply.evalue, /debug_request is not known/);
  assert.match((await client.request("absent_request", {}, "control")).reply.evalue, /not known/);
  assert.match((await client.execute(7 as never)).reply.evalue, /code must be a text/);
  assert.is((await client.execute("1")).reply.status, "ok");
});

test.run();
