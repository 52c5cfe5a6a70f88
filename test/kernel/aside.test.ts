import { suite } from "uvu";
import * as assert from "uvu/assert";
import { childrenOf, isAlive } from "../session/processes.js";
import { slowTypes } from "../session/slowTypes.js";
import { type Client, type Received, startClient } from "./client.js";

// What a kernel answers while a cell runs.

const test = suite("kernel: beside a cell that runs");
let client: Client;
test.before(async () => {
  client = await startClient();
  await client.execute("/** Doubles. */\nfunction twice(n: number) { return 2 * n; }");
  await client.execute("const record = { width: 3 };");
});
test.after(() => client.stop());

const about = (id: string) => client.heard.filter(({ parent }) => parent.msg_id === id);
const states = (messages: Received[]) =>
  messages.flatMap(({ content }) => content.execution_state ?? []);

/** Waits until a client that takes each status for the kernel's own would show this one. */
const last = (state: string) => client.until(() => states(client.heard).at(-1) === state);

/** Begins a cell and gives what ends it. */
async function begin(code: string) {
  const from = client.heard.length;
  const running = client.execute(`console.log("begun");\n${code}`);
  await client.until(() =>
    client.heard.slice(from).some(({ content }) => content.text === "begun\n"),
  );
  return {
    running,
    async interrupt() {
      client.send("control", "interrupt_request");
      assert.is((await running).reply.ename, "Interrupted");
    },
  };
}

const waits = "await new Promise(() => {});";
const loops = "while (true);";

for (const [how, code] of [
  ["waits", waits],
  ["loops", loops],
] as const) {
  test(`completion, inspection, completeness, history and kernel_info are answered while a cell ${how}`, async () => {
    const cell = await begin(code);
    const { reply: completed } = await client.request("complete_request", {
      code: "record.wi",
      cursor_pos: 9,
    });
    assert.equal(completed.matches, ["width"]);
    const { reply: inspected } = await client.request("inspect_request", {
      code: "twice",
      cursor_pos: 3,
    });
    assert.match(inspected.data["text/plain"], /twice\(n: number\): number\n\nDoubles\./);
    const { reply: complete } = await client.request("is_complete_request", { code: "if (1) {" });
    assert.is(complete.status, "incomplete");
    const { reply: info } = await client.request("kernel_info_request");
    assert.is(info.protocol_version, "5.5");
    const { reply: history } = await client.request("history_request", {
      hist_access_type: "tail",
      n: 1,
    });
    assert.match(history.history[0][2], /begun/);
    await last("busy");
    await cell.interrupt();
    await last("idle");
  });
}

test("a name of a cell that ran meanwhile is known in the next loop", async () => {
  await client.execute("const later = { height: 4 };");
  const cell = await begin(loops);
  const { reply } = await client.request("complete_request", { code: "later.h", cursor_pos: 7 });
  assert.equal(reply.matches, ["height"]);
  await cell.interrupt();
});

test("a question that comes right behind a short cell knows the names of that cell", async () => {
  const ran = client.execute("const shortly = { depth: 5 };");
  const { reply } = await client.request("complete_request", { code: "shortly.d", cursor_pos: 9 });
  assert.equal(reply.matches, ["depth"]);
  await ran;
});

test("a comm's messages are heard in order between a cell's awaits, and what they give is theirs", async () => {
  await client.execute(`const heard: number[] = [];
    jupyter.comms.register("early", (comm) => comm.onMessage((data) => {
      console.log("heard", heard.push(Number(data.n)));
      comm.send({ n: data.n });
    }));`);
  client.send("shell", "comm_open", { comm_id: "e", target_name: "early", data: {} });
  const cell = await begin(
    "while (heard.length < 3) await new Promise((done) => setTimeout(done, 5));\nheard.join()",
  );
  const ids = [1, 2, 3].map((n) => client.send("shell", "comm_msg", { comm_id: "e", data: { n } }));
  const { outputs } = await cell.running;
  assert.is(
    outputs.find(({ type }) => type === "execute_result")?.content.data["text/plain"],
    "1,2,3",
  );
  assert.not.ok(outputs.some(({ type }) => type === "comm_msg"));
  for (const [i, id] of ids.entries()) {
    assert.equal(
      about(id).map(({ type, content }) => content.execution_state ?? content.text ?? type),
      ["busy", `heard ${i + 1}\n`, "comm_msg", "idle"],
    );
  }
});

test("a message to a comm that the running cell has yet to make waits for its turn", async () => {
  const cell = await begin(
    'await new Promise((done) => setTimeout(done, 400)); jupyter.comms.register("made", (comm) => comm.send({ open: true }));',
  );
  const id = client.send("shell", "comm_open", { comm_id: "m", target_name: "made", data: {} });
  await cell.running;
  await client.until(() => states(about(id)).includes("idle"));
  assert.equal(
    about(id)
      .filter(({ type }) => type.startsWith("comm"))
      .map(({ content }) => content.data),
    [{ open: true }],
  );
  assert.equal(states(about(id)), ["busy", "idle"], "though it was asked twice");
});

test("what a stream prints after a comm's message came between still belongs to its cell", async () => {
  const cell = await begin(
    'import { spawn } from "node:child_process";\nconst late = spawn("sh", ["-c", "sleep 0.5; echo late"]);\nlate.stdout.on("data", (text) => console.log("got", String(text).trim()));\nawait new Promise((done) => late.on("close", done));',
  );
  client.send("shell", "comm_msg", { comm_id: "e", data: { n: 9 } });
  const { outputs } = await cell.running;
  assert.ok(outputs.some(({ content }) => content.text?.includes("got late")));
});

test("comm_info is answered between a cell's awaits", async () => {
  const cell = await begin(waits);
  const { reply } = await client.request("comm_info_request", { target_name: "early" });
  assert.equal(reply.comms, { e: { target_name: "early" } });
  await cell.interrupt();
});

test("subshells are created, listed and deleted on the control channel", async () => {
  const control = async (type: string, content = {}) =>
    (await client.request(type, content, "control")).reply;
  const { supported_features: features } = (await client.request("kernel_info_request")).reply;
  assert.ok(features.includes("kernel subshells"));
  const first = (await control("create_subshell_request")).subshell_id;
  const second = (await control("create_subshell_request")).subshell_id;
  assert.equal(await control("list_subshell_request"), {
    status: "ok",
    subshell_id: [first, second],
  });
  assert.equal(await control("delete_subshell_request", { subshell_id: first }), { status: "ok" });
  const again = await control("delete_subshell_request", { subshell_id: first });
  assert.is(again.status, "error");
  assert.match(again.evalue, /^subshell_id must be that of a subshell of this kernel, got "/);
  assert.equal((await control("list_subshell_request")).subshell_id, [second]);
});

test("a subshell's comm is heard at once, its cells wait, and an error aborts those of its own shell alone", async () => {
  const { subshell_id: id } = (await client.request("create_subshell_request", {}, "control"))
    .reply;
  const cell = await begin(waits);
  const [failing, behind] = ['throw new Error("planted");', "1"].map((code) =>
    client.request("execute_request", { code }, "shell", { subshell_id: id }),
  );
  const own = client.execute("2", { stop_on_error: false });
  const { reply: info } = await client.request("kernel_info_request", {}, "shell", {
    subshell_id: id,
  });
  assert.is(info.status, "ok");
  await last("busy");
  client.send("control", "interrupt_request");
  assert.is((await cell.running).reply.status, "error");
  assert.is((await own).reply.status, "aborted");
  const failed = await failing;
  assert.is(failed.reply.evalue, "planted");
  assert.is((failed.outputs[0].parent as Record<string, unknown>).subshell_id, id);
  assert.is((await behind).reply.status, "aborted");
});

test("a subshell that is deleted answers what waited in it; one that is not there refuses", async () => {
  const { subshell_id: id } = (await client.request("create_subshell_request", {}, "control"))
    .reply;
  const cell = await begin(waits);
  const waiting = client.request("execute_request", { code: "1" }, "shell", { subshell_id: id });
  await client.request("delete_subshell_request", { subshell_id: id }, "control");
  assert.is((await waiting).reply.status, "aborted");
  const refused = await client.request("complete_request", { code: "" }, "shell", {
    subshell_id: id,
  });
  assert.is(refused.reply.status, "error");
  assert.match(refused.reply.evalue, /^subshell_id must be/);
  await cell.interrupt();
});

const linux = process.platform === "linux";
const standIns = () => childrenOf(client.kernel.pid as number, "standInMain");

const long = { code: `${slowTypes}.`, cursor_pos: slowTypes.length + 1 };

test("the stand-in ends with the cell, and an interrupt ends what it was asked", async () => {
  const cell = await begin(loops);
  await client.request("complete_request", { code: "record.", cursor_pos: 7 });
  assert.ok(!linux || standIns().length === 1);
  const asked = client.request("complete_request", long);
  await new Promise((done) => setTimeout(done, 600));
  await cell.interrupt();
  assert.is((await asked).reply.evalue, "complete_request: interrupted");
  await client.execute("1");
  await client.until(() => !linux || standIns().length === 0);
});

for (const [when, loading] of [
  ["while it loads", 0],
  ["while it answers", 600],
] as const) {
  test(`the stand-in does not outlive a kernel that is killed ${when}`, async () => {
    await client.stop();
    client = await startClient();
    await begin(loops);
    for (let i = 0; i < 2; i++) void client.request("complete_request", long).catch(() => {});
    await client.until(() => !linux || standIns().length === 1);
    await new Promise((done) => setTimeout(done, loading));
    const [standIn] = linux ? standIns() : [];
    client.kernel.kill("SIGKILL");
    await client.exited;
    for (let tries = 0; tries < 200 && linux && isAlive(standIn); tries++) {
      await new Promise((done) => setTimeout(done, 50));
    }
    assert.not.ok(linux && isAlive(standIn));
  });
}

test.run();
