import { randomUUID } from "node:crypto";
import { writeSync } from "node:fs";
import { parentPort, workerData } from "node:worker_threads";
import { Router, XPublisher } from "zeromq";
import { readConnection } from "./connection.js";
import { endProcess, endWithParent } from "./endProcess.js";
import { createHistory } from "./history.js";
import { iopub as openIopub } from "./iopub.js";
import { kernelInfo } from "./kernelInfo.js";
import type { FromCells, Reply, SocketsData, ToCells } from "./messages.js";
import { outbox, type Outbox } from "./outbox.js";
import { createShell } from "./shell.js";
import { createStdin } from "./stdin.js";
import { decode, encode, type Message, newHeader, signer } from "./wire.js";

// The sockets' thread: it answers heartbeat and control, and sends what a cell prints, while the cell holds its own.

/** Largest frame that is taken, in bytes; a stranger on the machine could otherwise fill its memory. */
const maxMessageSize = 256 * 2 ** 20;

/** Longest time that the cells' thread may take to close its session, in milliseconds. */
const closing = 500;

/** Time for ZeroMQ's own thread to write the last messages, in milliseconds. */
const linger = 30;

async function serve({ connectionFile, parent }: SocketsData): Promise<void> {
  const cells = parentPort as NonNullable<typeof parentPort>;
  const toCells = (message: ToCells) => cells.postMessage(message);
  const { addresses, scheme, key } = readConnection(connectionFile);
  const session = randomUUID();
  const sign = signer(scheme, key);
  endWithParent(parent);

  // No message is lost because a client is slow; a cell's output has its own limit.
  const options = { maxMessageSize, sendHighWaterMark: 0, receiveHighWaterMark: 0 };
  const [shell, control, stdin, hb] = Array.from({ length: 4 }, () => new Router(options));
  const publisher = new XPublisher({ sendHighWaterMark: 0, verbosity: "allSubs" });
  await Promise.all([
    shell.bind(addresses.shell),
    control.bind(addresses.control),
    stdin.bind(addresses.stdin),
    hb.bind(addresses.hb),
    publisher.bind(addresses.iopub),
  ]);

  const iopub = openIopub(publisher, { session, sign, log });
  const [shellBox, controlBox, stdinBox, hbBox] = [shell, control, stdin, hb].map((socket) =>
    outbox(socket, ({ message }) => log(message)),
  );
  const reply = (box: Outbox, to: Message, content: Record<string, unknown>, type?: string) =>
    box.put(
      encode(
        {
          identities: to.identities,
          header: newHeader(type ?? to.header.msg_type.replace(/_request$/, "_reply"), session),
          parent: to.header,
          metadata: {},
          content,
          buffers: [],
        },
        sign,
      ),
    );

  const history = createHistory();
  const info = kernelInfo();
  const questions = createStdin({
    running: () => requests.running(),
    send: (to, content) => reply(stdinBox, to, content, "input_request"),
    answer: toCells,
  });
  const requests = createShell({
    iopub,
    history,
    info,
    log,
    reply: (message, content) => reply(shellBox, message, content),
    ask: (request) => toCells({ type: "request", request }),
  });

  const shutDown = async (message: Message, box: Outbox) => {
    const content = { status: "ok", restart: message.content.restart === true };
    reply(box, message, content);
    iopub.publish({ type: "shutdown_reply", parent: message.header, content });
    iopub.status("idle", message.header);
    toCells({ type: "close" });
    setTimeout(endProcess, closing);
    await Promise.all([box.emptied(), iopub.emptied(), closed]);
    setTimeout(endProcess, linger);
  };
  const onControl = (message: Message, box = controlBox) => {
    iopub.status("busy", message.header);
    const type = message.header.msg_type;
    if (type === "shutdown_request") return void shutDown(message, box);
    if (type === "interrupt_request" && requests.running()) process.kill(process.pid, "SIGINT");
    reply(box, message, controlReply(type, info));
    iopub.status("idle", message.header);
  };

  let onClosed = () => {};
  const closed = new Promise<void>((done) => (onClosed = done));
  cells.on("message", (message: FromCells) => {
    switch (message.type) {
      case "publish": {
        const { type, content } = message.publication;
        if (type === "execute_result") {
          const data = content.data as Record<string, unknown>;
          history.result(content.execution_count as number, String(data["text/plain"] ?? ""));
        }
        return iopub.publish(message.publication);
      }
      case "reply":
        questions.forget();
        return requests.answered(message.content);
      case "input":
        return questions.ask(message.prompt, message.password);
      case "closed":
        return onClosed();
    }
  });

  const listen = async (socket: Router, take: (message: Message) => void) => {
    for await (const frames of socket) {
      try {
        take(decode(frames, sign));
      } catch (error) {
        drop(error as Error);
      }
    }
  };
  const beat = async () => {
    for await (const frames of hb) hbBox.put(frames);
  };
  await Promise.all([
    listen(shell, (message) =>
      // Clients older than protocol 5.3 have no control channel.
      /^(shutdown|interrupt)_request$/.test(message.header.msg_type)
        ? onControl(message, shellBox)
        : requests.receive(message),
    ),
    listen(control, onControl),
    listen(stdin, questions.receive),
    beat(),
  ]);
}

function controlReply(type: string, info: Reply): Record<string, unknown> {
  if (type === "interrupt_request") return { status: "ok" };
  if (type === "kernel_info_request") return info;
  const evalue = `${type} is not known to this kernel`;
  return { status: "error", ename: "RequestError", evalue, traceback: [evalue] };
}

/** The cells' thread has the streams of `process`, and a loop may hold it. */
function log(text: string): void {
  writeSync(2, `rederive kernel: ${text}\n`);
}

let dropped = 0;

/** Says that a message was dropped; ever more seldom, so that a flood of them does not fill a disk. */
function drop({ message }: Error): void {
  dropped++;
  if ((dropped & (dropped - 1)) === 0) log(`dropped a message (number ${dropped}): ${message}`);
}

await serve(workerData as SocketsData);
