import { suite } from "uvu";
import * as assert from "uvu/assert";
import { serverPool } from "../../src/client/server/pool.js";
import { type KernelServer, ServerFault } from "../../src/client/server/server.js";
import { outputsOfCells } from "../../src/client/messages/outputsOfCells.js";

const test = suite("client: servers and outputs");
const serverOf = (url: string) => ({ url }) as KernelServer;
const passing = () => new ServerFault("it fails", true);

/** A pool that does not wait, with the pauses that it would have made. */
function quick(...urls: string[]) {
  const pauses: number[] = [];
  const pool = serverPool(urls.map(serverOf), async (seconds) => {
    pauses.push(seconds);
  });
  return { pool, pauses };
}

test("work of a server that dies goes to the other one, and each piece is done exactly once", async () => {
  const { pool } = quick("a", "b");
  let isDead = false;
  const done: string[] = [];
  const work = (name: string) =>
    pool.work(async ({ url }) => {
      await new Promise((resume) => setTimeout(resume, 1));
      if (url === "a" && isDead) throw passing();
      done.push(name);
      return `${name} on ${url}`;
    });
  const first = await Promise.all(["1", "2", "3", "4"].map(work));
  assert.equal(first.map((one) => one.at(-1)).sort(), ["a", "a", "b", "b"]);
  isDead = true;
  const second = await Promise.all(["5", "6", "7"].map(work));
  assert.equal(second, ["5 on b", "6 on b", "7 on b"]);
  assert.equal(done.sort(), ["1", "2", "3", "4", "5", "6", "7"]);
});

test("a fault that does not pass ends the tries at once, one that may pass after nine", async () => {
  const { pool, pauses } = quick("a");
  const refused = new ServerFault("the token is refused", false);
  const fails = (fault: Error) =>
    pool.work(() => Promise.reject(fault)).catch((e: Error) => e.message);
  assert.is(await fails(refused), "the token is refused");
  assert.equal(pauses, []);
  assert.is(await fails(passing()), "it fails; given up after 9 tries");
  assert.ok(pauses.every((one, i) => i === 0 || one >= pauses[i - 1]));
  assert.is(await fails(new Error("a bug")), "a bug");
});

test("an update changes a display where it stands, and clearing may wait for the next output", () => {
  const outputs = outputsOfCells(() => undefined);
  const shown = (text: string) => ({
    data: { "text/plain": text },
    metadata: {},
    transient: { display_id: "d" },
  });
  outputs.take("a", "display_data", shown("one"));
  outputs.take("b", "update_display_data", shown("two"));
  outputs.take("b", "stream", { name: "stdout", text: "x" });
  outputs.take("b", "clear_output", { wait: true });
  assert.is(outputs.of("b").length, 1);
  outputs.take("b", "stream", { name: "stdout", text: "y" });
  outputs.take("b", "stream", { name: "stdout", text: "z" });
  assert.equal(outputs.of("a"), [
    { output_type: "display_data", data: { "text/plain": "two" }, metadata: {} },
  ]);
  assert.equal(outputs.of("b"), [{ output_type: "stream", name: "stdout", text: "yz" }]);
});

test.run();
