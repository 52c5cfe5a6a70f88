import { type ChildProcess, spawn } from "node:child_process";
import { createHmac, randomUUID } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { Dealer, Subscriber } from "zeromq";
import { kernelSpec } from "../../src/kernel/install/kernelSpec.js";
import { freePort } from "./freePort.js";

// A client of its own: it shares no code of the wire protocol with the kernel.

export interface Received {
  type: string;
  header: { msg_id: string };
  parent: { msg_id?: string };
  metadata: any;
  content: any;
  version: string;
}

export interface Answered {
  reply: any;
  /** What was broadcast about the request, from busy to idle. */
  outputs: Received[];
}

export interface Client {
  kernel: ChildProcess;
  ports: Record<string, number>;
  key: string;
  /** Holds the connection file. */
  folder: string;
  /** What the kernel wrote to its own stderr. */
  log(): string;
  /** All that was broadcast so far. */
  heard: Received[];
  /** Sends a message, of which `parent` is the parent header; gives its id. */
  send(
    channel: "shell" | "control" | "stdin",
    type: string,
    content?: object,
    parent?: object,
    header?: object,
  ): string;
  /** @param header what its header holds besides what every header does */
  request(
    type: string,
    content?: object,
    channel?: "shell" | "control",
    header?: object,
  ): Promise<Answered>;
  execute(code: string, more?: object): Promise<Answered>;
  /** Called with each input_request. */
  onInput(answer: (content: any, header: Received["header"]) => void): void;
  until(isThere: () => boolean, seconds?: number): Promise<void>;
  exited: Promise<number | string>;
  /** @param keep leaves the connection file for a client that comes after */
  stop(keep?: boolean): Promise<void>;
}

const root = resolve(import.meta.dirname, "..", "..");
const separator = "<IDS|MSG>";

export function frames(
  type: string,
  content: object,
  key: string,
  id = randomUUID(),
  parent = {},
  more = {},
): Buffer[] {
  const date = new Date().toISOString();
  const header = {
    ...more,
    msg_id: id,
    msg_type: type,
    session: "test",
    username: "t",
    date,
    version: "5.5",
  };
  const parts = [header, parent, {}, content].map((part) => Buffer.from(JSON.stringify(part)));
  const hmac = createHmac("sha256", key);
  for (const part of parts) hmac.update(part);
  return [Buffer.from(separator), Buffer.from(hmac.digest("hex")), ...parts];
}

function read(message: Buffer[]): Received {
  const at = message.findIndex((frame) => frame.toString() === separator);
  const [header, parent, metadata, content] = message
    .slice(at + 2, at + 6)
    .map((frame) => JSON.parse(frame.toString()));
  return { type: header.msg_type, header, parent, metadata, content, version: header.version };
}

/**
 * Starts a kernel as Jupyter would, and a client that listens before it asks.
 *
 * @param after one that has stopped and left its connection file, which stays over a restart
 */
export async function startClient({
  cwd = join(root, "notebooks"),
  env = {},
  after,
}: { cwd?: string; env?: Record<string, string>; after?: Client } = {}): Promise<Client> {
  const folder = after?.folder ?? mkdtempSync(join(tmpdir(), "rederive-kernel-"));
  const key = after?.key ?? randomUUID();
  const names = ["shell", "control", "iopub", "stdin", "hb"];
  const free = async (name: string) => [name, await freePort()] as const;
  const ports = after?.ports ?? Object.fromEntries(await Promise.all(names.map(free)));
  const file = join(folder, "connection.json");
  const settings = names.map((name) => [`${name}_port`, ports[name]]);
  const rest = { transport: "tcp", ip: "127.0.0.1", signature_scheme: "hmac-sha256", key };
  writeFileSync(file, JSON.stringify({ ...Object.fromEntries(settings), ...rest }));
  const main = join(root, "dist", "kernel", "main.js");
  const start = join(root, "dist", "kernel", "install", "start", "start.mjs");
  const [node, ...args] = kernelSpec("rederive", { node: process.execPath, start, main }).argv;
  const kernel = spawn(
    node,
    args.map((arg) => arg.replace("{connection_file}", file)),
    {
      cwd,
      env: { ...process.env, ...env },
      detached: true,
      stdio: ["ignore", "ignore", "pipe"],
    },
  );
  let log = "";
  kernel.stderr?.on("data", (text) => (log += text));
  const exited = new Promise<number | string>((done) =>
    kernel.on("exit", (code, signal) => done(code ?? signal ?? "")),
  );
  const socketOf = (name: string) => {
    const socket = new Dealer({ routingId: "test", sendHighWaterMark: 0, linger: 0 });
    socket.connect(`tcp://127.0.0.1:${ports[name]}`);
    return socket;
  };
  const sockets = {
    shell: socketOf("shell"),
    control: socketOf("control"),
    stdin: socketOf("stdin"),
  };
  const subscriber = new Subscriber({ receiveHighWaterMark: 0, linger: 0 });
  subscriber.connect(`tcp://127.0.0.1:${ports.iopub}`);
  subscriber.subscribe();

  const heard: Received[] = [];
  const replies = new Map<string, any>();
  let listeners: (() => void)[] = [];
  const timers = new Set<NodeJS.Timeout>();
  const notify = () => listeners.forEach((listener) => listener());
  let answerInput: Parameters<Client["onInput"]>[0] = () => {};
  const listen = async (socket: AsyncIterable<Buffer[]>, take: (message: Received) => void) => {
    for await (const message of socket) {
      take(read(message));
      notify();
    }
  };
  const keepReply = ({ parent, content }: Received) => replies.set(parent.msg_id ?? "", content);
  const loops = [
    listen(subscriber, (message) => heard.push(message)),
    listen(sockets.shell, keepReply),
    listen(sockets.control, keepReply),
    listen(sockets.stdin, ({ content, header }) => answerInput(content, header)),
  ];
  const until = (isThere: () => boolean, seconds = 30) =>
    new Promise<void>((done, refuse) => {
      const check = () => {
        if (!isThere()) return;
        forget();
        done();
      };
      const timer = setTimeout(() => {
        forget();
        refuse(new Error(`nothing came within ${seconds} s; the kernel said: ${log}`));
      }, seconds * 1000);
      const forget = () => {
        clearTimeout(timer);
        timers.delete(timer);
        listeners = listeners.filter((one) => one !== check);
      };
      timers.add(timer);
      listeners.push(check);
      check();
    });
  const sending: Record<string, Promise<void>> = {};
  const send: Client["send"] = (channel, type, content = {}, parent = {}, header = {}) => {
    const id = randomUUID();
    const message = frames(type, content, key, id, parent, header);
    sending[channel] = (sending[channel] ?? Promise.resolve()).then(() =>
      sockets[channel].send(message),
    );
    return id;
  };
  const request: Client["request"] = async (type, content = {}, channel = "shell", header = {}) => {
    const from = heard.length;
    const id = send(channel, type, content, {}, header);
    const about = () => heard.slice(from).filter(({ parent }) => parent.msg_id === id);
    const isIdle = ({ type: one, content: { execution_state } }: Received) =>
      one === "status" && execution_state === "idle";
    await until(() => replies.has(id) && about().some(isIdle));
    return { reply: replies.get(id), outputs: about() };
  };
  const client: Client = {
    kernel,
    ports,
    key,
    folder,
    heard,
    exited,
    until,
    send,
    request,
    log: () => log,
    execute: (code, more = {}) => request("execute_request", { code, ...more }),
    onInput: (answer) => (answerInput = answer),
    async stop(keep = false) {
      try {
        process.kill(-(kernel.pid as number), "SIGKILL");
      } catch {
        // It has ended.
      }
      await exited;
      timers.forEach(clearTimeout); // an answer that a test does not wait for would keep its process
      for (const socket of [...Object.values(sockets), subscriber]) socket.close();
      await Promise.allSettled(loops);
      if (!keep) rmSync(folder, { recursive: true, force: true });
    },
  };
  try {
    await until(() => heard.some(({ type }) => type === "iopub_welcome"));
  } catch (error) {
    await client.stop(); // its sockets would keep the process of the test for ever
    throw error;
  }
  return client;
}

/** The resident memory of a kernel and of all below it, in MiB. */
export function residentOf(pid: number): number {
  const own = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1] ?? 0;
  const below = readFileSync(`/proc/${pid}/task/${pid}/children`, "utf8").trim();
  const children = below ? below.split(" ").map(Number) : [];
  return Number(own) / 1024 + children.reduce((sum, child) => sum + residentOf(child), 0);
}
