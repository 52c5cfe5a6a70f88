import { randomUUID } from "node:crypto";
import { Dealer, Subscriber } from "zeromq";
import { decode, encode, type Message, newHeader, signer } from "../../kernel/wire/wire.js";
import {
  type Conversation,
  executeContent,
  type Heard,
  type Lost,
  type Reply,
  valueIn,
} from "../messages/conversation.js";
import { within } from "../messages/within.js";
import {
  type InstalledKernel,
  KernelAbsent,
  kernelCommand,
  kernelEnvironment,
} from "../specs/kernelSpecs.js";
import { type ConnectionFile, writeConnectionFile } from "./connectionFile.js";
import { type KeptProcess, startKept } from "./keptProcess.js";

/** Seconds that a kernel may take until it answers. */
const startTime = 60;
/** Milliseconds until it is asked again: what it broadcasts before we are heard as subscribers is lost. */
const askAgain = 300;
/** Seconds that a kernel has to end in order. */
const endTime = 3;

/**
 * Starts a kernel that is installed here, on sockets of the loopback interface, and waits until it answers.
 *
 * @throws KernelAbsent if its program is not there or ends at once
 */
export async function startLocalKernel(
  kernel: InstalledKernel,
  cwd: string,
  env: NodeJS.ProcessEnv,
): Promise<Conversation> {
  try {
    return await startOnce(kernel, cwd, env);
  } catch (error) {
    // Another program took one of its ports before the kernel did.
    if (!/address already in use/i.test((error as Error).message)) throw error;
    return startOnce(kernel, cwd, env);
  }
}

async function startOnce(
  kernel: InstalledKernel,
  cwd: string,
  env: NodeJS.ProcessEnv,
): Promise<Conversation> {
  const file = await writeConnectionFile();
  const command = kernelCommand(kernel, file.path);
  const child = startKept({ command, cwd, env: kernelEnvironment(kernel, env) });
  const talk = speak(kernel, file, child);
  try {
    const info = await Promise.race([talk.ready(), child.lost]);
    if (!("why" in info)) return { ...talk.conversation, languageInfo: info };
    throw new KernelAbsent(`kernel ${kernel.name} ${info.why}`);
  } catch (error) {
    talk.conversation.kill();
    throw error;
  }
}

interface Waiting {
  reply?: Reply;
  idle?: boolean;
  done(reply: Reply): void;
}

type Info = Record<string, unknown>;

function speak(kernel: InstalledKernel, file: ConnectionFile, child: KeptProcess) {
  const session = randomUUID();
  const sign = signer("hmac-sha256", file.key);
  const [shell, control] = [new Dealer({ linger: 0 }), new Dealer({ linger: 0 })];
  const iopub = new Subscriber({ linger: 0, receiveHighWaterMark: 0 });
  shell.connect(file.addressOf("shell"));
  control.connect(file.addressOf("control"));
  iopub.connect(file.addressOf("iopub"));
  iopub.subscribe();

  const waiting = new Map<string, Waiting>();
  const infos = new Set<string>();
  let known: (info: Info) => void = () => undefined;
  let info: Info | undefined;
  let isHeard = false;
  let heard: Heard = () => undefined;

  const settle = (id: string, change: Partial<Waiting>) => {
    const one = waiting.get(id);
    if (!one) return;
    Object.assign(one, change);
    if (!one.reply || !one.idle) return;
    waiting.delete(id);
    one.done(one.reply);
  };
  const onShell = ({ parent, header, content }: Message) => {
    const id = String(parent.msg_id);
    if (header.msg_type === "execute_reply") {
      const status = content.status === "ok" ? "ok" : "error";
      settle(id, { reply: { status, value: valueIn(content) } });
    } else if (header.msg_type === "kernel_info_reply") {
      info = (content.language_info ?? {}) as Info;
      if (isHeard) known(info);
    }
  };
  const onIopub = ({ parent, header, content }: Message) => {
    const id = String(parent.msg_id);
    if (infos.has(id)) {
      isHeard = true;
      if (info) known(info);
    } else if (header.msg_type === "status") {
      if (content.execution_state === "idle") settle(id, { idle: true });
    } else heard(id, header.msg_type, content);
  };
  const listen = async (socket: AsyncIterable<Uint8Array[]>, take: (message: Message) => void) => {
    for await (const frames of socket) {
      try {
        take(decode(frames, sign));
      } catch (error) {
        if ((error as Error).name !== "WireError") throw error; // not from the kernel
      }
    }
  };
  const ignoreClosing = () => undefined;
  void listen(shell, onShell).catch(ignoreClosing);
  void listen(iopub, onIopub).catch(ignoreClosing);
  void listen(control, ignoreClosing).catch(ignoreClosing);

  let sending: Promise<unknown> = Promise.resolve();
  const send = (socket: Dealer, type: string, content: Record<string, unknown>): string => {
    const header = { ...newHeader(type, session), username: "rederive" };
    const frames = encode(
      { identities: [], header, parent: {}, metadata: {}, content, buffers: [] },
      sign,
    );
    // ZeroMQ refuses a second send while one is under way.
    sending = sending.then(() => socket.send(frames)).catch(ignoreClosing);
    return header.msg_id;
  };
  const kill = () => {
    child.kill();
    for (const socket of [shell, control, iopub]) socket.close();
    file.remove();
  };
  const conversation: Omit<Conversation, "languageInfo"> = {
    lost: child.lost.then((lost: Lost) => (file.remove(), lost)),
    hear: (listener) => (heard = listener),
    memory: child.memory,
    kill,
    execute(code, quiet = false, expression?: string) {
      const id = send(shell, "execute_request", executeContent(code, quiet, expression));
      return { id, ended: new Promise((done) => waiting.set(id, { done })) };
    },
    async interrupt() {
      if (kernel.interruptMode === "message") send(control, "interrupt_request", {});
      else child.interrupt();
    },
    async close() {
      send(control, "shutdown_request", { restart: false });
      await within(child.lost, endTime);
      kill();
    },
  };
  const ready = async (): Promise<Info> => {
    const answered = new Promise<Info>((done) => (known = done));
    const ask = () => infos.add(send(shell, "kernel_info_request", {}));
    ask();
    const timer = setInterval(ask, askAgain);
    const found = await within(answered, startTime);
    clearInterval(timer);
    if (found) return found;
    throw new KernelAbsent(`kernel ${kernel.name} did not answer within ${startTime} s`);
  };
  return { conversation, ready };
}
