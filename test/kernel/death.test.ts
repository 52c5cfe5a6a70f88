import { existsSync } from "node:fs";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { childrenOf } from "../session/processes.js";
import { type Client, type Received, startClient } from "./client.js";

const test = suite("kernel: a process of cells that dies");
const linux = existsSync("/proc/self/stat");
let client: Client;
test.before(async () => {
  client = await startClient();
});
test.after(() => client.stop());

const stderrOf = (outputs: Received[]) =>
  outputs.map(({ content }) => (content.name === "stderr" ? content.text : "")).join("");

const deaths: [what: string, cell: string, cause: RegExp][] = [
  ["SIGKILL", 'process.kill(process.pid, "SIGKILL"); for (;;) {}', /it was killed \(SIGKILL\)/],
  ["process.abort", "process.abort();", /it aborted \(SIGABRT\)/],
  ["a crash", 'process.kill(process.pid, "SIGSEGV"); for (;;) {}', /crashed.*\(SIGSEGV\)/],
  ["an exit by Node's own way", "(process as any).reallyExit(3);", /exit code 3/],
];

for (const [what, cell, cause] of deaths) {
  test(`after ${what} the cell is answered with the cause, once, and the next one runs`, async () => {
    await client.execute("var lost = 1;");
    const dying = client.execute(cell);
    const behind = client.execute("2");
    const { reply, outputs } = await dying;
    assert.is(reply.status, "error");
    assert.is(reply.ename, "ProcessEnded");
    assert.match(reply.evalue, cause);
    assert.match(
      reply.evalue,
      /All variables are gone\. From here on cells run in a new process\./,
    );
    assert.is(outputs.filter(({ type }) => type === "error").length, 1, "and shows it");
    assert.is((await behind).reply.status, "aborted");
    const next = await client.execute("typeof (globalThis as any).lost");
    assert.is(next.reply.status, "ok");
    assert.is(stderrOf(next.outputs), "", "it has been said");
    const result = next.outputs.find(({ type }) => type === "execute_result");
    assert.is(result?.content.data["text/plain"], "undefined");
  });
}

for (const [what, work] of [
  ["displays", 'jupyter.display({ "text/plain": "x" })'],
  ["requires", 'require("node:os")'],
]) {
  test(`code that ${what} where the stack is full gets an error, and the process of the cells lives`, async () => {
    await client.execute("var kept = 1;");
    // Each descent meets the end of the stack some words further on, and then does the work from there upwards.
    const { reply } = await client.execute(
      `{ let isDone = false;
         const down = (): void => { try { down(); } catch { if (!isDone) { ${work}; isDone = true; } } };
         for (let i = 0; i < 20; i += 5) { isDone = false; ((..._: unknown[]) => down()).apply(null, new Array(i)); } }`,
    );
    assert.is(reply.status, "ok", JSON.stringify(reply));
    const { outputs } = await client.execute("kept");
    const result = outputs.find(({ type }) => type === "execute_result");
    assert.is(result?.content.data["text/plain"], "1");
  });
}

const unseen: [when: string, die: () => Promise<void>][] = [
  [
    "while no cell runs",
    async () => {
      const { outputs } = await client.execute("process.pid");
      const pid = Number(outputs.find(({ content }) => content.data)?.content.data["text/plain"]);
      process.kill(pid, "SIGKILL");
      for (let cells: number[] = []; cells.length !== 1 || cells[0] === pid;) {
        await new Promise((on) => setTimeout(on, 20));
        cells = childrenOf(client.kernel.pid as number, "cellsMain");
      }
    },
  ],
  [
    "in a silent cell",
    async () => {
      const { reply, outputs } = await client.execute("process.abort();", { silent: true });
      assert.is(reply.ename, "ProcessEnded");
      assert.not.ok(outputs.some(({ type }) => type === "error"));
    },
  ],
];

for (const [when, die] of unseen) {
  test(`of a death ${when}, which shows nothing, the next cell tells once`, async () => {
    await die();
    assert.match(stderrOf((await client.execute("1")).outputs), /^The process .*\nAll variables/);
    assert.is(stderrOf((await client.execute("1")).outputs), "", "once");
  });
}

test("what is written past Node's streams stands under its cell, and so do children's words", async () => {
  const { outputs } = await client.execute(`
    import { writeSync } from "node:fs";
    import { execSync } from "node:child_process";
    writeSync(1, "written\\n");
    ${linux ? 'execSync("echo a child; echo its error >&2", { stdio: "inherit" });' : ""}`);
  const text = (name: string) =>
    outputs.map(({ content }) => (content.name === name ? content.text : "")).join("");
  assert.is(text("stdout"), linux ? "written\na child\n" : "written\n");
  assert.is(text("stderr"), linux ? "its error\n" : "");
});

test("a cell that needs more memory than there is ends with that cause", async () => {
  const small = await startClient({ env: { NODE_OPTIONS: "--max-old-space-size=90" } });
  try {
    const cell = "const all: object[] = []; for (;;) all.push(new Array(10_000).fill(0.5));";
    assert.match((await small.execute(cell)).reply.evalue, /it ran out of memory/);
    assert.is((await small.execute("1")).reply.status, "ok");
  } finally {
    await small.stop();
  }
});

test.run();
