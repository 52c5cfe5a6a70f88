import { suite } from "uvu";
import * as assert from "uvu/assert";
import { openSession, type TestSession } from "./openSession.js";
import { childrenOf } from "./processes.js";
import { project } from "./project.js";

const test = suite("session: many cells, equal runs, sudden ends");

async function within<T>(
  options: { reproducible?: boolean },
  work: (session: TestSession) => Promise<T>,
): Promise<T> {
  const own = project();
  const session = await openSession({ cwd: own.folder, ...options });
  try {
    return await work(session);
  } finally {
    session.close();
    own.remove();
  }
}

test("300 cells that declare, redeclare and use names keep the memory within 60 MB", () =>
  within({}, async (session) => {
    await session.run("let total = 0; const list = [1, 2, 3];");
    const before = await session.memory();
    for (let i = 0; i < 100; i++) {
      await session.run(`const part = list.map((x) => x * ${i}); interface Row { n${i}: number }`);
      await session.run(`const row: Row = { n${i}: part[0] }; total += row.n${i};`);
      await session.run(`function step() { return part.length + ${i}; }\nstep()`);
    }
    assert.is(await session.text("total"), String((99 * 100) / 2));
    const grown = ((await session.memory()) - before) / 2 ** 20;
    assert.ok(grown < 60, `${grown.toFixed(0)} MB`);
  }));

test("a reproducible session gives the same bytes twice, random numbers and clock included", async () => {
  const cells = [
    "[Math.random(), Math.random()]",
    "[Date.now(), new Date().toISOString(), performance.now()]",
    "await new Promise((r) => setTimeout(r, 30)); [Math.random(), Date.now()]",
    'import { randomBytes, randomUUID } from "node:crypto"; import nodes from "node:crypto"; [randomUUID(), randomBytes(4)]',
    "await new Promise<number>((r) => nodes.randomInt(9e9, (_, n) => r(n)))",
    "[nodes.randomInt(5, 9e9), nodes.randomFillSync(new Uint16Array(4), 1, 2)]",
    "await new Promise<string>((r) => nodes.randomBytes(3, (_, b) => r(b.toString('hex'))))",
    "[crypto.randomUUID(), crypto.getRandomValues(new Uint8Array(4)), nodes.webcrypto.randomUUID()]",
    "[process.pid, process.ppid, process.hrtime(), process.hrtime.bigint(), process.hrtime([1, 5])]",
    "[process.memoryUsage(), process.memoryUsage.rss(), process.cpuUsage(), process.uptime(), process.resourceUsage()]",
    "const waited = Date.now(); while (Date.now() < waited + 20) {} Date.now() - waited",
  ];
  const run = () =>
    within({ reproducible: true }, async (session) => {
      const results = [];
      for (const cell of cells) results.push(await session.run(cell));
      return JSON.stringify(results);
    });
  const first = await run();
  assert.is(await run(), first);
  assert.match(
    first,
    /2000-01-01T00:02:00\.\d+Z/,
    "the clock starts at a fixed time, a minute a cell",
  );
});

test("random numbers of node:crypto keep its checks, and a process hears the signal that it sends itself", () =>
  within({ reproducible: true }, async (session) => {
    assert.match(
      await session.text('import crypto from "node:crypto"; crypto.randomInt(5, 4)'),
      /RangeError/,
    );
    assert.match(await session.text("crypto.randomBytes(-1)"), /RangeError/);
    assert.is(await session.text("crypto.randomFillSync(new Uint16Array(4), 1, 2)[0]"), "0");
    const version4 = /^'?[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}'?$/;
    assert.match(await session.text("crypto.randomUUID()"), version4);
    const heard =
      'await new Promise((r) => { process.once("SIGUSR2", r); process.kill(process.pid, "SIGUSR2"); })';
    assert.match(await session.text(heard), /^'?SIGUSR2'?$/);
  }));

test("cells run one after another in the order in which they came", () =>
  within({}, async (session) => {
    const slow = session.run(
      "const a = await new Promise<number>((r) => setTimeout(() => r(1), 50));",
    );
    const fast = session.text("a + 1");
    await slow;
    assert.is(await fast, "2");
  }));

test("a session that is killed takes its compiler along", () =>
  within({}, async (session) => {
    await session.run("1");
    const [compiler] = childrenOf(Number(session.child.pid), "--api");
    assert.ok(compiler);
    session.child.kill("SIGKILL");
    for (let tries = 0; tries < 100 && isAlive(compiler); tries++) {
      await new Promise((resume) => setTimeout(resume, 50));
    }
    assert.not(isAlive(compiler));
  }));

test("a compiler that is killed is started anew, and earlier names are still known to it", () =>
  within({}, async (session) => {
    await session.run("const kept: number = 1;");
    process.kill(childrenOf(Number(session.child.pid), "--api")[0], "SIGKILL");
    assert.is(await session.text("kept + 1"), "2");
    assert.match(await session.text("const text: string = kept;"), /not assignable/);
  }));

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

test.run();
