import type { Runtime } from "node:inspector";
import type { Attachment } from "./attachment.js";
import { thrownText } from "./inspect/view.js";

/** Longest time of an evaluation, in milliseconds: nobody can interrupt one while the code stands. */
const timeout = 10_000;

type Outcome = Runtime.EvaluateReturnType;

/**
 * The value of an expression, which may be TypeScript: in a frame of code that stands, or among the cells' variables,
 * where it may also wait.
 *
 * @throws Error with what it throws
 */
export async function evaluate(
  { post, stops, view }: Attachment,
  expression: string,
  frameId?: number,
): Promise<Runtime.RemoteObject> {
  const isStopped = stops.isStopped();
  const callFrameId = frameId === undefined ? undefined : stops.frame(frameId).callFrameId;
  const ask = (text: string): Promise<Outcome> => {
    const asked = {
      expression: text,
      objectGroup: isStopped ? "stop" : "idle",
      generatePreview: true,
      includeCommandLineAPI: false,
      silent: true,
      timeout,
    };
    if (callFrameId) return post("Debugger.evaluateOnCallFrame", { ...asked, callFrameId });
    return post("Runtime.evaluate", { ...asked, replMode: !isStopped, awaitPromise: !isStopped });
  };
  let { result, exceptionDetails } = await ask(expression);
  if (exceptionDetails?.exception?.className === "SyntaxError") {
    const text = await view.call<string>("javaScript", expression).catch(() => undefined);
    if (text !== undefined) ({ result, exceptionDetails } = await ask(text));
  }
  if (!exceptionDetails) return result;
  const said = thrownText(exceptionDetails);
  const hint =
    isStopped && /\bawait\b/.test(said) ? "; nothing can be awaited while the code stands" : "";
  throw new Error(said + hint);
}
