import type { Debugger } from "node:inspector";
import type { CellFiles } from "./code/cellFiles.js";
import type { Inspector } from "./inspect/inspector.js";
import type { Code, Scripts } from "./code/scripts.js";
import type { View } from "./inspect/view.js";

/** A breakpoint that a client asks for; its line is counted from 1. */
export interface Wanted {
  line: number;
  condition?: string;
}

/** A breakpoint as the client is answered. */
export interface Breakpoint {
  id: number;
  verified: boolean;
  line: number;
  source: { path: string };
  message?: string;
}

/** The breakpoints in cells and files, also in those that have not run yet. */
export interface Breakpoints {
  /** Sets those of a cell or a file, in place of those that it had. */
  set(path: string, wanted: Wanted[]): Promise<Breakpoint[]>;
  /** Sets those of code that is about to run; gives them with their places. */
  bind(code: Code): Promise<Breakpoint[]>;
  /** Those that the client has, by path. */
  list(): { source: string; breakpoints: { line: number }[] }[];
  /** Which of the client's were hit, by the inspector's ids. */
  hit(ids: string[]): number[];
  /** Sets all anew, in a process that knows nothing of them. */
  restore(): Promise<void>;
}

/** What a client has set, by path; it outlives the process of the cells. */
export type KeptBreakpoints = Map<string, Kept[]>;

interface Kept extends Breakpoint {
  /** The line that was asked for; the other one is that of the next code. */
  asked: number;
  condition?: string;
  /** What the inspector calls it, by the address of each code that it stands in. */
  ids: Map<string, string>;
}

const unset = "it is set when this code is loaded; its line may move to the next one that runs";

export function breakpoints(
  { post }: Pick<Inspector, "post">,
  view: View,
  scripts: Scripts,
  cells: CellFiles,
  kept: KeptBreakpoints,
): Breakpoints {
  let last = Math.max(0, ...[...kept.values()].flat().map(({ id }) => id));

  const remove = (breakpointId: string | undefined) =>
    breakpointId && post<void>("Debugger.removeBreakpoint", { breakpointId });

  const place = async (one: Kept, { url, begin }: Code) => {
    const { condition, source, asked } = one;
    const beginning = begin(source.path, asked - 1);
    if (!beginning) return;
    const { line: lineNumber, column: columnNumber } = beginning.place;
    try {
      const set = await post<Debugger.SetBreakpointByUrlReturnType>("Debugger.setBreakpointByUrl", {
        ...{ url, lineNumber, columnNumber, condition },
      });
      one.ids.set(url, set.breakpointId);
      const [at] = set.locations;
      const { lineNumber: line, columnNumber: column = 0 } = at ?? {};
      const shown = at && (await scripts.source(at.scriptId, { line: line ?? 0, column }));
      one.line = (shown?.line ?? beginning.line) + 1;
    } catch (error) {
      // Two lines that lead to one place: the first stands for both.
      if (!/already exists/.test((error as Error).message)) throw error;
      one.line = beginning.line + 1;
    }
    one.verified = true;
    delete one.message;
  };

  const placeAll = async (all: Kept[]) => {
    for (const one of all) {
      for (const code of await scripts.madeFrom(one.source.path)) await place(one, code);
    }
  };

  const awaitAll = () =>
    view.call(
      "await",
      [...kept].flatMap(([path, all]) => (all.length ? [cells.hashIn(path) ?? path] : [])),
    );

  const answer = ({ id, verified, line, source, message }: Kept): Breakpoint => ({
    id,
    verified,
    line,
    source,
    ...(message ? { message } : {}),
  });

  return {
    async set(path, wanted) {
      const before = kept.get(path) ?? [];
      const all = wanted.map(({ line, condition }): Kept => {
        const asked = { id: ++last, asked: line, line, condition, source: { path } };
        return { ...asked, verified: false, message: unset, ids: new Map() };
      });
      kept.set(path, all);
      for (const id of before.flatMap(({ ids }) => [...ids.values()])) await remove(id);
      await awaitAll();
      await placeAll(all);
      return all.map(answer);
    },
    async bind(code) {
      const all = kept.get(code.path) ?? [];
      for (const one of all) {
        await remove(one.ids.get(code.url)); // of the file as it was before
        await place(one, code);
      }
      return all.map(answer);
    },
    list: () =>
      [...kept]
        .filter(([, all]) => all.length)
        .map(([source, all]) => ({ source, breakpoints: all.map(({ line }) => ({ line })) })),
    hit: (ids) =>
      [...kept.values()]
        .flat()
        .filter((one) => [...one.ids.values()].some((id) => ids.includes(id)))
        .map(({ id }) => id),
    async restore() {
      const all = [...kept.values()].flat();
      for (const one of all) one.ids.clear();
      await awaitAll();
      await placeAll(all);
    },
  };
}
