import type { Debugger } from "node:inspector";
import { guardName } from "../../session/beside.js";
import type { Scripts } from "./code/scripts.js";
import { isReaders } from "./code/skipped.js";

/** The kinds of exceptions at which a client may ask to stop. */
export const exceptionFilters = [
  { filter: "all", label: "All exceptions", default: false },
  { filter: "uncaught", label: "Exceptions that no code of yours catches", default: false },
];

/** Where code is: what frames of the stack and of what awaits it have in common. */
type Site = Pick<Debugger.CallFrame, "functionName" | "url"> & {
  scriptId: string;
  line: number;
  column: number;
};

/**
 * Whether code of the reader's catches what has been thrown. V8 says only whether anything does, and what runs the cells
 * catches all.
 */
export async function isCaught(
  { callFrames, asyncStackTrace, data }: Debugger.PausedEventDataType,
  scripts: Scripts,
): Promise<boolean> {
  let sites: Site[] = callFrames.map(({ functionName, url, location }) => ({
    functionName,
    url,
    scriptId: location.scriptId,
    line: location.lineNumber,
    column: location.columnNumber ?? 0,
  }));
  const isSaid = (data as { uncaught?: boolean } | undefined)?.uncaught !== true;
  let givesPromise = false;
  for (let around = asyncStackTrace; ; around = around.parent) {
    const last = sites.map(isReaders).lastIndexOf(true);
    for (const [i, site] of sites.entries()) {
      if (!isReaders(site)) continue;
      const { spans, offset } = await scripts.spans(site.scriptId);
      const at = offset(site);
      const within = spans.filter(({ start, end }) => start <= at && at < end);
      const inner = within.filter(({ kind }) => kind.endsWith("function")).at(-1);
      const catches = within.filter(({ kind, start }) => {
        const may = kind === "caught" || (kind === "listened" && givesPromise);
        return may && start >= (inner?.start ?? 0);
      });
      if (catches.length) return true;
      givesPromise = inner?.kind === "async function";
      if (i !== last) continue;
      const isCell = site.url.startsWith("cell:") && (inner?.start ?? 0) <= 1;
      if (isCell) return false;
      if (inner?.kind !== "async function") {
        // Of what a guard has called nobody hears; what a promise has called may have its listener.
        return sites.slice(i).some(({ url }) => url === guardName) ? false : isSaid;
      }
    }
    if (!around || !/await/.test(around.description ?? "")) return isSaid;
    sites = around.callFrames.map(({ lineNumber, columnNumber, ...rest }) => ({
      ...rest,
      line: lineNumber,
      column: columnNumber,
    }));
  }
}
