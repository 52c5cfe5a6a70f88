import type { Publication } from "../wire/iopub.js";

/** A cell that was run, as a client asks for it. */
interface Line {
  number: number;
  /** The id of the message that asked for it. */
  asked: string;
  code: string;
  output?: string;
}

export interface History {
  add(number: number, code: string, asked: string): void;
  /** Keeps what a cell gave, from what is broadcast of it. */
  take(publication: Publication): void;
  /** The content of a history_reply. */
  answer(request: Record<string, unknown>): { history: unknown[] };
}

/** The number of this kernel's session; earlier ones are not kept. */
const session = 1;

/** Lines that are kept: more than any notebook has. */
const most = 10_000;

/** What was run, in memory, and the questions of a history_request over it: tail, range and search. */
export function createHistory(): History {
  const lines: Line[] = [];
  const pick = (request: Record<string, unknown>): Line[] => {
    const n = Number(request.n ?? lines.length);
    switch (request.hist_access_type) {
      case "tail":
        return last(lines, n);
      case "range":
        return range(request);
      case "search":
        return last(search(request), n);
      default:
        return [];
    }
  };
  const range = ({ session: asked = 0, start = 0, stop }: Record<string, unknown>) => {
    if (asked !== 0 && asked !== session) return [];
    const end = stop === null || stop === undefined ? Infinity : Number(stop);
    return lines.filter(({ number }) => number >= Number(start) && number < end);
  };
  const search = ({ pattern = "*", unique }: Record<string, unknown>) => {
    const glob = globPattern(String(pattern));
    const found = lines.filter(({ code }) => glob.test(code));
    if (!unique) return found;
    return found.filter(({ code }, i) => !found.slice(i + 1).some((later) => later.code === code));
  };
  return {
    add(number, code, asked) {
      lines.push({ number, code, asked });
      if (lines.length > most) lines.shift();
    },
    take({ type, parent, content }) {
      if (type !== "execute_result") return;
      // Not by its number: a cell that is not stored has the number of the last one that is.
      const line = lines.filter(({ asked }) => asked === parent.msg_id).at(-1);
      const data = content.data as Record<string, unknown>;
      if (line) line.output = String(data["text/plain"] ?? "");
    },
    answer: (request) => ({
      history: pick(request).map(({ number, code, output }) => [
        session,
        number,
        request.output ? [code, output ?? null] : code,
      ]),
    }),
  };
}

function last(lines: Line[], n: number): Line[] {
  return n > 0 ? lines.slice(-n) : [];
}

/** A shell's pattern, as IPython's clients send it: `*` any text, `?` one character. */
function globPattern(pattern: string): RegExp {
  const source = pattern
    .replace(/[.+^${}()|[\]\\]/g, "\\$&")
    .replaceAll("*", "[^]*")
    .replaceAll("?", "[^]");
  return new RegExp(`^${source}$`);
}
