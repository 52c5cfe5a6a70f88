import { Worker } from "node:worker_threads";
import { projectOf } from "../../project/index.js";
import { openStandIn } from "../../session/standIn.js";
import { answerQuestion } from "../cells/answerQuestion.js";
import { kernelLanguage } from "../language.js";
import type { KeptCell, Request } from "../between/messages.js";

// The process that answers in the place of a thread that a cell holds: `node standInMain.js PARENT`. The number of the
// process that started it is given, since one that is killed while this one loads is no longer this one's parent.

/** What the sockets' process tells it. */
export type StandInOrder = { type: "keep"; cells: KeptCell[] } | { type: "ask"; request: Request };

/** An answer, or none where asking has failed. */
export interface StandInAnswer {
  id: number;
  content?: Record<string, unknown>;
}

new Worker(new URL("./watch.js", import.meta.url), {
  workerData: Number(process.argv[2]),
  execArgv: [],
}).unref();
const { root, core, found } = projectOf(process.cwd());
const standIn = openStandIn({
  cwd: process.cwd(),
  root,
  core: found ? undefined : core,
  language: kernelLanguage(),
});

process.on("message", (order: StandInOrder) => {
  if (order.type === "keep")
    return order.cells.forEach(({ code, names }) => standIn.keep(code, names));
  const { id, header, content } = order.request;
  const give = (answer: StandInAnswer) => void process.send?.(answer);
  answerQuestion[header.msg_type](standIn, content).then(
    (answer) => give({ id, content: answer }),
    () => give({ id }),
  );
});
process.on("disconnect", () => process.exit());
