import * as assert from "uvu/assert";
import type { Answered, Client, Received } from "./client.js";

/** A fault that somebody has reported of a kernel or a client, tried with cells of our own. */
export interface Report {
  /** Where it was reported. */
  reference: string;
  /** What was wrong there: each stands here once, however often it was reported. */
  cause: string;
  /** What this kernel did before it was tried. */
  before: string;
  /** Cells, and all that each gives. */
  cells?: [code: string, gives: string | RegExp][];
  /** What cells alone do not show. */
  check?(client: Client): Promise<void>;
}

/** All that a cell has given, as text. */
export function textOf({ outputs }: Answered): string {
  return outputs.map(shown).join("");
}

function shown({ type, content }: Received): string {
  if (type === "stream") return content.text;
  if (type === "error") return content.traceback.join("\n");
  return content.data?.["text/plain"] ?? "";
}

const right = "right";

/** What a cell has shown that was asked for by a message with an id, also what came later. */
const about = (client: Client, id: string) =>
  client.heard.filter(({ parent }) => parent.msg_id === id);

const idOf = ({ outputs }: Answered) => String(outputs[0].parent.msg_id);

/** Sends cells at once, without waiting for one before the next. */
const together = (client: Client, ...cells: string[]) =>
  Promise.all(cells.map((code) => client.execute(code)));

export const reports: Report[] = [
  {
    reference: "yunabe/tslab#1",
    cause: "a named import is not there in the next cell",
    before: right,
    cells: [
      ['import { join } from "node:path";', ""],
      ['join("a", "b")', "a/b"],
    ],
  },
  {
    reference: "yunabe/tslab#2",
    cause: "names of CommonJS cannot be a cell's own",
    before: right,
    cells: [
      ["const exports = 2;\nconst module = exports + 1;", ""],
      ["exports * module", "6"],
    ],
  },
  {
    reference: "yunabe/tslab#16",
    cause: "no await at the top of a cell",
    before: right,
    cells: [["const waited = await Promise.resolve(5);\nwaited", "5"]],
  },
  {
    reference: "yunabe/tslab#72",
    cause: "a package that is an ES module alone cannot be imported",
    before: right,
    cells: [['import { only } from "esm-only";\nonly', "an ES module"]],
  },
  {
    reference: "yunabe/tslab#56",
    cause: "completion does not know the names of a cell with an import",
    before: right,
    async check(client) {
      await client.execute('import { sep } from "node:path";\nconst countedBySep = sep.length;');
      const { reply } = await client.request("complete_request", {
        code: "countedB",
        cursor_pos: 8,
      });
      assert.equal(reply.matches, ["countedBySep"]);
    },
  },
  {
    reference: "DonJayamanne/typescript-notebook#74",
    cause: "a default import is not there in the next cell",
    before: right,
    cells: [
      ['import paths from "node:path";', ""],
      ['paths.basename("a/b")', "b"],
    ],
  },
  {
    reference: "DonJayamanne/typescript-notebook#10",
    cause: "names of the platform are not found, and variables are local to their cell",
    before: right,
    cells: [
      [`const csv = '{"a": [1]}';`, ""],
      ["JSON.parse(csv).a[0]", "1"],
    ],
  },
  {
    reference: "n-riesco/ijavascript#68",
    cause: "what an interval prints is lost",
    before: right,
    cells: [
      [
        "let ticks = 0;\nconst ticking = setInterval(() => {\n  console.log(++ticks);\n  if (ticks === 3) clearInterval(ticking);\n}, 20);",
        "1\n2\n3\n",
      ],
    ],
  },
  {
    reference: "n-riesco/ijavascript#95",
    cause: "a later cell cannot change what an earlier one has shown",
    before: right,
    async check(client) {
      await client.execute('void jupyter.display({ "text/plain": "tic" }, { id: "report" });');
      const { outputs } = await client.execute(
        'jupyter.updateDisplay("report", { "text/plain": "tac" });',
      );
      const [update] = outputs.filter(({ type }) => type === "update_display_data");
      assert.equal(update.content.data, { "text/plain": "tac" });
      assert.equal(update.content.transient, { display_id: "report" });
    },
  },
  {
    reference: "n-riesco/ijavascript#132",
    cause: "updates of a display are dropped once its cell has ended",
    before: right,
    async check(client) {
      const cell = await client.execute(
        'void jupyter.display({ "text/plain": "0" }, { id: "late" });\nvoid setTimeout(() => jupyter.updateDisplay("late", { "text/plain": "1" }), 1100);',
      );
      await client.until(() =>
        about(client, idOf(cell)).some(({ type }) => type === "update_display_data"),
      );
    },
  },
  {
    reference: "n-riesco/ijavascript#164",
    cause: "a cell begins before the one that waits has ended",
    before: right,
    async check(client) {
      const slow = 'await new Promise((done) => setTimeout(done, 60));\nconsole.log("first");';
      const from = client.heard.length;
      await together(client, slow, 'console.log("second");');
      const texts = client.heard.slice(from).flatMap(({ content }) => content.text ?? []);
      assert.equal(texts, ["first\n", "second\n"]);
    },
  },
  {
    reference: "n-riesco/ijavascript#81",
    cause: "a console is not told whether a cell is complete",
    before: "a question as `Math.max?` was incomplete, and could not be asked",
    async check(client) {
      for (const [code, status] of [
        ["x = 42", "complete"],
        ["if (true) {", "incomplete"],
        ["const = 1", "invalid"],
        ["Math.max?", "complete"],
      ]) {
        const { reply } = await client.request("is_complete_request", { code });
        assert.is(reply.status, status, code);
      }
    },
  },
  {
    reference: "microsoft/vscode-jupyter#11638",
    cause: "what timers print comes twice, or in another order",
    before: right,
    cells: [
      [
        'console.log("starting");\nvoid setTimeout(() => console.log("timeout 1"), 0);\nvoid setTimeout(() => console.log("timeout 2"), 0);\nconsole.log("ending");',
        "starting\nending\ntimeout 1\ntimeout 2\n",
      ],
    ],
  },
  {
    reference: "jupyter-xeus/xeus-javascript#18",
    cause: "a late print stands under the cell that runs by then",
    before: right,
    async check(client) {
      const early = await client.execute('void setTimeout(() => console.log("late"), 1150);');
      await client.execute("await new Promise((done) => setTimeout(done, 400));");
      await client.until(() => about(client, idOf(early)).some(({ type }) => type === "stream"));
    },
  },
  {
    reference: "jupyterlite/xeus#299",
    cause: "the kernel says that it is idle while a cell waits",
    before: right,
    async check(client) {
      const { outputs } = await client.execute(
        'console.log("start");\nawait new Promise((done) => setTimeout(done, 60));\nconsole.log("end");',
      );
      const order = outputs.map(({ content }) => content.execution_state ?? content.text);
      assert.equal(
        order.filter((one) => one !== undefined),
        ["busy", "start\n", "end\n", "idle"],
      );
    },
  },
  {
    reference: "denoland/deno#24437",
    cause: "of several prints of a cell the last alone is shown",
    before: right,
    cells: [["for (let i = 0; i < 4; i++) console.log(i);", "0\n1\n2\n3\n"]],
  },
  {
    reference: "denoland/deno#20337, of prints",
    cause: "where all cells run at once, prints stand under the last",
    before: right,
    async check(client) {
      const cells = ["A", "B", "C"];
      const all = await together(client, ...cells.map((name) => `console.log("${name}");`));
      assert.equal(all.map(textOf), ["A\n", "B\n", "C\n"]);
    },
  },
  {
    reference: "denoland/deno#20337, of Jupyter.display",
    cause: "an asynchronous display is an empty output",
    before: "an execute_result without data",
    cells: [
      [
        '({ async [Symbol.for("Jupyter.display")]() { await null; return { "text/plain": "shown" }; } })',
        "shown",
      ],
    ],
  },
  {
    reference: "denoland/deno#20337, of canvases",
    cause: "a canvas is shown by its internals",
    before: "the object's own text",
    async check(client) {
      const { outputs } = await client.execute(
        '({ getContext() {}, toDataURL: () => "data:image/png;base64,aGk=", width: 2, height: 1 })',
      );
      assert.is(outputs[2].content.data["image/png"], "aGk=");
    },
  },
  {
    reference: "denoland/deno#28505",
    cause: "of several displays of a cell the last alone is shown",
    before: right,
    cells: [['for (const text of ["a", "b"]) jupyter.display({ "text/plain": text });', "ab"]],
  },
  {
    reference: "denoland/deno#20553",
    cause: "a thrown text has no traceback, and a console shows nothing",
    before: right,
    cells: [['throw "hi"', "Thrown: 'hi'"]],
  },
  {
    reference: "denoland/deno#35290",
    cause: "an error does not say where it was thrown",
    before: right,
    cells: [
      [
        'function inner(): never {\n  throw new TypeError("hello");\n}\ninner();',
        /^TypeError: hello\n {4}at inner \(cell \d+, line 2\)\n {4}at cell \d+, line 4$/,
      ],
    ],
  },
  {
    reference: "denoland/deno#35356",
    cause: "a cell whose promise is rejected counts as successful",
    before: right,
    async check(client) {
      const { reply } = await client.execute('await Promise.reject(new RangeError("told"));');
      assert.equal([reply.status, reply.ename, reply.evalue], ["error", "RangeError", "told"]);
    },
  },
  {
    reference: "denoland/deno#20530",
    cause: "what an error holds besides its message is not shown",
    before: "message and frames alone",
    cells: [
      [
        'throw Object.assign(new Error("no answer"), { code: "E_TIME", status: 504 })',
        /^Error: no answer\n[^]* \{\n {2}code: 'E_TIME',\n {2}status: 504\n\}$/,
      ],
    ],
  },
  {
    reference: "denoland/deno#20524",
    cause: "a type error is not shown",
    before: right,
    cells: [["Math.max(1, {})", /^TypeScriptError: line 1, column 13: Argument of type '\{\}'/]],
  },
  {
    reference: "denoland/deno#21709",
    cause: "a type of one cell is not known in the next",
    before: right,
    cells: [
      ["interface Measured { value: number }", ""],
      ["const measured: Measured = { value: 3 };\nmeasured.value", "3"],
      ['const wrong: Measured = { value: "3" };', /^TypeScriptError: .*'string' is not assignable/],
    ],
  },
  {
    reference: "denoland/deno#20920",
    cause: "what a cell sets on the global object is not found",
    before: "a type error, at both cells",
    cells: [
      ["void (globalThis.greeted = 'also world');", ""],
      ["greeted", "also world"],
    ],
  },
  {
    reference: "denoland/deno#25872",
    cause: "a package takes a name of a cell for one of the platform",
    before: right,
    cells: [
      ["const document = null;", ""],
      ['import { seen } from "asks-document";\nseen', "undefined"],
    ],
  },
  {
    reference: "denoland/deno#35098",
    cause: "after characters beyond the first plane completion looks at another place",
    before: right,
    async check(client) {
      const code = '"😀😀서"; Math.cbr';
      const points = Array.from(code).length;
      const { reply } = await client.request("complete_request", {
        code,
        cursor_pos: points,
      });
      assert.equal(reply.matches, ["cbrt"]);
      assert.equal([reply.cursor_start, reply.cursor_end], [points - 3, points]);
    },
  },
  {
    reference: "denoland/deno#22050",
    cause: "with DEBUG in the environment the kernel does not start",
    before: right,
    cells: [["process.env.DEBUG", "*"]],
  },
  {
    reference: "denoland/deno#32367",
    cause: "an interrupt of a kernel that does nothing is not answered",
    before: right,
    async check(client) {
      const { reply } = await client.request("interrupt_request", {}, "control");
      assert.equal(reply, { status: "ok" });
      assert.is(textOf(await client.execute("6 * 7")), "42");
    },
  },
  {
    reference: "denoland/deno#24491",
    cause: "Stop loses what the cells have defined",
    before: "right for a loop; lost in a native call or a timer",
    async check(client) {
      await client.execute("const beforeStop = 41;");
      const from = client.heard.length;
      const running = client.execute('console.log("begun");\nwhile (true);');
      await client.until(() =>
        client.heard.slice(from).some((one) => one.content.text === "begun\n"),
      );
      client.send("control", "interrupt_request");
      assert.is((await running).reply.ename, "Interrupted");
      assert.is(textOf(await client.execute("beforeStop + 1")), "42");
    },
  },
  {
    reference: "denoland/vscode_deno#1288, of names",
    cause: "a name that is declared again keeps its first type",
    before: right,
    cells: [
      ["const again = 1;", ""],
      ['const again = "four";', ""],
      ["again.length", "4"],
    ],
  },
  {
    reference: "denoland/vscode_deno#1288, of loops",
    cause: "a loop over what has to come is refused at the top of a cell",
    before: right,
    cells: [["for await (const one of [Promise.resolve(1), 2]) console.log(one);", "1\n2\n"]],
  },
  {
    reference: "nteract/archived-desktop-app#1864",
    cause: "a cell with a constant cannot be run again",
    before: right,
    cells: [
      ["const edited = 1;\nedited", "1"],
      ["const edited = 2;\nedited", "2"],
    ],
  },
  {
    reference: "nodejs/node#16520",
    cause: "a name whose declaration has failed is lost for good",
    before: right,
    cells: [
      ['const lost = require("no-such-package");', /^Error: Cannot find module 'no-such-package'/],
      ["const lost = 1;\nlost", "1"],
    ],
  },
  {
    reference: "zasper-io/zasper#20",
    cause: "a result has no number",
    before: right,
    async check(client) {
      const { reply, outputs } = await client.execute("2 + 2");
      assert.ok(reply.execution_count > 0);
      assert.is(outputs[2].content.execution_count, reply.execution_count);
    },
  },
  {
    reference: "microsoft/vscode-jupyter#4309",
    cause: "cells behind one that fails are run, or never answered",
    before: right,
    async check(client) {
      const all = await together(client, 'throw new Error("stop");', "1", "2");
      assert.equal(
        all.map(({ reply }) => reply.status),
        ["error", "aborted", "aborted"],
      );
      assert.is(textOf(await client.execute("3")), "3");
    },
  },
  {
    reference: "microsoft/vscode-jupyter#12405",
    cause: "a cell that ends its process ends the kernel",
    before: right,
    cells: [
      ["const survives = 1;", ""],
      ["process.exit(0)", /^Error: process\.exit\(0\) was called: a cell may not end its process/],
      ["survives", "1"],
    ],
  },
  {
    reference: "microsoft/vscode-jupyter#9306",
    cause: "an unknown name does not stop the cell",
    before: right,
    cells: [
      [
        'console.log("unseen");\nnoSuchName',
        /^TypeScriptError: line 2, column 1: Cannot find name/,
      ],
    ],
  },
  {
    reference: "jupyterlab/jupyterlab#5948",
    cause: "of several questions of a cell the first alone is asked",
    before: right,
    async check(client) {
      client.onInput((content, header) => {
        const value = `${content.prompt}!`;
        client.send("stdin", "input_reply", { status: "ok", value }, header);
      });
      const cell =
        'const answers = [await jupyter.input("a"), await jupyter.input("b")];\nanswers.join()';
      assert.is(textOf(await client.execute(cell)), "a!,b!");
    },
  },
];
