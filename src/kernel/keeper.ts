import { Socket } from "node:net";
import { createInterface } from "node:readline";
import { type MessagePort, workerData } from "node:worker_threads";
import { codeEnder, endCompiler, interruptQuestion } from "../session/beside.js";
import { type InspectorRequest, inspectorRelay } from "./between/inspectorRelay.js";
import { endProcess } from "./processes/endProcess.js";
import { files, type KeeperOrder } from "./between/files.js";
import { giveLine, interruptLine, type Line, restLine } from "./between/heldLine.js";

// The keeper: the thread of the cells' process that hears the sockets' process whatever the cells' thread does. It ends
// what holds that thread, and the process when nobody is there any more that could ask it anything.

/** How often a compiler that is asked while a cell is to end is ended, in milliseconds. */
const interval = 250;

export interface KeeperData {
  shared: Int32Array;
  /** Takes what a reader has answered to a cell that holds its thread. */
  lines: MessagePort;
}

function keep({ shared, lines }: KeeperData): void {
  const sockets = new Socket({ fd: files.keeper });
  const ender = codeEnder((obstacle) => sockets.write(`${obstacle}\n`));
  const relay = inspectorRelay((line) => sockets.write(`${line}\n`));
  let timer: NodeJS.Timeout | undefined;
  const end = () => {
    if (!endCompiler(shared)) ender.begin();
    timer = setTimeout(end, interval);
  };
  const orders: Record<KeeperOrder, () => void> = {
    question() {
      interruptQuestion(shared);
      interruptLine(shared);
    },
    end,
    rest() {
      restLine(shared);
      clearTimeout(timer);
      ender.rest();
    },
    debug: relay.open,
    undebug: relay.close,
  };
  const hear = createInterface({ input: sockets });
  hear.on("line", (order) => {
    if (!order.startsWith("{")) return orders[order as KeeperOrder]();
    const said = JSON.parse(order) as Line | InspectorRequest;
    if ("method" in said) relay.post(said);
    else giveLine(shared, lines, said);
  });
  hear.on("error", endProcess); // where Node tells of an error of the pipe
  sockets.on("close", endProcess);
}

keep(workerData as KeeperData);
