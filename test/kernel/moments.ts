import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { random } from "../../src/num/random.js";
import { type Answered, type Client, type Received, startClient } from "./client.js";
import { heard, pause, type Press, press } from "./interruptCase.js";

const { integer } = random(7);
const waits = "await new Promise(() => {});";

type Way = Press["way"];

let client: Client;

const start = async () => {
  client = await startClient();
  await prepare();
};

/** What the moments count on; the cell is the first that a session runs. */
async function prepare(): Promise<void> {
  const { reply } = await client.execute(
    `const keep = 41;
     jupyter.comms.register("loop", (comm) => comm.onMessage(() => { console.log("looping"); for (;;) {} }));`,
  );
  assert.is(reply.status, "ok", JSON.stringify(reply));
}

/** Begins a cell, and waits until the kernel has it. */
async function begun(code: string, more: object = {}): Promise<{ answer: Promise<Answered> }> {
  const from = client.heard.length;
  const answer = client.execute(code, more);
  await client.until(() => client.heard.slice(from).some(({ type }) => type === "execute_input"));
  return { answer };
}

/** Begins a cell that prints "begun" where it is to be interrupted, and waits for that. */
async function reached(code: string, more: object = {}): Promise<{ answer: Promise<Answered> }> {
  const from = client.heard.length;
  const answer = client.execute(code, more);
  await client.until(() =>
    client.heard.slice(from).some(({ content }) => String(content.text).includes("begun")),
  );
  return { answer };
}

async function assertKept(): Promise<void> {
  const { reply, outputs } = await client.execute("keep + 1");
  assert.is(reply.status, "ok", JSON.stringify(reply));
  const result = outputs.find(({ type }) => type === "execute_result");
  assert.is(result?.content.data["text/plain"], "42");
}

async function assertInterrupted({ answer }: { answer: Promise<Answered> }): Promise<void> {
  const { reply, outputs } = await answer;
  assert.is(reply.ename, "Interrupted", JSON.stringify(reply));
  assert.ok(outputs.filter(({ type }) => type === "error").length <= 1);
  await assertKept();
}

/** Lets a listener of a comm loop; gives what is broadcast about the message that it was called with. */
async function looping(): Promise<() => Received[]> {
  const from = client.heard.length;
  const comm = { comm_id: `${from}`, data: {} };
  client.send("shell", "comm_open", { ...comm, target_name: "loop" });
  const id = client.send("shell", "comm_msg", comm);
  const about = () => client.heard.slice(from).filter(({ parent }) => parent.msg_id === id);
  await client.until(() => about().some(({ content }) => content.text === "looping\n"));
  return about;
}

/** Takes the parser and the compiler long, and then waits. */
const large = `// @ts-nocheck\n${"keep + (() => 1)();\n".repeat(20_000)}${waits}`;

const moments: [what: string, pressed: (way: Way) => Promise<void>][] = [
  [
    "while a large cell is compiled, it ends the cell",
    async (way) => {
      const cell = await begun(large);
      await pause(100 * integer(0, 3)); // another place of the compiling
      press(client, way);
      await assertInterrupted(cell);
    },
  ],

  [
    "while nothing runs, it means no later cell",
    async (way) => {
      press(client, way);
      await heard(client);
      await assertKept();
    },
  ],

  [
    "right before a cell starts a process and waits for it, it reaches the process, too",
    async (way) => {
      const cell = await reached(
        `console.log("begun"); const { execSync } = require("node:child_process");
         for (const start = Date.now(); Date.now() < start + 60; ) {} execSync("sleep 300");`,
      );
      press(client, way);
      await assertInterrupted(cell);
    },
  ],

  [
    "while a cell's timers are waited for, it ends that wait",
    async (way) => {
      const cell = await reached('setTimeout(() => {}, 50_000); console.log("begun"); 5');
      await pause(30); // the cell itself has ended
      press(client, way);
      await assertInterrupted(cell);
    },
  ],

  [
    "while a cell asks its reader, it ends the cell, and a late answer is nobody's",
    async (way) => {
      const asked = new Promise<object>((done) =>
        client.onInput((_, { msg_id }) => done({ msg_type: "input_request", msg_id })),
      );
      const cell = await begun('await jupyter.input("name?");');
      const question = await asked;
      press(client, way);
      assert.is((await cell.answer).reply.ename, "Interrupted");
      client.send("stdin", "input_reply", { value: "late" }, question);
      await assertKept();
    },
  ],

  [
    "while a listener of a comm loops beside a cell that waits, it ends both",
    async (way) => {
      const cell = await reached(`console.log("begun"); ${waits}`);
      await looping();
      press(client, way);
      await assertInterrupted(cell);
    },
  ],

  [
    "while a listener of a comm loops and no cell runs, it ends the listener",
    async (way) => {
      const about = await looping();
      press(client, way);
      await client.until(() => about().some(({ content }) => content.execution_state === "idle"));
      assert.equal(
        about()
          .filter(({ type }) => type === "error")
          .map(({ content }) => content.ename),
        ["Interrupted"],
      );
      await assertKept();
    },
  ],

  [
    "while the reader's expressions are read, it ends them, and the cell has run",
    async (way) => {
      const user_expressions = { loop: 'console.log("begun"), (() => { for (;;) {} })()' };
      const { answer } = await reached("5", { user_expressions });
      press(client, way);
      const { reply } = await answer;
      assert.equal(
        [reply.status, reply.user_expressions.loop.ename],
        ["ok", "Interrupted"],
        JSON.stringify(reply),
      );
      await assertKept();
    },
  ],

  [
    "it aborts the cells behind, and a second one right after means none",
    async (way) => {
      const first = await reached(`console.log("begun"); ${waits}`);
      const second = client.execute('console.log("second")');
      await client.request("kernel_info_request"); // which passes the cells: the second has come
      press(client, way);
      await heard(client);
      press(client, way);
      await heard(client);
      assert.is((await first.answer).reply.ename, "Interrupted");
      assert.is((await second).reply.status, "aborted");
      await assertKept();
    },
  ],

  [
    "where cells are to run on after an error, each press ends one",
    async (way) => {
      const on = { stop_on_error: false };
      const first = await reached(`console.log("begun"); ${waits}`, on);
      const from = client.heard.length;
      const second = client.execute('console.log("begun"); for (;;) {}', on);
      const third = client.execute("keep", on);
      press(client, way);
      assert.is((await first.answer).reply.ename, "Interrupted");
      await client.until(() =>
        client.heard.slice(from).some(({ content }) => content.text === "begun\n"),
      );
      press(client, way);
      assert.is((await second).reply.ename, "Interrupted");
      assert.is((await third).reply.status, "ok");
    },
  ],

  [
    "just as a cell ends, it ends that cell or none",
    async (way) => {
      for (const code of [
        "await new Promise((r) => setTimeout(r, 30)); keep",
        "const t = Date.now(); while (Date.now() - t < 30); keep",
        "keep",
      ]) {
        const { answer } = await begun(code);
        await pause(integer(0, 60));
        press(client, way);
        const { reply } = await answer;
        assert.is(reply.ename ?? reply.status, reply.ename ? "Interrupted" : "ok");
        await heard(client);
        await assertKept();
      }
    },
  ],

  [
    "as the process of the cells dies, the cell is answered, and the next one runs",
    async (way) => {
      const { answer } = await reached(
        'console.log("begun"); process.kill(process.pid, "SIGKILL");',
      );
      press(client, way);
      const { reply } = await answer;
      assert.match(reply.ename, /^(?:ProcessEnded|Interrupted)$/);
      await heard(client);
      await prepare();
      await assertKept();
    },
  ],

  [
    "while a cell asks the compiler by restoring, it ends the cell, and the compiler answers the next one",
    async (way) => {
      await client.execute(
        'jupyter.snapshot("on"); const rows = Array.from({ length: 80_000 }, (_, i) => ({ i, text: `${i}` }));',
      );
      await client.execute('process.kill(process.pid, "SIGKILL"); for (;;) {}');
      const { answer } = await reached('console.log("begun"); jupyter.restore();');
      press(client, way);
      const { reply } = await answer;
      assert.is(reply.ename ?? reply.status, reply.ename ? "Interrupted" : "ok");
      await heard(client);
      await client.execute('jupyter.snapshot("off")');
      await prepare();
      await assertKept();
    },
  ],

  [
    "at the start, before the session is there, it means no cell",
    async (way) => {
      await client.stop();
      client = await startClient();
      for (let i = 0; i < 3; i++) press(client, way);
      await heard(client);
      await prepare();
      await assertKept();
    },
  ],

  [
    "at the end, what is set for the end is done all the same",
    async (way) => {
      const folder = mkdtempSync(join(tmpdir(), "rederive-end-"));
      const done = join(folder, "done");
      await client.execute(
        `process.once("beforeExit", () => new Promise((r) => setTimeout(r, 300)));
       process.on("exit", () => require("node:fs").writeFileSync(${JSON.stringify(done)}, ""));`,
      );
      client.send("control", "shutdown_request", { restart: true });
      await client.until(() => client.heard.some(({ type }) => type === "shutdown_reply"));
      press(client, way);
      await client.exited;
      assert.ok(existsSync(done));
      rmSync(folder, { recursive: true });
      await client.stop();
      await start();
    },
  ],
];

/**
 * A suite of presses at every moment that is one of its own: an interrupt is for what is under way when it comes, and for
 * nothing that is asked after it.
 *
 * @param waysOf the ways by which a moment is tried, of which each has its number
 */
export function momentsOfInterrupt(name: string, waysOf: (moment: number) => Way[]) {
  const test = suite(name);
  test.before(start);
  test.after(() => client.stop());
  for (const [i, [what, pressed]] of moments.entries()) {
    for (const way of waysOf(i)) test(`${what}; by ${way}`, () => pressed(way));
  }
  return test;
}
