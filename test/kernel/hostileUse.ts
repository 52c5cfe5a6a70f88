import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { connect } from "node:net";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { Dealer } from "zeromq";
import { random } from "../../src/num/random.js";
import { type Client, frames, residentOf, startClient } from "./client.js";

/** How much is asked of one kernel. */
export interface Load {
  cells: number;
  messages: number;
  megabytes: number;
  interrupts: number;
  /** Memory that the kernel's processes together may keep of it all, in MiB. */
  growth: number;
}

const channels = ["shell", "control", "iopub", "stdin", "hb"];

/** A suite that misuses one kernel, case after case, and expects it to answer after each. */
export function hostileUse(name: string, load: Load) {
  const test = suite(name);
  const measured = existsSync("/proc/self/status");
  let client: Client;
  let before = 0;
  const resident = () => (measured ? residentOf(client.kernel.pid as number) : 0);
  const value = async (code: string) => {
    const { reply, outputs } = await client.execute(code);
    assert.is(reply.status, "ok", JSON.stringify(reply));
    return outputs.find(({ type }) => type === "execute_result")?.content.data["text/plain"];
  };

  test.before(async () => {
    client = await startClient();
    await client.execute("let n = 0; const kept = 'kept';");
    await client.execute("console.log(n)");
    before = resident();
  });
  test.after(() => client.stop());

  test(`${load.cells} cells, a hundred at once, run in their order`, async () => {
    const counts: number[] = [];
    while (counts.length < load.cells) {
      const cells = Array.from({ length: 100 }, (_, i) =>
        client.execute(`const cell${i % 50}: number = n; n = cell${i % 50} + 1; n`),
      );
      for (const { outputs } of await Promise.all(cells)) {
        const result = outputs.find(({ type }) => type === "execute_result");
        counts.push(Number(result?.content.data["text/plain"]));
      }
      client.heard.length = 0;
    }
    assert.equal(
      counts,
      Array.from({ length: load.cells }, (_, i) => i + 1),
    );
  });

  test(`${load.messages} requests of every kind are each answered`, async () => {
    const kinds: [string, object][] = [
      ["kernel_info_request", {}],
      ["history_request", { hist_access_type: "tail", n: 2 }],
      ["comm_info_request", {}],
      ["is_complete_request", { code: "f(" }],
      ["nonsense_request", {}],
    ];
    const size = 500;
    for (let sent = 0; sent < load.messages; sent += size) {
      const batch = Array.from({ length: size }, (_, i) =>
        client.request(...kinds[i % kinds.length]),
      );
      for (const { reply } of await Promise.all(batch)) assert.type(reply.status, "string");
      client.heard.length = 0;
    }
  });

  test(`${load.megabytes} MB of output arrive whole`, async () => {
    const from = client.heard.length;
    const line = "x".repeat(999);
    const { reply } = await client.execute(
      `for (let i = 0; i < ${load.megabytes * 1000}; i++) console.log("${line}");`,
    );
    assert.is(reply.status, "ok");
    const length = client.heard
      .slice(from)
      .reduce((sum, { type, content }) => sum + (type === "stream" ? content.text.length : 0), 0);
    assert.is(length, load.megabytes * 1_000_000);
    client.heard.length = 0;
  });

  test(`${load.interrupts} interrupts leave kernel and state`, async () => {
    let done = false;
    let looping = false;
    const storm = (async () => {
      // One that finds no cell running ends none: the last ones have to meet the loop that is left.
      for (let i = 0; i < load.interrupts || looping; i++) {
        client.send("control", "interrupt_request");
        await new Promise((resume) => setTimeout(resume, 5));
        done = i + 1 >= load.interrupts;
      }
    })();
    while (!done) {
      looping = true;
      const loops = ["while (true);", "await null; while (true);"].map((code) =>
        client.execute(code),
      );
      for (const { reply } of await Promise.all(loops)) assert.is.not(reply.status, "ok");
      looping = false;
    }
    await storm;
    await client.request("interrupt_request", {}, "control");
    await new Promise((resume) => setTimeout(resume, 1000)); // what was sent last may still be on its way
    assert.is(await value("kept"), "kept");
  });

  test(`${load.interrupts} SIGINTs over cells that come and go leave kernel and state`, async () => {
    let sent = 0;
    const storm = setInterval(() => {
      if (sent++ < load.interrupts) client.kernel.kill("SIGINT");
    }, 1);
    const ended = client.exited.then((how) => Promise.reject(new Error(`it ended by ${how}`)));
    while (sent < load.interrupts) {
      const { reply } = await Promise.race([client.execute(`const s: number = ${sent}; s`), ended]);
      if (reply.status !== "ok") assert.match(reply.evalue, /^the cell was interrupted$/);
    }
    clearInterval(storm);
    ended.catch(() => {});
    await new Promise((resume) => setTimeout(resume, 100));
    assert.is(await value("kept"), "kept");
  });

  test("garbage and wrong signatures on every socket are dropped, and logged", async () => {
    const { integer } = random(7);
    const noise = (length: number) => Buffer.from(Array.from({ length }, () => integer(0, 255)));
    for (const channel of channels) {
      const socket = new Dealer({ routingId: "stranger", linger: 1000, sendTimeout: 1000 });
      socket.connect(`tcp://127.0.0.1:${client.ports[channel]}`);
      const send = (parts: Buffer[]) => socket.send(parts).catch(() => {});
      await send([noise(40)]);
      await send([Buffer.from("<IDS|MSG>")]);
      await send([Buffer.from("<IDS|MSG>"), noise(64), noise(9), noise(9), noise(9), noise(9)]);
      await send(frames("execute_request", { code: "globalThis.broken = true" }, "wrong key"));
      await send(frames("shutdown_request", {}, "wrong key"));
      const signed = frames("execute_request", [] as never, client.key);
      await send(signed.slice(0, 5));
      await send(signed);
      socket.close();
      const raw = connect(client.ports[channel], "127.0.0.1").on("error", () => {});
      raw.end(Buffer.concat([Buffer.from("GET / HTTP/1.1\r\n\r\n"), noise(5000)]));
    }
    for (let tries = 0; tries < 100 && !/number 8\)/.test(client.log()); tries++) {
      await new Promise((resume) => setTimeout(resume, 50)); // what was sent may still be on its way
    }
    assert.is(await value("String((globalThis as { broken?: boolean }).broken)"), "undefined");
    assert.match(client.log(), /dropped a message \(number 1\): it/);
  });

  test("a client that is killed while it listens takes nobody along", async () => {
    const listen = `
      const { Subscriber } = require("zeromq");
      const socket = new Subscriber();
      socket.connect("tcp://127.0.0.1:${client.ports.iopub}");
      socket.subscribe();
      (async () => { for await (const _ of socket) console.log("heard"); })();`;
    const other = spawn(process.execPath, ["-e", listen], { stdio: ["ignore", "pipe", "inherit"] });
    await new Promise((done) => other.stdout.once("data", done));
    const printing = client.execute("for (let i = 0; i < 20000; i++) console.log(i);");
    other.kill("SIGKILL");
    assert.is((await printing).reply.status, "ok");
    assert.is(await value("kept"), "kept");
  });

  test(`all of it leaves less than ${load.growth} MiB behind`, async () => {
    if (!measured) return;
    await value("1");
    await new Promise((resume) => setTimeout(resume, 1000));
    const growth = resident() - before;
    console.log(`resident: ${before.toFixed(0)} MiB before, ${growth.toFixed(0)} MiB more after`);
    assert.ok(growth < load.growth, `${growth.toFixed(0)} MiB more`);
  });

  return test;
}
