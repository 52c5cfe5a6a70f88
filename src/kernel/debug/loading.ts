import type { Debugger } from "node:inspector";
import { pathToFileURL } from "node:url";
import type { Breakpoint, Breakpoints } from "./breakpoints.js";
import type { Inspector } from "./inspect/inspector.js";
import type { Scripts } from "./code/scripts.js";

/** Sets the breakpoints of code that is about to run for the first time, where the session has stopped to tell of it. */
export async function bindLoading(
  post: Inspector["post"],
  { callFrames: [{ callFrameId }] }: Debugger.PausedEventDataType,
  scripts: Scripts,
  breakpoints: Breakpoints,
): Promise<Breakpoint[]> {
  const expression = "[name, asItStands]"; // what `tellLoaded` was told
  const asked = { callFrameId, expression, returnByValue: true, silent: true };
  const { result } = await post<Debugger.EvaluateOnCallFrameReturnType>(
    "Debugger.evaluateOnCallFrame",
    asked,
  );
  const [name, asItStands] = result.value as [string, boolean];
  const url = name.startsWith("cell:") ? name : pathToFileURL(name).href;
  const code = await scripts.coming(url, asItStands);
  return code ? breakpoints.bind(code) : [];
}
