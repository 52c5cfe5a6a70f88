import type { Debugger } from "node:inspector";
import type { Scripts, Source } from "./code/scripts.js";
import { isReaders } from "./code/skipped.js";

/** A frame of the reader's, as the client sees it. */
export interface Frame {
  id: number;
  name: string;
  line: number;
  column: number;
  source: { name: string; path: string };
}

/** A frame of the reader's, and what the inspector has of it. */
export interface Shown {
  frame: Frame;
  call: Debugger.CallFrame;
}

/** Gives a function that leaves of a stack what stands in a line of the reader's; no two frames have one id. */
export function frameReader(scripts: Scripts) {
  let last = 0;
  return async (calls: Debugger.CallFrame[]): Promise<Shown[]> => {
    const shown: Shown[] = [];
    for (const call of calls.filter(isReaders)) {
      const { scriptId, lineNumber, columnNumber = 0 } = call.location;
      const source = await scripts.source(scriptId, { line: lineNumber, column: columnNumber });
      if (source) shown.push({ call, frame: frameOf(++last, call, source) });
    }
    return shown;
  };
}

function frameOf(
  id: number,
  { functionName, url, location }: Debugger.CallFrame,
  { path, name, line }: Source,
): Frame {
  const isWhole = functionName === "" && url.startsWith("cell:");
  return {
    id,
    name: functionName || (isWhole ? name : "(anonymous)"),
    line: line + 1,
    column: (location.columnNumber ?? 0) + 1,
    source: { name, path },
  };
}
