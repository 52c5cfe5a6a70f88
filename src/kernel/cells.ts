import type { ErrorOutput } from "../notebook/index.js";
import type { CellOutput, CommContent, CommType, Session } from "../session/index.js";
import { toPoints, toUnits } from "./cursor.js";
import type { Publication } from "./iopub.js";
import type { Reply, Request } from "./messages.js";
import { page, pageQuestion } from "./page.js";
import { malformed } from "./shell.js";

type Content = Record<string, unknown>;

/** Answers the requests that need the session; what a cell shows goes to `publish` while it runs and after it. */
export function answerer(session: Session, publish: (publication: Publication) => void) {
  const comm = (request: Request) => receive(session, request, publish);
  const answers: Record<string, (request: Request) => Promise<Content> | Content> = {
    execute_request: (request) => execute(session, request, publish),
    complete_request: ({ content }) => complete(session, content),
    inspect_request: ({ content }) => inspect(session, content),
    is_complete_request: async ({ content }) => {
      const code = String(content.code ?? "");
      // A question about a name is no TypeScript, and goes on in no line.
      return pageQuestion(code) ? { status: "complete" } : { ...(await session.isComplete(code)) };
    },
    comm_open: comm,
    comm_msg: comm,
    comm_close: comm,
    comm_info_request: ({ content }) => ({
      status: "ok",
      comms: session.comms.list(content.target_name ? String(content.target_name) : undefined),
    }),
  };
  return async (request: Request): Promise<Content> => {
    const type = request.header.msg_type;
    try {
      return await answers[type](request);
    } catch (error) {
      return malformed(`${type}: ${(error as Error).message}`);
    }
  };
}

/** A comm's message goes to the cell that listens; what fails there is shown where the message came from. */
function receive(
  session: Session,
  { header, content, buffers }: Request,
  publish: (publication: Publication) => void,
): Content {
  try {
    const type = header.msg_type as CommType;
    const onOutput = (output: CellOutput) => publish({ parent: header, ...publication(output) });
    session.comms.receive(type, content as unknown as CommContent, buffers, onOutput);
  } catch (error) {
    const { name = "Error", message = String(error) } = error as Partial<Error>;
    const shown = { ename: name, evalue: message, traceback: [`${name}: ${message}`] };
    publish({ type: "error", parent: header, content: shown });
  }
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

async function complete(session: Session, content: Content): Promise<Reply> {
  const code = String(content.code ?? "");
  const cursor = toUnits(code, Number(content.cursor_pos ?? Infinity));
  const { matches, start, end } = await session.complete(code, cursor);
  const [cursor_start, cursor_end] = [toPoints(code, start), toPoints(code, end)];
  const described = matches.map(({ text, type, signature, documentation }) => ({
    text,
    type,
    start: cursor_start,
    end: cursor_end,
    ...(signature ? { signature } : {}),
    ...(documentation ? { documentation } : {}),
  }));
  return {
    status: "ok",
    matches: matches.map(({ text }) => text),
    cursor_start,
    cursor_end,
    // The name by which JupyterLab and IPython agree on what is known of each match.
    metadata: { _jupyter_types_experimental: described },
  };
}

async function inspect(session: Session, content: Content): Promise<Reply> {
  const code = String(content.code ?? "");
  const cursor = toUnits(code, Number(content.cursor_pos ?? Infinity));
  const data = await session.inspect(code, cursor, content.detail_level === 1 ? 1 : 0);
  return { status: "ok", found: data !== undefined, data: data ?? {}, metadata: {} };
}
