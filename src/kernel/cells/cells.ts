import type { ErrorOutput } from "../../notebook/index.js";
import type { CellOutput, CommContent, CommType, Session } from "../../session/index.js";
import { answerQuestion } from "./answerQuestion.js";
import type { Publication } from "../wire/iopub.js";
import { malformed, type Reply, type Request } from "../between/messages.js";
import { page, pageQuestion } from "./page.js";

type Content = Record<string, unknown>;

/**
 * Answers the requests that need the session; what a cell shows goes to `publish` while it runs and after it. The answer
 * is none if a request has passed the cell that runs and means nothing before that has ended.
 */
export function answerer(session: Session, publish: (publication: Publication) => void) {
  const comm = (request: Request) => receive(session, request, publish);
  const answers: Record<string, (request: Request) => Promise<Content> | Content | undefined> = {
    execute_request: (request) => execute(session, request, publish),
    comm_open: comm,
    comm_msg: comm,
    comm_close: comm,
    comm_info_request: ({ content }) => ({
      status: "ok",
      comms: session.comms.list(content.target_name ? String(content.target_name) : undefined),
    }),
  };
  return async (request: Request): Promise<Content | undefined> => {
    const type = request.header.msg_type;
    try {
      const question = answerQuestion[type];
      return await (question ? question(session, request.content) : answers[type](request));
    } catch (error) {
      return malformed(`${type}: ${(error as Error).message}`);
    }
  };
}

/** A comm's message goes to the cell that listens; what fails there is shown where the message came from. */
function receive(
  session: Session,
  { header, content, buffers, early }: Request,
  publish: (publication: Publication) => void,
): Content | undefined {
  const type = header.msg_type as CommType;
  // The cell that runs, or one behind it, may be the one that is to listen.
  if (early && !session.comms.knows(type, content as unknown as CommContent)) return undefined;
  const onOutput = (output: CellOutput) => publish({ parent: header, ...publication(output) });
  session.comms.receive(type, content as unknown as CommContent, buffers, onOutput);
  return {};
}

async function execute(
  session: Session,
  { header, content, executionCount }: Request,
  publish: (publication: Publication) => void,
): Promise<Reply> {
  const code = String(content.code);
  const silent = content.silent === true;
  const question = pageQuestion(code);
  const reply: Reply = { status: "ok", execution_count: executionCount };
  let payload: object[] = [];
  if (question) payload = await page(session, question);
  else {
    const onOutput = (output: CellOutput) => {
      if (!silent) publish({ parent: header, ...publication(output) });
    };
    const result = await session.execute(code, { executionCount, silent, onOutput });
    if (result.status === "error") {
      const errors = result.outputs.filter(({ output_type }) => output_type === "error");
      const all = errors as ErrorOutput[];
      const error = all.find(({ ename }) => ename === "Interrupted") ?? all[0];
      reply.status = "error";
      const { ename, evalue, traceback } = error ?? unshown;
      Object.assign(reply, { ename, evalue, traceback });
    }
  }
  if (reply.status === "ok") {
    Object.assign(reply, { payload, user_expressions: await expressions(session, content) });
  }
  return reply;
}

const unshown = { ename: "Error", evalue: "the cell failed without an error", traceback: [] };

function publication(output: CellOutput): Pick<Publication, "type" | "content"> {
  const { output_type: type, ...content } = output;
  const withTransient = type === "display_data" ? { transient: {}, ...content } : content;
  return { type, content: withTransient };
}

async function expressions(session: Session, content: Content): Promise<Content> {
  const asked = Object.entries((content.user_expressions ?? {}) as Record<string, unknown>);
  const values: Content = {};
  for (const [name, expression] of asked) {
    const value = await session.evaluate(String(expression));
    const isError = value.output_type === "error";
    values[name] = isError
      ? { ...value, output_type: undefined, status: "error" }
      : { status: "ok", data: value, metadata: {} };
  }
  return values;
}
