import { suite } from "uvu";
import * as assert from "uvu/assert";
import { type Client, type Received, residentOf, startClient } from "./client.js";

const test = suite("kernel: snapshots and what a death leaves of them");
let client: Client;
test.before.each(async () => {
  client = await startClient();
});
test.after.each(() => client.stop());

const died = 'process.kill(process.pid, "SIGKILL"); for (;;) {}';

const textOf = (name: "stdout" | "stderr", outputs: Received[]) =>
  outputs.map(({ content }) => (content.name === name ? content.text : "")).join("");

/** Runs cells one at once behind the other; gives the last one's value, or what it wrote to stdout. */
async function run(...cells: string[]): Promise<string> {
  let shown = "";
  for (const code of cells) {
    const { reply, outputs } = await client.execute(code);
    assert.is(reply.status, "ok", reply.evalue);
    const result = outputs.find(({ type }) => type === "execute_result");
    shown = result?.content.data["text/plain"] ?? textOf("stdout", outputs);
  }
  return shown;
}

const on = 'jupyter.snapshot("on");';

test("after SIGKILL the cell says what can be brought back, and that comes back when it is asked for", async () => {
  await run(
    on,
    `interface User { name: string; friends: User[] }
    const ada: User = { name: "Ada", friends: [] };
    ada.friends.push(ada);
    const byName = new Map([["Ada", ada]]);
    let count = 1, kind: "a" | "b" = "a";`,
    "count = 2;",
  );
  const { reply } = await client.execute(died);
  assert.match(
    reply.evalue,
    /All variables are gone.* jupyter\.restore\(\) brings back, as cell 3 left them: ada, byName, count, kind\.$/,
  );
  assert.is(await run("typeof (globalThis as any).ada"), "undefined", "not unasked");
  assert.match(
    await run("jupyter.restore()"),
    /^Restored as cell 3 left it \(\d{4}-\d\d-\d\d \d\d:\d\d:\d\d\): ada, byName, count, kind\.\n$/,
  );
  const same = 'ada.friends[0] === ada && byName.get("Ada") === ada';
  assert.is(await run(`[${same}, count, kind]`), "[ true, 2, 'a' ]");
  assert.is(await run("count += 40; count"), "42", "let is let");
  assert.is(await run('kind = "b"; const narrow: "a" | "b" = kind; narrow'), "b", "of its type");
  const wrong = await client.execute("const text: string = count;");
  assert.match(wrong.reply.evalue, /Type 'number' is not assignable to type 'string'/);
  const constant = await client.execute("byName = new Map();");
  assert.match(constant.reply.evalue, /Cannot assign to 'byName' because it is a constant/);
  const { reply: completed } = await client.request("complete_request", { code: "ada.fr" });
  assert.equal(completed.matches, ["friends"]);
});

test("a process that runs out of memory leaves what stood before", async () => {
  await client.stop();
  client = await startClient({ env: { NODE_OPTIONS: "--max-old-space-size=90" } });
  await run(on, "const kept = [1, 2, 3];");
  const cell = "const all: object[] = []; for (;;) all.push(new Array(10_000).fill(0.5));";
  const { reply } = await client.execute(cell);
  assert.match(reply.evalue, /it ran out of memory.* brings back, as cell 2 left them: kept\.$/);
  assert.is(await run("jupyter.restore()", "kept.length"), "3");
});

test("what is not plain is left out and named with the reason, before and after", async () => {
  await run(
    on,
    `class Point { x = 1 }
    const point = new Point(), within = { list: [point] }, f = () => 1;
    const lazy = { get a() { throw new Error("called"); } };
    enum Colour { Red }
    const plain = 1;`,
  );
  assert.is(
    await run(`const { on: isOn, cell, held, leftOut, lost } = jupyter.snapshot();
      JSON.stringify([isOn, cell, held, leftOut, lost])`),
    `[true,2,["plain"],${JSON.stringify({
      Colour: "an import, a class or an enum: run its cell again",
      lazy: "its a is a getter",
      f: "a function",
      within: "its list[0] is an instance of Point",
      point: "an instance of Point",
      Point: "an import, a class or an enum: run its cell again",
    })},[]]`,
  );
  await client.execute(died);
  const said = await run("jupyter.restore()");
  assert.match(
    said,
    /^Restored as cell 3 .*: plain, isOn, cell, held, leftOut, lost\.\nNot restored:\n/,
  );
  assert.match(said, /^ {2}Colour, Point: an import, a class or an enum: run its cell again$/m);
  assert.match(said, /^ {2}within: its list\[0\] is an instance of Point$/m);
});

test("a name that was defined again is left alone unless it is to be overwritten", async () => {
  await run(on, "let a = 1; let b = 2;");
  await client.execute(died);
  await run("let a = 10;");
  const said = await run("const b = 20; jupyter.restore()");
  assert.match(
    said,
    /: nothing\.\nNot restored:\n {2}a: it has been defined again since; .*overwrite/,
  );
  assert.match(said, /^ {2}b: this cell declares it$/m);
  assert.is(await run("[a, b]"), "[ 10, 20 ]");
  assert.match(await run("jupyter.restore({ overwrite: true })"), /: a, b\.\n$/);
  assert.is(await run("b = 3; [a, b]"), "[ 1, 3 ]");
});

test("restoring twice says so, and gives the values anew only when asked to", async () => {
  await run(on, "const list = [1];");
  await client.execute(died);
  await run("jupyter.restore()", "list.push(2);");
  assert.match(await run("jupyter.restore()"), /^ {2}list: it was restored before; /m);
  assert.is(await run("list.length"), "2");
  await run("jupyter.restore({ overwrite: true })");
  assert.is(await run("list.length"), "1");
});

test("with nothing to bring back, and with snapshots off, restoring says so", async () => {
  assert.match(
    await run("jupyter.restore()"),
    /^There is nothing to restore: .*turns snapshots on/,
  );
  await run(on, "const a = 1;", 'jupyter.snapshot("off");', "const b = 1;");
  const { reply } = await client.execute(died);
  assert.match(reply.evalue, /From here on cells run in a new process\.$/);
  assert.match(await run("jupyter.restore()"), /^There is nothing to restore/);
  await run("const c = 1;");
  await client.execute(died);
  assert.match(await run("jupyter.restore()"), /^There is nothing to restore/, "off stays off");
  const { reply: refused } = await client.execute('jupyter.snapshot("yes" as "on");');
  assert.match(refused.evalue, /^jupyter\.snapshot: setting must be "on" or "off", got yes$/);
});

test("off, nothing is kept: forty megabytes do not come to the sockets' process", async () => {
  const sizes: number[] = [];
  const resident = () => residentOf(client.kernel.pid as number);
  for (const setting of ["off", "on"]) {
    await run(`jupyter.snapshot("${setting}");`);
    const before = resident();
    await run("var bytes = new Uint8Array(40 * 2 ** 20).fill(1);", "1");
    sizes.push(resident() - before);
    await run("bytes = new Uint8Array();", "1");
  }
  assert.ok(sizes[1] - sizes[0] > 30, `${sizes.join(" and ")} MiB`);
});

test("two deaths lose nothing that was not restored, and what was restored is kept again", async () => {
  await run(on, "const first = 1;");
  await client.execute(died);
  await run("const second = 2;");
  const { reply } = await client.execute(died);
  assert.match(reply.evalue, /brings back, as cell 4 left them: second, first\.$/);
  await client.execute(died);
  const said = await run("jupyter.restore()");
  assert.match(said, /^Restored as cell \d .*: second\.\nRestored as cell 2 .*: first\.\n$/);
  await client.execute(died);
  assert.match(await run("jupyter.restore()"), /: second, first\.\n$/);
  assert.is(await run("first + second"), "3");
});

test("a value over the budget is said once on stderr, and the others are kept", async () => {
  await run(on);
  const from = client.heard.length;
  await run("let large = new Uint8Array(65 * 2 ** 20); const small = 1;", "1", "2");
  const said = textOf("stderr", client.heard.slice(from));
  assert.is(said, "snapshot: large is left out: over the budget of 64 MiB\n");
  await client.execute(died);
  assert.match(
    await run("jupyter.restore()"),
    /: small\.\nNot restored:\n {2}large: over the budget/,
  );
});

test("an interrupt while a snapshot is taken is answered, loses nothing, and ends the cell behind", async () => {
  await run(on, "const many = Array.from({ length: 400_000 }, (_, i) => ({ i }));");
  for (let i = 0; i < 3; i++) {
    const { reply } = await client.request("interrupt_request", {}, "control");
    assert.is(reply.status, "ok");
    assert.is(await run("many.length"), "400000");
    const behind = client.execute("await new Promise(() => {});");
    client.send("control", "interrupt_request");
    const { ename } = (await behind).reply;
    assert.is(ename, "Interrupted");
  }
});

test("in a project of its own it is on from the start, and what a library hides stays hidden", async () => {
  await client.stop();
  client = await startClient({ env: { REDERIVE_SNAPSHOT: "1" } });
  await run("const Map = [1, 2]; const name = 'n';");
  await client.execute(died);
  await run("jupyter.restore()");
  assert.is(await run("[Map.length, name, new globalThis.Map().size]"), "[ 2, 'n', 0 ]");
});

test.run();
