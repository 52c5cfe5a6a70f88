import { suite } from "uvu";
import * as assert from "uvu/assert";
import { pathToFileURL } from "node:url";
import { join, resolve } from "node:path";
import {
  type Frame,
  framesOf,
  isWritingStack,
  meetingPlace,
  treatment,
} from "../../src/session/interrupt/stack.js";

const test = suite("session: what may be done to running code");

const root = resolve(import.meta.dirname, "..", "..");
const frame = (url: string, name = ""): Frame => ({ name, url });
const cell = frame("cell:3");
const pkg = frame("/p/node_modules/a/a.js");
const compiler = frame("file:///p/node_modules/typescript/dist/api/sync/client.js");
const guard = frame("node:guard");
const apart = frame("node:guard/apart");
const own = frame(pathToFileURL(join(root, "src", "session", "context.ts")).href);
const node = (name: string) => frame(`node:internal/${name}`, name);
const job = node("processTicksAndRejections");
const timer = [node("listOnTimeout"), node("processTimers")];

const cases: [what: string, frames: Frame[], expected: ReturnType<typeof treatment>][] = [
  ["nothing", [], "leave"],
  ["Node's own work", [node("read"), ...timer], "leave"],
  ["the session's own work", [own, guard, job], "leave"],
  ["a cell under its guard", [cell, own, guard, own, node("processImmediate")], "end at guard"],
  ["a package that works for the session", [pkg, node("readSync"), pkg, own, job], "leave"],
  ["a function of a package", [pkg, guard], "end at guard"],
  ["a function of a package that the session calls for a cell", [pkg, own, guard], "end at guard"],
  ["the compiler that the session calls for a cell", [compiler, own, cell, guard], "step out"],
  ["the compiler in a cell's job", [node("readSync"), compiler, own, cell, job], "step out"],
  ["the compiler that a cell calls itself", [compiler, cell, guard], "end at guard"],
  ["a package that a cell's job calls", [pkg, cell, job], "end job"],
  ["a cell that a package calls in its turn", [cell, pkg, own, job], "end job"],
  ["code of a text", [frame(""), cell, guard], "end at guard"],
  ["Node's function that a cell calls", [node("writeSync"), cell, guard], "step out"],
  ["the session's function that a cell calls", [own, cell, guard], "step out"],
  ["what is called back by Node's function", [cell, node("load"), cell, guard], "end at guard"],
  ["a job", [cell], "end job"],
  ["a job after a tick", [cell, job], "end job"],
  ["a job between two timers", [cell, node("runNextTicks"), ...timer], "end job"],
  [
    "a job between two immediates",
    [cell, job, node("runNextTicks"), node("processImmediate")],
    "end job",
  ],
  ["Node's function in a job", [node("writeSync"), cell, job], "step out"],
  ["a guard within a job's own code", [cell, guard, cell, job], "end job"],
  ["a hook in a cell's code", [cell, own, apart, own, node("init"), cell, guard], "end at guard"],
  ["a hook in a job", [cell, own, apart, own, node("init"), cell, job], "end at guard"],
  [
    "a hook in a timer without a guard",
    [cell, own, apart, own, node("init"), ...timer],
    "end at guard",
  ],
  ["Node's function in a hook", [node("log"), cell, apart, own, cell], "step out"],
  ["what guards a hook", [own, apart, own, node("init"), cell, guard], "leave"],
  ["a callback without a guard", [cell, node("readFileAfterClose")], "end job"],
  ["a timer without a guard", [cell, ...timer], "wait"],
  ["an immediate without a guard", [cell, node("run"), node("processImmediate")], "wait"],
];

for (const [what, frames, expected] of cases) {
  test(`${what}: ${expected}`, () => assert.is(treatment(frames), expected));
}

const look = [
  " evalmachine.<anonymous>:5:9",
  " Object.look (file:///p/dist/kernel/A.js:1:2)",
  " node:keeper:1:41",
];

test("of a stack that a look gives the frames below it are read", () => {
  const stack = [
    ...look,
    " Console.log (node:internal/console/constructor:377:6)",
    " Array.map (<anonymous>)",
    " get message [as message] (cell:2:4:3)",
    "ab12 eval (eval at f (cell:2:1:1), <anonymous>:3:5)",
    " new E (file:///p/a (b).js:7:8)",
    " wasm://wasm/a69d:wasm-function[0]:0x21",
    " cell:2:7:26",
    " process.processTicksAndRejections (node:internal/process/task_queues:95:5)",
    " async cell:2:9:1",
    " async f (cell:2:10:1)",
  ].join("\n");
  assert.equal(
    framesOf(stack).map(({ hash, name, url, line, column }) => [hash, name, url, line, column]),
    [
      ["", "log", "node:internal/console/constructor", 377, 6],
      ["", "get message", "cell:2", 4, 3],
      ["ab12", "eval", "eval at f (cell:2:1:1), <anonymous>", 3, 5],
      ["", "E", "file:///p/a (b).js", 7, 8],
      ["", "", "wasm://wasm/a69d:wasm-function[0]", 1, 1],
      ["", "", "cell:2", 7, 26],
      ["", "processTicksAndRejections", "node:internal/process/task_queues", 95, 5],
    ],
  );
  assert.not(isWritingStack(stack));
});

test("one that is read while another is written has V8's own form", () => {
  const stack = ["Error", ...look.map((line) => `    at${line}`), "    at f (cell:2:3:4)"].join(
    "\n",
  );
  assert.equal(framesOf(stack), [{ hash: "", name: "f", url: "cell:2", line: 3, column: 4 }]);
  assert.ok(isWritingStack(stack));
});

test("no stack has no frames", () => assert.equal(framesOf(""), []));

test("code is met in the reader's innermost function", () => {
  const at = { hash: "", line: 2, column: 3 };
  const frames = [node("log"), cell, frame("cell:2"), guard].map((one) => ({ ...one, ...at }));
  assert.equal(meetingPlace(frames), { ...cell, ...at });
  assert.is(meetingPlace([{ ...node("log"), ...at }]), undefined);
});

// One that copied what it has at each frame took seconds for ten thousand frames, and no interrupt ended the code meanwhile.
test("the stack of a recursion is read in one pass, whatever its depth", () => {
  const calls = new Array<Frame>(300_000).fill(cell);
  assert.is(treatment([node("writeSync"), ...calls, guard]), "step out");
  assert.is(treatment([...calls, job]), "end job");
});

test.run();
