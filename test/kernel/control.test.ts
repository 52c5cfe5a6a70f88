import { totalmem } from "node:os";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { createSubshells } from "../../src/kernel/aside/subshells.js";
import { control } from "../../src/kernel/requests/control.js";
import type { Message } from "../../src/kernel/wire/wire.js";

const test = suite("kernel: control");

/** What a message on the control channel brings about, in order. */
function causedBy(type: string, content: object = {}): unknown[] {
  const caused: unknown[] = [];
  const take = control({
    iopub: {
      publish: ({ type: published, content: told }) => caused.push([published, told]),
      status: (state) => caused.push(state),
      emptied: () => Promise.resolve(),
    },
    info: { status: "ok", implementation: "rederive" },
    subshells: createSubshells((id) => caused.push(["deleted", id])),
    idle: () => caused.push("idle"),
    debug: () => Promise.resolve({}),
    interrupt: () => caused.push("interrupted"),
    shutDown: () => caused.push("shut down"),
  });
  const message = { header: { msg_id: "m", msg_type: type }, content } as unknown as Message;
  take(message, (reply) => caused.push(reply));
  return caused;
}

test("interrupt and kernel_info are answered between busy and idle", () => {
  assert.equal(causedBy("interrupt_request"), ["busy", "interrupted", { status: "ok" }, "idle"]);
  const info = { status: "ok", implementation: "rederive" };
  assert.equal(causedBy("kernel_info_request"), ["busy", info, "idle"]);
});

test("what the kernel uses is told, with what the machine has", () => {
  const [busy, usage, idle] = causedBy("usage_request") as [string, Record<string, any>, string];
  assert.equal([busy, idle, usage.status, usage.pid], ["busy", "idle", "ok", process.pid]);
  assert.ok(usage.kernel_memory > 10 * 2 ** 20 && usage.kernel_memory < totalmem());
  assert.ok(usage.kernel_cpu >= 0 && usage.cpu_count >= 1);
  assert.is(usage.host_virtual_memory.total, totalmem());
});

test("a shutdown is answered, told to all clients, and then done; it says whether a restart follows", () => {
  for (const restart of [true, false]) {
    const ending = { status: "ok", restart };
    assert.equal(causedBy("shutdown_request", { restart }), [
      "busy",
      ending,
      ["shutdown_reply", ending],
      "shut down",
      "idle",
    ]);
  }
});

test("a request that is not known is refused, and what is no request has no reply", () => {
  const [, refused] = causedBy("absent_request") as [string, { status: string; evalue: string }];
  assert.is(refused.status, "error");
  assert.is(refused.evalue, "absent_request is not known to this kernel");
  assert.equal(causedBy("debug_event"), ["busy", "idle"]);
});

test.run();
