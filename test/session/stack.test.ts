import { suite } from "uvu";
import * as assert from "uvu/assert";
import { pathToFileURL } from "node:url";
import { join, resolve } from "node:path";
import { type Frame, treatment } from "../../src/session/interrupt/stack.js";

const test = suite("session: what may be done to running code");

const root = resolve(import.meta.dirname, "..", "..");
const frame = (url: string, name = ""): Frame => ({ name, url });
const cell = frame("cell:3");
const pkg = frame("/p/node_modules/a/a.js");
const guard = frame("node:guard");
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
  ["a callback without a guard", [cell, node("readFileAfterClose")], "end job"],
  ["a timer without a guard", [cell, ...timer], "wait"],
  ["an immediate without a guard", [cell, node("run"), node("processImmediate")], "wait"],
];

for (const [what, frames, expected] of cases) {
  test(`${what}: ${expected}`, () => assert.is(treatment(frames), expected));
}

test.run();
