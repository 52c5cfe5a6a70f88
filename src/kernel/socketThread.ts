import { randomUUID } from "node:crypto";
import { type MessagePort, parentPort, Worker, workerData } from "node:worker_threads";
import { endCompiler, interruptQuestion } from "../session/question.js";
import { terminateMainThread } from "../session/terminate.js";
import { readConnection } from "./connection.js";
import { control } from "./control.js";
import { endProcess, endWithParent } from "./endProcess.js";
import { createHistory } from "./history.js";
import { createInterrupter } from "./interrupt.js";
import { iopub as openIopub } from "./iopub.js";
import { kernelInfo } from "./kernelInfo.js";
import { dropLog, log } from "./log.js";
import type { FromCells, SocketsData, ToCells } from "./messages.js";
import { outbox, type Outbox } from "./outbox.js";
import { createShell } from "./shell.js";
import { bindSockets } from "./sockets.js";
import { createStdin } from "./stdin.js";
import { decode, encode, type Message, newHeader, signer } from "./wire.js";

// The sockets' thread: it answers heartbeat and control, and sends what a cell prints, while the cell holds its own.

/** Longest time that the cells' thread may take to close its session, in milliseconds. */
const closing = 500;

/** Time in which the first cells do not have to share the processor with the start of the signals' thread. */
const startTime = 1000;

/** Time for ZeroMQ's own thread to write the last messages, in milliseconds. */
const linger = 30;

async function serve(
  cells: MessagePort,
  { connectionFile, parent, interruptible }: SocketsData,
): Promise<void> {
  const connection = readConnection(connectionFile);
  const sign = signer(connection.scheme, connection.key);
  const session = randomUUID();
  endWithParent(parent);
  const sockets = await bindSockets(connection);
  const boxOf = (socket: Parameters<typeof outbox>[0]) =>
    outbox(socket, ({ message }) => log(message));
  const boxes = {
    shell: boxOf(sockets.shell),
    control: boxOf(sockets.control),
    stdin: boxOf(sockets.stdin),
    hb: boxOf(sockets.hb),
  };
  const toCells = (message: ToCells) => cells.postMessage(message);
  const iopub = openIopub(sockets.iopub, { session, sign, log });
  const answerOn =
    (box: Outbox, type?: string) =>
    (to: Message, content: object): string => {
      const header = newHeader(type ?? to.header.msg_type.replace(/_request$/, "_reply"), session);
      const { identities, header: parent } = to;
      const message = { identities, header, parent, metadata: {}, content: { ...content } };
      box.put(encode({ ...message, buffers: [] }, sign));
      return header.msg_id;
    };

  const info = kernelInfo();
  const history = createHistory();
  const shell = createShell({
    iopub,
    history,
    info,
    log,
    reply: answerOn(boxes.shell),
    ask: (request) => toCells({ type: "request", request }),
  });
  const stdin = createStdin({
    running: shell.running,
    send: answerOn(boxes.stdin, "input_request"),
    answer: toCells,
  });
  const interrupter = createInterrupter({
    tell: () => toCells({ type: "interrupt" }),
    held: () => Atomics.load(interruptible, 0) === 1,
    interruptQuestion: () => interruptQuestion(interruptible),
    endCompiler: () => endCompiler(interruptible),
    signal: () => process.kill(process.pid, "SIGINT"),
    terminate: () => terminateMainThread(),
  });
  const hearSignals = () =>
    new Worker(new URL("./signalThread.js", import.meta.url), {
      workerData: interruptible,
      execArgv: [],
    }).on("message", (message: "there" | "signal") =>
      message === "there" ? toCells({ type: "yield-sigint" }) : interrupter.interrupt(),
    );
  let ready = false;
  let onClosed = () => {};
  const closed = new Promise<void>((done) => (onClosed = done));
  const shutDown = async () => {
    toCells({ type: "close" });
    setTimeout(endProcess, closing);
    await closed;
    await Promise.all([boxes.shell.emptied(), boxes.control.emptied(), iopub.emptied()]);
    setTimeout(endProcess, linger);
  };
  const takeControl = control({
    iopub,
    info,
    interrupt: () => ready && interrupter.interrupt(),
    shutDown: () => void shutDown(),
  });

  cells.on("message", (message: FromCells) => {
    switch (message.type) {
      case "ready":
        ready = true;
        return setTimeout(hearSignals, startTime);
      case "interrupted":
        return interrupter.answered();
      case "publish":
        history.take(message.publication);
        return iopub.publish(message.publication);
      case "reply":
        interrupter.answered();
        stdin.forget();
        return shell.answered(message.content);
      case "input":
        return stdin.ask(message.prompt, message.password);
      case "closed":
        return onClosed();
    }
  });

  const drop = dropLog(log);
  const listen = async (
    socket: AsyncIterable<Uint8Array[]>,
    take: (message: Message) => void,
  ): Promise<void> => {
    for await (const frames of socket) {
      try {
        take(decode(frames, sign));
      } catch (error) {
        drop((error as Error).message);
      }
    }
  };
  const onControl = (box: Outbox) => (message: Message) =>
    takeControl(message, (content) => answerOn(box)(message, content));
  // Clients older than protocol 5.3 have no control channel.
  const isControl = ({ header }: Message) => /^(shutdown|interrupt)_request$/.test(header.msg_type);
  const onShell = onControl(boxes.shell);
  await Promise.all([
    listen(sockets.shell, (message) =>
      isControl(message) ? onShell(message) : shell.receive(message),
    ),
    listen(sockets.control, onControl(boxes.control)),
    listen(sockets.stdin, stdin.receive),
    (async () => {
      for await (const frames of sockets.hb) boxes.hb.put(frames);
    })(),
  ]);
}

if (parentPort) await serve(parentPort, workerData as SocketsData);
