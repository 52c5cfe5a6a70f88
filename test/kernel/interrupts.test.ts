import { existsSync } from "node:fs";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { type Client, startClient } from "./client.js";
import { interruptedCell, ways } from "./interruptCase.js";
import { shapes } from "./interruptShapes.js";

const test = suite("kernel: shapes of interrupts");
let client: Client;
test.before(async () => {
  client = await startClient();
  await client.execute("const keep = 41;");
});
test.after(() => client.stop());

const linux = existsSync("/proc/self/stat");

/** One of each family, in one kernel; test:long runs all, `npm run matrix:interrupts` every combination. */
const tried = [
  "a long timer",
  "a shell with children of its own",
  "a loop beside a child",
  "a listener for SIGINT and a loop",
  "code in an AsyncLocalStorage after a wait",
  "a loop after a read by node:fs/promises",
  "a loop of readings of JSON",
  "a loop of sorts, in a timer",
  "ticks without end",
  "jobs that set the next",
  "ticks and jobs by turns",
  "an interval",
  "a timer that sets itself again",
  "the message of what a timer throws",
  "the message of a thrown error of its own kind",
  "the making of a stack's text",
  "recursion that goes on where the stack is full",
  'a hook "init" of async_hooks',
  "a listener in an immediate",
  "an HTTP handler",
  "a native call and a loop behind it",
];

for (const [i, what] of tried.entries()) {
  const shape = shapes.find((one) => one.what === what);
  test(`${what} ends interrupted, and what was there is kept`, async () => {
    if (!shape) throw new Error("the table has no such shape");
    if (!linux && shape.ends === "children") return; // elsewhere the kernel does not see a cell's processes
    const press = { way: ways[i % ways.length], storm: i % 2 === 1 };
    const { reply, errors, kept } = await interruptedCell(client, shape, press);
    assert.equal({ reply, errors, kept }, { reply: "Interrupted", errors: 1, kept: "42" });
  });
}

test("the table of shapes has at least 60 different causes", () => {
  assert.ok(new Set(shapes.map(({ what }) => what)).size >= 60);
  assert.is(new Set(shapes.map(({ cell }) => cell)).size, shapes.length);
});

const goingOn: [what: string, code: string][] = [
  ["a loop of waits", "for (;;) { await new Promise((r) => setTimeout(r, 5)); beats++; }"],
  ["an interval", "setInterval(() => beats++, 5); await new Promise(() => {});"],
  [
    "immediates that set the next",
    "const next = () => setImmediate(() => { beats++; next(); }); next(); await new Promise(() => {});",
  ],
  [
    "a loop of waits of node:timers/promises",
    'import { setTimeout as wait } from "node:timers/promises"; for (;;) { await wait(5); beats++; }',
  ],
  [
    "an interval of node:timers/promises",
    'import { setInterval as every } from "node:timers/promises"; for await (const _ of every(5)) beats++;',
  ],
  [
    "a loop of waits of a scheduler",
    'import { scheduler } from "node:timers/promises"; for (;;) { await scheduler.wait(5); beats++; }',
  ],
];

for (const [what, code] of goingOn) {
  test(`of an interrupted cell ${what} does not go on, and an interval of an earlier cell does`, async () => {
    await client.execute(
      "var beats = 0, others = 0; var other = setInterval(() => others++, 5); 1",
    );
    const press = { way: "message", storm: false } as const;
    const { reply } = await interruptedCell(client, { cell: code, ends: "wait" }, press);
    assert.is(reply, "Interrupted");
    const wait = "await new Promise((r) => setTimeout(r, 50));";
    await client.execute(`${wait} var until = beats; others = 0;`);
    const { outputs } = await client.execute(
      `${wait} clearInterval(other); [beats - until, others > 0]`,
    );
    const result = outputs.find(({ type }) => type === "execute_result");
    assert.is(result?.content.data["text/plain"], "[ 0, true ]");
  });
}

test.run();
