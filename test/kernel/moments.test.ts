import { suite } from "uvu";
import * as assert from "uvu/assert";
import { type Answered, type Client, startClient } from "./client.js";
import { pause, press, ways } from "./interruptCase.js";

const test = suite("kernel: moments of an interrupt");

let client: Client;
test.before(async () => {
  client = await startClient();
  await client.execute("const keep = 41;");
});
test.after(() => client.stop());

async function kept(): Promise<string | undefined> {
  const { outputs } = await client.execute("keep + 1");
  return outputs.find(({ type }) => type === "execute_result")?.content.data["text/plain"];
}

/** Begins a cell, and waits until the kernel has it. */
async function begun(code: string): Promise<{ answer: Promise<Answered> }> {
  const from = client.heard.length;
  const answer = client.execute(code);
  await client.until(() => client.heard.slice(from).some(({ type }) => type === "execute_input"));
  return { answer };
}

/** Takes the parser and the compiler long, and then waits. */
const large = `// @ts-nocheck\n${"keep + (() => 1)();\n".repeat(20_000)}await new Promise(() => {});`;

for (const [i, way] of ways.entries()) {
  test(`while a large cell is compiled, by ${way}, it is interrupted, and what was there is kept`, async () => {
    const { answer } = await begun(large);
    await pause(100 * i); // another place of the compiling
    press(client, way);
    assert.is((await answer).reply.ename, "Interrupted");
    assert.is(await kept(), "42");
  });
}

test.run();
