import type { Session } from "../session/index.js";

/** A name that the reader asks about, `outputSize?` for instance; two marks ask for more. */
export interface PageQuestion {
  name: string;
  detail: 0 | 1;
}

/** Reads a cell that is a question in IPython's way; no TypeScript ends in a question mark. */
export function pageQuestion(code: string): PageQuestion | undefined {
  const match = /^\s*([\p{ID_Start}$_][\p{ID_Continue}$.]*)(\?{1,2})\s*$/u.exec(code);
  return match ? { name: match[1], detail: match[2].length === 2 ? 1 : 0 } : undefined;
}

/** The answer as the payload of an execute_reply, which a frontend opens beside the notebook. */
export async function page(session: Session, { name, detail }: PageQuestion): Promise<object[]> {
  const data = await session.inspect(name, name.length, detail);
  const shown = data ?? { "text/plain": `${name} is not known here` };
  return [{ source: "page", data: shown, start: 0 }];
}
