import { type ChildProcess, spawn } from "node:child_process";
import { join, resolve } from "node:path";
import type { Readable, Writable } from "node:stream";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { framed, messageReader } from "../../src/kernel/between/channel.js";
import { files, type KeeperOrder } from "../../src/kernel/between/files.js";
import { kernelSpec } from "../../src/kernel/install/kernelSpec.js";
import type { FromCells, ToCells } from "../../src/kernel/between/messages.js";

// The cells' process alone, with the orders of a sockets' process that is slower than it.

const test = suite("kernel: orders of an interrupt that come late");

const root = resolve(import.meta.dirname, "..", "..");
let child: ChildProcess;
let heard: FromCells[] = [];
let wake = () => {};
const stream = <T>(file: number) => child.stdio[file] as T;
const tell = (message: ToCells) => void stream<Writable>(files.orders).write(framed(message));
const order = (line: KeeperOrder) => void stream<Writable>(files.keeper).write(`${line}\n`);

test.before(() => {
  const start = join(root, "dist", "kernel", "cellsMain.js");
  const programs = { node: process.execPath, start, main: "" };
  const [node, ...args] = kernelSpec("rederive", programs).argv.slice(0, -2);
  child = spawn(node, args, {
    cwd: join(root, "notebooks"),
    stdio: ["ignore", "inherit", "inherit", "pipe", "pipe", "pipe"],
  });
  const read = messageReader((message) => {
    heard.push(message as FromCells);
    wake();
  });
  stream<Readable>(files.told).on("data", read);
});
test.after(() => void child.kill("SIGKILL"));
test.before.each(() => void (heard = []));

/** Waits for a message of the cells' process. */
async function until<T extends FromCells["type"]>(type: T) {
  const is = (one: FromCells): one is FromCells & { type: T } => one.type === type;
  for (let found = heard.find(is); ; found = heard.find(is)) {
    if (found) return found;
    await new Promise<void>((resume) => (wake = resume));
  }
}

let count = 0;
function ask(code: string): void {
  const header = { msg_id: String(count), msg_type: "execute_request" } as never;
  const numbers = { id: count, executionCount: ++count };
  tell({
    type: "request",
    request: { ...numbers, header, content: { code }, buffers: [], early: false },
  });
}

async function heardOf(press: number): Promise<void> {
  tell({ type: "interrupt", press });
  await until("interrupted");
}

const busy = `const end = Date.now() + 600; console.log("begun"); while (Date.now() < end); 5`;

test("the end of code that was heard of before means no code of the next cell", async () => {
  await heardOf(1);
  ask(`{ ${busy} }`);
  await until("publish");
  order("end 1");
  const { content } = await until("reply");
  assert.is(content.status, "ok");
});

test("the end of a question that was heard of before means no line that the next cell asks for", async () => {
  await heardOf(2);
  order("question 2");
  ask(`const given = prompt("?"); given`);
  await until("input");
  order("question 2");
  await new Promise((resume) => setTimeout(resume, 100)); // or the line would be there before the wait ends
  stream<Writable>(files.keeper).write(`${JSON.stringify({ value: "here" })}\n`);
  const { content } = await until("reply");
  assert.is(content.status, "ok");
});

test("an end in its time ends the code, and the next cell is left alone", async () => {
  ask(`{ ${busy.replace("600", "60_000")} }`);
  await until("publish");
  tell({ type: "interrupt", press: 3 });
  order("end 3");
  const ended = await until("reply");
  assert.is(ended.content.ename, "Interrupted");
  heard = [];
  ask(`{ ${busy} }`);
  const next = await until("reply");
  assert.is(next.content.status, "ok");
});

test.run();
