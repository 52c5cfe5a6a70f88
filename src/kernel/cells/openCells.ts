import { createSession, Interrupted } from "../../session/index.js";
import { needRoom, noteHeard, takeLateSignal } from "../../session/beside.js";
import { projectOf } from "../../project/index.js";
import { answerer } from "./cells.js";
import type { Line } from "../between/heldLine.js";
import { kernelLanguage } from "../language.js";
import type { FromCells, Request, ToCells } from "../between/messages.js";
import type { Header } from "../wire/wire.js";

/** Characters of output that a cell may give; beyond it the rest is cut with a notice. */
const maxOutput = 64 * 2 ** 20;

/** Opens the session in this process; gives the function that takes what the sockets' process says. */
export function openCells(
  tell: (message: FromCells) => void,
  interruptible: Int32Array,
  hold: (ask: () => void) => Line | undefined,
): (message: ToCells) => void {
  const questions: { answer(line: string): void; refuse(error: Error): void }[] = [];
  const { root, core, found } = projectOf(process.cwd());
  const session = createSession({
    cwd: process.cwd(),
    root,
    core: found ? undefined : core,
    language: kernelLanguage(),
    reproducible: process.env.REDERIVE_REPRODUCIBLE === "1",
    maxOutput,
    interruptible,
    input: (prompt, password) =>
      new Promise((answer, refuse) => {
        needRoom();
        questions.push({ answer, refuse });
        tell({ type: "input", prompt, password, holds: false });
      }),
    inputAtOnce(name, prompt, password) {
      needRoom();
      const line = hold(() => tell({ type: "input", prompt, password, holds: true }));
      if (!line) throw new Interrupted();
      if ("reason" in line) throw new Error(`${name}: ${line.reason}; give the value in the cell`);
      return line.value;
    },
    onKept: (code, names) => tell({ type: "kept", cell: { code, names } }),
    snapshots: {
      hold: (on, snapshot) => tell({ type: "snapshot", on, snapshot }),
      restored: () => tell({ type: "restored" }),
    },
    sendComm(type, content, buffers, metadata) {
      needRoom();
      const publication = { type, parent: parent(), content: { ...content }, buffers, metadata };
      tell({ type: "publish", publication });
    },
  });
  const answer = answerer(session, (publication) => tell({ type: "publish", publication }));
  let running: Header | undefined;
  let isCell = false;
  const parent = () => running ?? {};
  /** Answers a request; what a comm's listener sends at once belongs to the message, even while a cell waits. */
  const take = (request: Request) => {
    const { id, header } = request;
    const outer = isCell ? running : header;
    running = header;
    const answering = answer(request);
    const isOwn = header.msg_type === "execute_request";
    if (isOwn) isCell = true;
    else running = outer;
    void answering.then((content) => {
      if (isOwn) {
        isCell = false;
        questions.length = 0;
      }
      tell(content ? { type: "reply", id, content } : { type: "too early", id });
    });
  };
  tell({ type: "ready" });
  return (message) => {
    switch (message.type) {
      case "request":
        return take(message.request);
      case "line": {
        const question = questions.shift();
        if ("value" in message) return question?.answer(message.value);
        return question?.refuse(new Error(`input: ${message.reason}`));
      }
      case "interrupt":
        noteHeard(interruptible, message.press);
        takeLateSignal();
        session.interrupt();
        return tell({ type: "interrupted" });
      case "inherit":
        return session.inherit(message.inheritance);
      case "close":
        tell({ type: "closing" });
        return void session.close().then(() => tell({ type: "closed" }));
    }
  };
}
