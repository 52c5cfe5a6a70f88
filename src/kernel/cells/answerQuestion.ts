import type { StandIn } from "../../session/index.js";
import { toPoints, toUnits } from "./cursor.js";
import type { Reply, Request } from "../between/messages.js";
import { pageQuestion } from "./page.js";

type Content = Record<string, unknown>;
type Answering = Pick<StandIn, "complete" | "inspect" | "isComplete">;

/** What frontends ask of a text, by the type of the request. */
export const answerQuestion: Record<
  string,
  (session: Answering, content: Content) => Promise<Content>
> = {
  complete_request: complete,
  inspect_request: inspect,
  async is_complete_request(session, content) {
    const code = String(content.code ?? "");
    // A question about a name is no TypeScript, and goes on in no line.
    return pageQuestion(code) ? { status: "complete" } : { ...(await session.isComplete(code)) };
  },
};

/** Whether a request asks of a text, and of nothing that runs. */
export function isQuestion(request: Pick<Request, "header">): boolean {
  return request.header.msg_type in answerQuestion;
}

async function complete(session: Answering, content: Content): Promise<Reply> {
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

async function inspect(session: Answering, content: Content): Promise<Reply> {
  const code = String(content.code ?? "");
  const cursor = toUnits(code, Number(content.cursor_pos ?? Infinity));
  const data = await session.inspect(code, cursor, content.detail_level === 1 ? 1 : 0);
  return { status: "ok", found: data !== undefined, data: data ?? {}, metadata: {} };
}
