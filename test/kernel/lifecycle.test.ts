import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { Request } from "zeromq";
import { childrenOf, isAlive } from "../session/processes.js";
import { slowTypes } from "../session/slowTypes.js";
import { type Client, type Received, startClient } from "./client.js";

const root = resolve(import.meta.dirname, "..", "..");
const linux = existsSync("/proc/self/stat");
let client: Client;

const begun = (from: number) => () =>
  client.heard.slice(from).some(({ content }) => String(content.text).includes("begun"));

/** Runs a cell that does not end, interrupts it once it has begun, and gives its reply. */
async function interrupted(code: string, interrupt: () => void) {
  const from = client.heard.length;
  const running = client.execute(`kept++; console.log("begun"); ${code}`);
  await client.until(begun(from));
  interrupt();
  return (await running).reply;
}

const byMessage = () => void client.send("control", "interrupt_request");
const bySignal = () => void process.kill(client.kernel.pid as number, "SIGINT");

const interrupts = suite("kernel: interrupts");
interrupts.before(async () => {
  client = await startClient();
  await client.execute("let kept = 0;");
  assert.is((await interrupted("while (true);", bySignal)).ename, "Interrupted", "at once");
});
interrupts.after(() => client.stop());

const endless: [string, string][] = [
  ["a loop", "while (true);"],
  ["a wait", "await new Promise(() => {});"],
  ["a loop after a wait", "await null; while (true);"],
  [
    "a loop in a function that waited",
    "const f = async () => { await null; while (true); }; await f();",
  ],
];
for (const [i, [what, code]] of endless.entries()) {
  interrupts(`${what} is ended by a message and keeps what it has done`, async () => {
    const before = Number((await client.execute("kept")).outputs[2].content.data["text/plain"]);
    const { status, ename } = await interrupted(code, byMessage);
    assert.equal([status, ename], ["error", "Interrupted"]);
    const after = await client.execute("kept");
    assert.is(after.outputs[2].content.data["text/plain"], String(before + 1), `case ${i}`);
  });
  interrupts(`${what} is ended by a signal`, async () => {
    assert.is((await interrupted(code, bySignal)).ename, "Interrupted");
    assert.is((await client.execute("1")).reply.status, "ok");
  });
}

const checks: [what: string, ask: () => Promise<{ reply: any }>, error: [string, string]][] = [
  [
    "the check of a cell",
    () => client.execute(slowTypes),
    ["Interrupted", "the cell was interrupted"],
  ],
  [
    "a completion",
    () => client.request("complete_request", { code: `${slowTypes}.` }),
    ["RequestError", "complete_request: interrupted"],
  ],
  [
    "an inspection",
    () => client.request("inspect_request", { code: slowTypes, cursor_pos: slowTypes.length }),
    ["RequestError", "inspect_request: interrupted"],
  ],
];
for (const [what, ask, error] of checks) {
  for (const [how, interrupt] of [
    ["a message", byMessage],
    ["a signal", bySignal],
  ] as const) {
    interrupts(`${what} that would take minutes is ended by ${how}, and all is kept`, async () => {
      await client.execute("const before: number = 7;");
      const asked = ask();
      await new Promise((resume) => setTimeout(resume, 700));
      interrupt();
      const { status, ename, evalue } = (await asked).reply;
      assert.equal([status, ename, evalue], ["error", ...error]);
      const { outputs } = await client.execute("before");
      assert.is(outputs[2].content.data["text/plain"], "7");
      const wrong = await client.execute("const text: string = before;");
      assert.match(wrong.reply.evalue, /Type 'number' is not assignable to type 'string'/);
      if (!linux) return;
      const [cells] = childrenOf(client.kernel.pid as number, "cellsMain");
      assert.is(childrenOf(cells, "--api").length, 1);
    });
  }
}

interrupts("a package that listens to SIGINT does not take it from the kernel", async () => {
  await client.execute('let told = 0; process.once("SIGINT", () => void told++);');
  for (const interrupt of [bySignal, byMessage, bySignal]) {
    assert.is((await interrupted("while (true);", interrupt)).ename, "Interrupted");
  }
  assert.is((await client.execute("told")).outputs[2].content.data["text/plain"], "0");
});

interrupts("an interrupt while nothing runs is answered and does nothing", async () => {
  const { reply } = await client.request("interrupt_request", {}, "control");
  assert.equal(reply, { status: "ok" });
  bySignal();
  // It is heard elsewhere than a request, but not after what is asked once this is answered.
  await client.request("kernel_info_request", {}, "control");
  assert.is((await client.execute("1 + 1")).reply.status, "ok");
});

interrupts("an interrupt aborts the cells that wait behind", async () => {
  const from = client.heard.length;
  const first = client.execute('console.log("begun"); while (true);');
  const second = client.execute("1");
  await client.until(begun(from));
  byMessage();
  assert.is((await first).reply.ename, "Interrupted");
  assert.is((await second).reply.status, "aborted");
});

interrupts("process.exit ends the cell with an error, and not the kernel", async () => {
  const { reply } = await client.execute("process.exit(3);");
  assert.is(reply.status, "error");
  assert.is((await client.execute("1")).reply.status, "ok");
});
interrupts.run();

const comms = suite("kernel: comms");
comms.before(async () => {
  client = await startClient();
});
comms.after(() => client.stop());

const sent = (type: string) => client.heard.filter((message: Received) => message.type === type);

comms("a cell answers a comm that a client opens", async () => {
  await client.execute(
    'jupyter.comms.register("echo", (comm) => comm.onMessage((data) => comm.send({ got: data.n as number })));',
  );
  client.send("shell", "comm_open", { comm_id: "c1", target_name: "echo", data: {} });
  client.send("shell", "comm_msg", { comm_id: "c1", data: { n: 7 } });
  await client.until(() => sent("comm_msg").length > 0);
  assert.equal(sent("comm_msg")[0].content, { comm_id: "c1", data: { got: 7 } });
  const { reply } = await client.request("comm_info_request", { target_name: "echo" });
  assert.equal(reply, { status: "ok", comms: { c1: { target_name: "echo" } } });
});

comms("a target that nobody has registered is closed again", async () => {
  client.send("shell", "comm_open", { comm_id: "c2", target_name: "nobody", data: {} });
  await client.until(() => sent("comm_close").length > 0);
  assert.is(sent("comm_close")[0].content.comm_id, "c2");
});

comms("what a comm's listener throws is shown where its message came from", async () => {
  await client.execute(
    'jupyter.comms.register("bad", (comm) => comm.onMessage(() => { throw new Error("planted"); }));',
  );
  client.send("shell", "comm_open", { comm_id: "c3", target_name: "bad", data: {} });
  const id = client.send("shell", "comm_msg", { comm_id: "c3", data: {} });
  await client.until(() => sent("error").some(({ parent }) => parent.msg_id === id));
  assert.is((await client.execute("1")).reply.status, "ok");
});

comms("a cell opens a comm and closes it", async () => {
  await client.execute('const comm = jupyter.comms.open("slider", { value: 1 }); comm.close();');
  assert.equal(sent("comm_open")[0].content.data, { value: 1 });
  assert.is(sent("comm_close").at(-1)?.content.comm_id, sent("comm_open")[0].content.comm_id);
});
comms.run();

const endings = suite("kernel: endings");

/** The processes that a kernel has started, its compiler among them. */
function below(pid: number): number[] {
  const text = readFileSync(`/proc/${pid}/task/${pid}/children`, "utf8").trim();
  return text
    ? text
        .split(" ")
        .map(Number)
        .flatMap((child) => [child, ...below(child)])
    : [];
}

async function allGone(pids: number[]) {
  for (let tries = 0; tries < 100 && pids.some(isAlive); tries++) {
    await new Promise((resume) => setTimeout(resume, 50));
  }
  assert.equal(pids.filter(isAlive), []);
}

const isInput = ({ type }: Received) => type === "execute_input";

const slow = "const { spawn } = await import('node:child_process'); spawn('sleep', ['300']).pid";

endings(
  "a shutdown is answered, and nothing is left of the kernel and of what its cells started",
  async () => {
    client = await startClient();
    try {
      await client.execute(slow);
      const pids = linux ? below(client.kernel.pid as number) : [];
      assert.ok(!linux || pids.length >= 2, `${pids.length} processes below the kernel`);
      const began = Date.now();
      client.send("control", "shutdown_request", { restart: true });
      await client.exited;
      assert.ok(Date.now() - began < 3000);
      const told = client.heard.find(({ type }) => type === "shutdown_reply");
      assert.equal(told?.content, { status: "ok", restart: true });
      await allGone(pids);
    } finally {
      await client.stop();
    }
  },
);

endings("a shutdown ends a kernel whose cell loops", async () => {
  client = await startClient();
  try {
    const from = client.heard.length;
    void client.execute('console.log("begun"); while (true);').catch(() => {});
    await client.until(begun(from));
    client.send("control", "shutdown_request", { restart: false });
    await client.exited;
  } finally {
    await client.stop();
  }
});

for (const ending of ["a shutdown", "SIGKILL"]) {
  endings(`${ending} leaves no compiler that checks a type for minutes`, async () => {
    if (!linux) return;
    client = await startClient();
    try {
      await client.execute("1");
      const from = client.heard.length;
      void client.execute(slowTypes).catch(() => {});
      await client.until(() => client.heard.slice(from).some(isInput));
      await new Promise((resume) => setTimeout(resume, 300));
      const pids = below(client.kernel.pid as number);
      assert.ok(pids.length >= 1, "the compiler has not started");
      if (ending === "SIGKILL") client.kernel.kill("SIGKILL");
      else client.send("control", "shutdown_request", { restart: true });
      await client.exited;
      await allGone(pids);
    } finally {
      await client.stop();
    }
  });
}

endings("the heartbeat is answered while a cell loops", async () => {
  client = await startClient();
  try {
    const from = client.heard.length;
    void client.execute('console.log("begun"); while (true);').catch(() => {});
    await client.until(begun(from));
    const heart = new Request({ receiveTimeout: 5000, linger: 0 });
    heart.connect(`tcp://127.0.0.1:${client.ports.hb}`);
    await heart.send("ping");
    assert.is(String(await heart.receive()), "ping");
    heart.close();
  } finally {
    await client.stop();
  }
});

endings("a kernel whose parent is killed ends, with its compiler, even in a loop", async () => {
  if (!linux) return;
  const folder = mkdtempSync(join(tmpdir(), "rederive-parent-"));
  const file = join(folder, "connection.json");
  const ports = {
    shell_port: 45101,
    control_port: 45102,
    iopub_port: 45103,
    stdin_port: 45104,
    hb_port: 45105,
  };
  writeFileSync(file, JSON.stringify({ ...ports, transport: "tcp", ip: "127.0.0.1", key: "" }));
  const main = join(root, "dist", "kernel", "main.js");
  const start = `
    const { spawn } = require("node:child_process");
    const args = ["--experimental-vm-modules", ${JSON.stringify(main)}, ${JSON.stringify(file)}];
    console.log(spawn(process.execPath, args, { detached: true, stdio: "ignore" }).pid);
    setInterval(() => {}, 1000);`;
  const parent = spawn(process.execPath, ["-e", start], { stdio: ["ignore", "pipe", "inherit"] });
  try {
    const kernel = Number(await new Promise((done) => parent.stdout.once("data", done)));
    for (let tries = 0; tries < 100 && !below(kernel).length; tries++) {
      await new Promise((resume) => setTimeout(resume, 50));
    }
    const pids = [kernel, ...below(kernel)];
    assert.ok(pids.length >= 2, "the compiler has not started");
    parent.kill("SIGKILL");
    await allGone(pids);
  } finally {
    parent.kill("SIGKILL");
    rmSync(folder, { recursive: true, force: true });
  }
});

for (const [what, file, message] of [
  ["that is not there", undefined, /ENOENT/],
  ["for all the world", { ip: "0.0.0.0" }, /ip must be one of the loopback's.*got "0\.0\.0\.0"/],
] as const) {
  endings(`a connection file ${what} ends the kernel with a sentence`, async () => {
    const folder = mkdtempSync(join(tmpdir(), "rederive-connection-"));
    const path = join(folder, "connection.json");
    if (file) writeFileSync(path, JSON.stringify(file));
    const main = join(root, "dist", "kernel", "main.js");
    const child = spawn(process.execPath, ["--experimental-vm-modules", main, path]);
    let said = "";
    child.stderr.on("data", (text) => (said += text));
    const code = await new Promise((done) => child.on("close", done));
    rmSync(folder, { recursive: true, force: true });
    assert.is(code, 2);
    assert.match(said, message);
  });
}
endings.run();
