import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as assert from "uvu/assert";
import { type Client, type Received, startClient } from "./client.js";
import { type Report, textOf } from "./reports.js";

// Faults of the protocol, of consoles and of what runs beside a cell.

const right = "right";

const about = (client: Client, id: string) =>
  client.heard.filter(({ parent }) => parent.msg_id === id);
const states = (messages: Received[]) =>
  messages.flatMap(({ content }) => content.execution_state ?? []);

/** Begins a cell, waits until it runs, and gives its answer to come. */
async function begun(client: Client, code: string, more = {}) {
  const from = client.heard.length;
  const answer = client.execute(`console.log("begun");\n${code}`, more);
  const isText = ({ content }: Received) => content.text?.startsWith("begun\n");
  await client.until(() => client.heard.slice(from).some(isText));
  return { answer, from };
}

async function interrupted(client: Client, code: string): Promise<void> {
  const { answer } = await begun(client, code);
  client.send("control", "interrupt_request");
  assert.is((await answer).reply.ename, "Interrupted");
}

/** What a kernel leaves that is shut down while a cell of it runs. */
async function leftBy(exit: (file: string) => string, cell: string): Promise<boolean> {
  const folder = mkdtempSync(join(tmpdir(), "rederive-report-"));
  const file = join(folder, "left.txt");
  const client = await startClient({ cwd: folder });
  try {
    await client.execute(exit(JSON.stringify(file)));
    await begun(client, cell);
    client.send("control", "shutdown_request", { restart: true });
    await client.exited;
    return existsSync(file);
  } finally {
    await client.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

export const reportsOfProtocol: Report[] = [
  {
    reference: "denoland/deno#22633",
    cause: "prompt gives null at once",
    before: "a type error: the name was not there",
    async check(client) {
      client.onInput(({ prompt }) =>
        client.send("stdin", "input_reply", { value: `said to ${prompt}` }),
      );
      assert.is(textOf(await client.execute('prompt("who?")')), "said to who? ");
    },
  },
  {
    reference: "denoland/deno#23592",
    cause: "a question goes past the client that sent the cell, and confirm is never answered",
    before: "a type error: the name was not there",
    async check(client) {
      client.onInput(() => client.send("stdin", "input_reply", { value: "y" }));
      assert.is(textOf(await client.execute('confirm("sure?")')), "true");
    },
  },
  {
    reference: "denoland/deno#20714",
    cause: "a comm is opened without metadata, and no widget of it is shown",
    before: "comms.open took no metadata",
    async check(client) {
      const { outputs } = await client.execute(
        'jupyter.comms.open("jupyter.widget", { state: {} }, { metadata: { version: "2.1.0" } }).close();',
      );
      const opening = outputs.find(({ type }) => type === "comm_open");
      assert.equal(opening?.metadata, { version: "2.1.0" });
    },
  },
  {
    reference: "denoland/deno#20657",
    cause: "members of a variable of an earlier cell are not completed",
    before: right,
    async check(client) {
      await client.execute("let answered = 42;");
      const { reply } = await client.request("complete_request", {
        code: "answered.",
        cursor_pos: 9,
      });
      assert.ok(reply.matches.includes("toFixed"));
    },
  },
  {
    reference: "ipython/ipykernel#1113",
    cause: "during a long cell nothing is completed or inspected",
    before: "the answer came when the cell had ended",
    async check(client) {
      const { answer } = await begun(client, "while (true);");
      const question = { code: "Math.cbrt", cursor_pos: 9 };
      const { reply } = await client.request("complete_request", question);
      assert.equal(reply.matches, ["cbrt"]);
      const { reply: inspected } = await client.request("inspect_request", question);
      assert.match(inspected.data["text/plain"], /^cbrt\(x: number\): number/);
      client.send("control", "interrupt_request");
      await answer;
    },
  },
  {
    reference: "ipython/ipykernel#329",
    cause: "a cell cannot wait for what a client answers by a comm",
    before: "it waited for ever: the message came behind the cell",
    async check(client) {
      const asking = client.execute(
        'const asked = jupyter.comms.open("asked");\nawait new Promise((done) => asked.onMessage((data) => done(data.value)))',
      );
      const opening = () => client.heard.filter(({ type }) => type === "comm_open").at(-1);
      await client.until(() => opening()?.content.target_name === "asked");
      const data = { value: "from the page" };
      client.send("shell", "comm_msg", { comm_id: opening()?.content.comm_id, data });
      assert.is(textOf(await asking), "from the page");
    },
  },
  {
    reference: "ipython/ipykernel#1564",
    cause: "what a cell prints after a comm's message came belongs to that message",
    before: "no message came during a cell",
    async check(client) {
      await client.execute('const between = jupyter.comms.open("between");');
      const { content } = client.heard
        .filter(({ type }) => type === "comm_open")
        .at(-1) as Received;
      const { answer } = await begun(
        client,
        'import { execFile } from "node:child_process";\nawait new Promise<void>((done) => execFile("sleep", ["0.4"], () => { console.log("after"); done(); }));',
      );
      client.send("shell", "comm_msg", { comm_id: content.comm_id, data: {} });
      assert.is(textOf(await answer), "begun\nafter\n");
    },
  },
  {
    reference: "ipython/ipykernel#1557",
    cause: "a message to a subshell that is gone is never answered",
    before: "subshells were not there",
    async check(client) {
      const header = { subshell_id: "gone" };
      const { reply } = await client.request("kernel_info_request", {}, "shell", header);
      assert.is(reply.status, "error");
      const id = client.send("shell", "comm_msg", { comm_id: "none", data: {} }, {}, header);
      await client.until(() => states(about(client, id)).join() === "busy,idle");
    },
  },
  {
    reference: "n-riesco/ijavascript#53",
    cause: "after an interrupt the kernel does not say that it is idle",
    before: right,
    async check(client) {
      await interrupted(client, "await new Promise(() => {});");
      const { outputs } = await client.request("interrupt_request", {}, "control");
      assert.equal(states(outputs), ["busy", "idle"]);
      await client.until(() => states(client.heard).at(-1) === "idle");
    },
  },
  {
    reference: "n-riesco/ijavascript#52",
    cause: "after an interrupt nothing that cells print is heard",
    before: right,
    async check(client) {
      await interrupted(client, "while (true);");
      const said = await client.execute('console.log("out");\nconsole.error("err");');
      assert.is(textOf(said), "out\nerr\n");
    },
  },
  {
    reference: "jupyterlite/javascript-kernel#17",
    cause: "an error has frames of the kernel and no message",
    before: right,
    cells: [
      ["2 +", /^TypeScriptError: line 1, column \d+: Expression expected\.\n/],
      [
        "// @ts-nocheck\n2 + neverDefined",
        /^ReferenceError: neverDefined is not defined\n {4}at cell \d+, line 2$/,
      ],
    ],
  },
  {
    reference: "jupyterlite/demo#80",
    cause: "a comm of a target that is not there ends the kernel",
    before: right,
    async check(client) {
      const content = { comm_id: "widget", target_name: "jupyter.widget.version", data: {} };
      const id = client.send("shell", "comm_open", content);
      await client.until(() => about(client, id).some(({ type }) => type === "comm_close"));
      assert.is(textOf(await client.execute("1")), "1");
    },
  },
  {
    reference: "evcxr/evcxr#404",
    cause: "after a cell that is no code the kernel answers nothing",
    before: right,
    cells: [
      ["let let = ;", /^TypeScriptError: /],
      ["'goes on'", "goes on"],
    ],
  },
  {
    reference: "evcxr/evcxr#139",
    cause: "a console's request for the history is not known",
    before: right,
    async check(client) {
      await client.execute("'in the history'");
      const { reply } = await client.request("history_request", {
        hist_access_type: "tail",
        n: 1,
        raw: true,
        output: false,
      });
      assert.is(reply.history[0][2], "'in the history'");
    },
  },
  {
    reference: "IRkernel/IRkernel#494",
    cause: "what a loop prints is shown when it has ended",
    before: right,
    async check(client) {
      const loop = "for (let i = 0; ; i++) if (i % 1e6 === 0) console.log(i);";
      const { answer, from } = await begun(client, loop);
      const isLater = ({ content }: Received) => content.text?.includes("3000000\n");
      await client.until(() => client.heard.slice(from).some(isLater));
      client.send("control", "interrupt_request");
      assert.is((await answer).reply.status, "error");
    },
  },
  {
    reference: "twosigma/beakerx#5195",
    cause: "a cell without a value has an output",
    before: right,
    cells: [
      ["undefined", ""],
      ["null", ""],
      ["void 0", ""],
      ["const noValue = 1;", ""],
    ],
  },
  {
    reference: "jupyterlab/jupyterlab#3718",
    cause: "carriage returns before a line's end double the lines",
    before: right,
    cells: [['process.stdout.write("a\\r\\r\\nb\\r\\n");\nvoid 0', /^a[\r ]*\nb\r?\n$/]],
  },
  {
    reference: "ipython/ipykernel#389",
    cause: "cells that have ended count as running until all have",
    before: right,
    async check(client) {
      const from = client.heard.length;
      const cells = await Promise.all(
        [1, 2, 3].map((n) => client.execute(`await new Promise((done) => setTimeout(done, ${n}))`)),
      );
      const heard = client.heard.slice(from);
      const ids = cells.map(({ outputs }) => outputs[0].parent.msg_id);
      const order = heard.flatMap(({ content, parent }) =>
        content.execution_state ? [`${ids.indexOf(parent.msg_id)} ${content.execution_state}`] : [],
      );
      assert.equal(order, ["0 busy", "0 idle", "1 busy", "1 idle", "2 busy", "2 idle"]);
    },
  },
  {
    reference: "microsoft/jupyter-core#66",
    cause: "no idle follows the answer who the kernel is, and a client takes it for not ready",
    before: right,
    async check(client) {
      for (const channel of ["shell", "control"] as const) {
        const { outputs } = await client.request("kernel_info_request", {}, channel);
        assert.equal(states(outputs), ["busy", "idle"], channel);
      }
    },
  },
  {
    reference: "pprzetacznik/IElixir#33",
    cause: "requests other than cells have no busy and idle",
    before: right,
    async check(client) {
      for (const type of ["complete", "inspect", "is_complete", "comm_info", "history"]) {
        const { outputs } = await client.request(`${type}_request`, { code: "1", cursor_pos: 1 });
        assert.equal(states(outputs), ["busy", "idle"], type);
      }
    },
  },
  {
    reference: "yunabe/tslab#21",
    cause: "without a package.json of the notebook's the package tslab is not found",
    before: right,
    cells: [['import * as tslab from "tslab";\ntslab.display.text("shown")', "shown"]],
  },
  {
    reference: "jupyter-server/jupyter_server#1422",
    cause: "what is set for the end and takes a while is cut off",
    before: "what takes longer than half a second was cut off",
    async check() {
      const exit = (file: string) =>
        `import { writeFileSync } from "node:fs";\nvoid process.on("beforeExit", async () => { await new Promise((done) => setTimeout(done, 700)); writeFileSync(${file}, ""); });`;
      assert.ok(await leftBy(exit, "1"));
    },
  },
  {
    reference: "ipython/ipykernel#462",
    cause: "a restart while a cell waits calls nothing of what is set for the end",
    before: right,
    async check() {
      const exit = (file: string) =>
        `import { writeFileSync } from "node:fs";\nvoid process.on("exit", () => writeFileSync(${file}, ""));`;
      assert.ok(await leftBy(exit, "await new Promise(() => {});"));
    },
  },
  {
    reference: "jupyterlite/xeus#238",
    cause: "of a crash of native code the reader sees nothing",
    before: "nothing, until the sockets had a process of their own",
    cells: [
      [
        'process.kill(process.pid, "SIGSEGV");\nawait new Promise(() => {});',
        /^ProcessEnded: The process of the cells has ended: native code crashed, or somebody ended it \(SIGSEGV\)/,
      ],
      ["'again'", /again$/],
    ],
  },
];
