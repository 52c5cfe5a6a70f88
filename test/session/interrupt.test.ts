import * as assert from "uvu/assert";
import { sessionSuite } from "./sessionSuite.js";

const test = sessionSuite(
  "session: interrupts and what comes late",
  "const state = { reached: 0 };",
);

const pause = (milliseconds: number) => new Promise((resume) => setTimeout(resume, milliseconds));

const bySignal: [what: string, code: string][] = [
  ["a loop", "state.reached++; for (;;) {}"],
  ["a pending await", "const held = 5; state.reached++; await new Promise(() => {});"],
  [
    "a loop in a timer for which the cell waits",
    "state.reached++; setTimeout(() => { for (;;) {} }, 1); await new Promise(() => {});",
  ],
];

for (const [what, code] of bySignal) {
  test(`SIGINT ends ${what} and keeps the state`, async ({ session }) => {
    const reached = Number(await session.text("state.reached"));
    const running = session.run(code);
    await pause(400);
    session.child.kill("SIGINT");
    const { status, outputs } = await running;
    assert.is(status, "error");
    assert.equal(outputs, [
      {
        output_type: "error",
        ename: "Interrupted",
        evalue: "the cell was interrupted",
        traceback: ["Interrupted: the cell was interrupted"],
      },
    ]);
    assert.is(await session.text("state.reached"), String(reached + 1));
  });
}

test("a cell that was interrupted keeps what it had reached", async ({ session }) => {
  assert.is(await session.text("held"), "5");
});

test("SIGINT while nothing runs does nothing", async ({ session }) => {
  session.child.kill("SIGINT");
  await pause(50);
  assert.is(await session.text("1"), "1");
});

test("what a short timer or a promise gives stands under its cell", async ({ session }) => {
  assert.is(await session.text('setTimeout(() => console.log("soon"), 20); 1'), "1soon\n");
  const rejected = await session.run('void Promise.reject(new Error("nobody waits"));');
  assert.is(rejected.status, "error");
  const thrown = await session.run('setTimeout(() => { throw new Error("late"); }, 5);');
  assert.is(thrown.status, "error");
});

test("what comes after a cell has ended names the cell that made it, while another runs", async ({
  session,
}) => {
  const first = session.live.length;
  await session.run(`
    const after = 1300;
    setTimeout(() => console.log("timer"), after);
    setTimeout(() => { throw new Error("thrown"); }, after);
    setTimeout(() => void Promise.reject(new Error("rejected")), after);
    void (async () => { await new Promise((r) => setTimeout(r, after)); console.log("async"); })();
  `);
  const { status } = await session.run(
    'await new Promise((r) => setTimeout(r, 800)); console.log("mine");',
  );
  assert.is(status, "ok");
  const [made, other] = [session.live[first].of, session.live.at(-1)?.of];
  const texts = session.live.slice(first).map(({ live, of }) => {
    const text =
      live.output_type === "stream" ? live.text.trim() : (live as { evalue: string }).evalue;
    return `${text} of ${of === made ? "the first" : of === other ? "the second" : of}`;
  });
  assert.equal(texts.sort(), [
    "async of the first",
    "mine of the second",
    "rejected of the first",
    "thrown of the first",
    "timer of the first",
  ]);
});

test.run();
