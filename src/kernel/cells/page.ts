import type { Session } from "../../session/index.js";

/** A name that the reader asks about, `outputSize?` or `?outputSize` for instance; two marks ask for more. */
export interface PageQuestion {
  name: string;
  detail: 0 | 1;
}

const name = "([\\p{ID_Start}$_][\\p{ID_Continue}$.]*)";
const behind = new RegExp(`^\\s*${name}(\\?{1,2})\\s*;?\\s*$`, "u");
const before = new RegExp(`^\\s*(\\?{1,2})\\s*${name}\\s*;?\\s*$`, "u");

/** Reads a cell that is a question in IPython's way; no TypeScript begins or ends in a question mark. */
export function pageQuestion(code: string): PageQuestion | undefined {
  const [, asked, marks] = behind.exec(code) ?? [];
  if (asked) return { name: asked, detail: marks.length === 2 ? 1 : 0 };
  const [, first, named] = before.exec(code) ?? [];
  return named ? { name: named, detail: first.length === 2 ? 1 : 0 } : undefined;
}

/** The answer as the payload of an execute_reply, which a frontend opens beside the notebook. */
export async function page(session: Session, { name, detail }: PageQuestion): Promise<object[]> {
  const data = await session.inspect(name, name.length, detail);
  const shown = data ?? { "text/plain": `${name} is not known here` };
  return [{ source: "page", data: shown, start: 0 }];
}
