import type { Runtime } from "node:inspector";
import { viewExpression } from "../../../session/beside.js";
import type { Inspector } from "./inspector.js";

/** Calls of the session's view, which the inspector makes in the cells' thread, even where it stands stopped. */
export interface View {
  /** Gives the result as a value. @throws Error with what it has thrown */
  call<T>(method: string, ...args: unknown[]): Promise<T>;
  /** Gives the result as an object in a group. */
  object(group: string, method: string): Promise<Runtime.RemoteObject>;
  /** Gives as a value what a method makes of an object. */
  of<T>(objectId: string, method: string): Promise<T>;
}

/** For what the kernel itself asks nothing is to stop. */
const quietly = { silent: true, disableBreaks: true };

export function view({ post }: Inspector): View {
  const value = <T>({ result, exceptionDetails }: Runtime.EvaluateReturnType): T => {
    if (exceptionDetails) throw new Error(thrownText(exceptionDetails));
    return result.value as T;
  };
  return {
    async call(method, ...args) {
      const expression = `${viewExpression}.${method}(${args.map((one) => JSON.stringify(one)).join()})`;
      return value(await post("Runtime.evaluate", { expression, returnByValue: true, ...quietly }));
    },
    async object(group, method) {
      const expression = `${viewExpression}.${method}()`;
      const asked = { expression, objectGroup: group, ...quietly };
      return (await post<Runtime.EvaluateReturnType>("Runtime.evaluate", asked)).result;
    },
    async of(objectId, method) {
      const functionDeclaration = `function () { return ${viewExpression}.${method}(this); }`;
      const asked = {
        objectId,
        functionDeclaration,
        returnByValue: true,
        awaitPromise: method === "bundle",
      };
      return value(await post("Runtime.callFunctionOn", { ...asked, silent: true }));
    },
  };
}

/** What was thrown, in one line and as it is said. */
export function thrownText({ exception, text }: Runtime.ExceptionDetails): string {
  const said = exception?.description ?? (exception ? String(exception.value) : text);
  return said.split("\n    at ")[0];
}
