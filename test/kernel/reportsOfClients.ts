import * as assert from "uvu/assert";
import type { Client, Received } from "./client.js";
import { type Report, textOf } from "./reports.js";

// Faults that authors of clients and readers of notebooks have met: counting, output, questions, what stands beside a cell.

const right = "right";

const types = (outputs: Received[]) => outputs.map(({ type }) => type);

/** Asks for the completion of a text at its end. */
const completion = (client: Client, code: string) =>
  client.request("complete_request", { code, cursor_pos: code.length });

export const reportsOfClients: Report[] = [
  {
    reference: "denoland/deno#20847",
    cause: "a cell that is not to be stored in the history counts",
    before: right,
    async check(client) {
      const { reply: first } = await client.execute("1");
      const { reply: unstored } = await client.execute("2", { store_history: false });
      const { reply: next } = await client.execute("3");
      assert.is(next.execution_count, first.execution_count + 1);
      assert.ok(unstored.execution_count <= next.execution_count);
    },
  },
  {
    reference: "clojupyter/clojupyter#85",
    cause: "a silent cell is shown with its text and its value",
    before: right,
    async check(client) {
      const { outputs } = await client.execute("var quiet = 7;\nquiet", { silent: true });
      assert.equal(types(outputs), ["status", "status"]);
      assert.is(textOf(await client.execute("quiet")), "7");
    },
  },
  {
    reference: "microsoft/vscode-jupyter#15737",
    cause: "of what a loop prints a client shows the last line alone",
    before: right,
    async check(client) {
      const { outputs } = await client.execute("for (let i = 0; i < 5; i++) { console.log(i); }");
      const texts = outputs.filter(({ type }) => type === "stream");
      assert.is(texts.map(({ content }) => content.text).join(""), "0\n1\n2\n3\n4\n");
      for (const { content } of texts) assert.match(content.text, /\n$/); // no line is cut
    },
  },
  {
    reference: "n-riesco/ijavascript#274",
    cause: "a cell that begins with a command of IPython's does nothing, and says nothing",
    before: right,
    cells: [["%%javascript\nconsole.log(1);", /`%%javascript` is a command of IPython/]],
  },
  {
    reference: "twosigma/beakerx#1448",
    cause: "an error takes away what was printed before it",
    before: right,
    cells: [['console.log("printed"); throw new Error("thrown");', /^printed\nError: thrown\n/]],
  },
  {
    reference: "denoland/deno#21594",
    cause: "an imported file that holds tests ends the kernel",
    before: right,
    cells: [
      [
        `import { writeFileSync } from "node:fs";\nwriteFileSync("tested.ts", 'import { test } from "node:test";\\nexport const held = 1;\\ntest("held", () => {});\\n');`,
        "",
      ],
      ['const { held } = await import("./tested.js" as string);\nheld', /^(?!.*Error)[^]*1/],
      ["held + 1", "2"],
    ],
  },
  {
    reference: "denoland/deno#20955",
    cause: "beside a deno.json names of earlier cells are unknown",
    before: right,
    cells: [
      ['require("node:fs").writeFileSync("deno.json", "{}");\nconst beside = 5;', ""],
      ["beside + 1", "6"],
    ],
  },
  {
    reference: "denoland/deno#20656",
    cause: "Deno.jupyter.broadcast shows nothing, and null below it",
    before: "a type error: the member was not there",
    async check(client) {
      const { outputs } = await client.execute(
        'await Deno.jupyter.broadcast("display_data", { data: { "text/plain": "shown" }, metadata: {}, transient: { display_id: "b" } });',
      );
      assert.equal(
        types(outputs).filter((type) => /display|result/.test(type)),
        ["display_data"],
      );
      const { outputs: later } = await client.execute(
        'await Deno.jupyter.broadcast("update_display_data", { data: { "text/plain": "anew" }, metadata: {}, transient: { display_id: "b" } });',
      );
      const [update] = later.filter(({ type }) => type === "update_display_data");
      assert.equal(update.content.data, { "text/plain": "anew" });
    },
  },
  {
    reference: "denoland/deno#20337, of prototypes",
    cause: "a display that a class has from its prototype is not found",
    before: right,
    async check(client) {
      const { outputs } = await client.execute(
        'class Shown { n = 1 }\n(Shown.prototype as any)[Symbol.for("Jupyter.display")] = function (this: Shown) { return { "text/html": `<b>${this.n}</b>` }; };\nnew Shown()',
      );
      const [result] = outputs.filter(({ type }) => type === "execute_result");
      assert.is(result.content.data["text/html"], "<b>1</b>");
    },
  },
  {
    reference: "notablemind/jupyter-nodejs#38",
    cause: "a promise that is rejected at once ends the kernel, though it is handled",
    before: right,
    cells: [
      [
        'void new Promise((_, no) => no()).then(() => {}, () => console.log("rejected"));',
        "rejected\n",
      ],
      ["void Promise.reject(new Error('unhandled'));", /^Error: unhandled/],
      ['"alive"', "alive"],
    ],
  },
  {
    reference: "denoland/deno#20528",
    cause: "a cell's value is lost to the collection of garbage before it is shown",
    before: right,
    cells: [
      [
        "await new Promise((done) => setTimeout(() => { for (let i = 0; i < 200; i++) new Array(1e5).fill(i); done({ kept: [1, 2] }); }, 5))",
        "{ kept: [ 1, 2 ] }",
      ],
    ],
  },
  {
    reference: "denoland/deno#20662",
    cause: "a completion does not say of what kind it is",
    before: right,
    async check(client) {
      await client.execute("const kinds = { called() { return 1; }, held: 2 };");
      const { reply } = await completion(client, "kinds.");
      const [called] = reply.metadata._jupyter_types_experimental.filter(
        ({ text }: { text: string }) => text === "called",
      );
      assert.match(called.type, /method|function/);
    },
  },
  {
    reference: "denoland/deno#20442",
    cause: "members of the platform's own names are not completed",
    before: right,
    async check(client) {
      for (const [code, one] of [
        ["console.", "table"],
        ["globalThis.", "structuredClone"],
        ["process.std", "stdout"],
      ]) {
        assert.ok((await completion(client, code)).reply.matches.includes(one), code);
      }
    },
  },
  {
    reference: "yunabe/tslab#43",
    cause: "JSON cannot be imported",
    before: right,
    cells: [
      ['import data from "./data.json";\ndata.n', "42"],
      ['import * as all from "./data.json";\nall.n', "42"],
    ],
  },
  {
    reference: "microsoft/vscode-jupyter#13039",
    cause: "what a cell has printed is not there when it asks",
    before: right,
    async check(client) {
      const from = client.heard.length;
      let asked = false;
      client.onInput(() => (asked = true));
      const cell = client.execute('process.stdout.write("before ");\nprompt("asked?");');
      const printed = () =>
        client.heard.slice(from).some(({ content }) => content.text === "before ");
      await client.until(() => asked && printed()); // while it is not answered
      client.send("stdin", "input_reply", { value: "a" });
      await cell;
    },
  },
  {
    reference: "microsoft/vscode-jupyter#14959",
    cause: "a process that a shell of the cell's has started goes on after Stop",
    before: right,
    async check(client) {
      const cell = client.execute(
        'console.log("begun");\nimport { execSync as shell } from "node:child_process";\nshell("sh -c \'sleep 97531; true\'");',
      );
      await client.until(() => client.heard.some(({ content }) => content.text === "begun\n"));
      client.send("control", "interrupt_request");
      await cell;
      const left = await client.execute(
        'require("node:child_process").spawnSync("ps", ["-eo", "args"]).stdout.toString().split("\\n").filter((one: string) => one === "sleep 97531").length',
      );
      assert.is(textOf(left), "0");
    },
  },
  {
    reference: "microsoft/vscode-jupyter#2847",
    cause: "a cell that was stopped while it draws does not say that it was",
    before: right,
    async check(client) {
      const from = client.heard.length;
      const cell = client.execute(
        'for (let i = 0; ; i++) { process.stdout.write(`${"|/-\\\\"[i % 4]}\\r`); await new Promise((done) => setTimeout(done, 5)); }',
      );
      await client.until(() => client.heard.slice(from).some(({ type }) => type === "stream"));
      client.send("control", "interrupt_request");
      assert.is(
        (await cell).outputs.filter(({ type }) => type === "error")[0].content.ename,
        "Interrupted",
      );
    },
  },
];
