import { existsSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { type Client, startClient } from "./client.js";

const test = suite("kernel: what console clients and panels ask");
let client: Client;
test.before(async () => {
  client = await startClient();
});
test.after(() => client.stop());

test("a question about a name is complete, so that a console sends it; a condition is not", async () => {
  for (const code of ["Math.floor?", "Math.floor??", " jupyter? "]) {
    const { reply } = await client.request("is_complete_request", { code });
    assert.equal(reply, { status: "complete" }, code);
  }
  const { reply } = await client.request("is_complete_request", { code: "true ? 1 :" });
  assert.is(reply.status, "incomplete");
  const { reply: page } = await client.execute("Math.floor?");
  assert.match(page.payload[0].data["text/plain"], /floor\(x: number\): number/);
});

test("what it uses is told while a cell runs", async () => {
  const running = client.execute("await new Promise((done) => setTimeout(done, 300)); 1");
  const { reply } = await client.request("usage_request", {}, "control");
  assert.is(reply.status, "ok");
  assert.ok(reply.kernel_memory > 30 * 2 ** 20, `${reply.kernel_memory} bytes`);
  await running;
});

test("a shutdown calls what is set for the end, each whatever the others do, and waits for what that starts", async () => {
  const file = join(tmpdir(), `rederive-exit-${process.pid}.txt`);
  const cell = `import { appendFileSync } from "node:fs";
const note = (text: string) => appendFileSync(${JSON.stringify(file)}, text);
process.on("exit", (code) => note(\`exit \${code};\`));
process.once("exit", () => { throw new Error("fails"); });
process.on("exit", () => note("last;"));
process.on("beforeExit", async () => {
  note("before;");
  await new Promise((done) => setTimeout(done, 30));
  note("waited;");
});
process.on("beforeExit", () => void setTimeout(() => note("started;"), 60));`;
  try {
    assert.is((await client.execute(cell)).reply.status, "ok");
    assert.is(existsSync(file), false);
    client.send("control", "shutdown_request", { restart: false });
    await client.exited;
    assert.is(readFileSync(file, "utf8"), "before;waited;started;exit 0;last;");
  } finally {
    rmSync(file, { force: true });
  }
});

test.run();
