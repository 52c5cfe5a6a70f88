import type { InspectorRequest } from "../../between/inspectorRelay.js";

/** The inspector of the cells' main thread, as the sockets' process asks it. */
export interface Inspector {
  /** Asks by a method of the Chrome DevTools protocol. @throws Error with the inspector's message */
  post<T>(method: string, params?: object): Promise<T>;
  /** Takes a line that the inspector has said. */
  hear(line: string): void;
  /** Ends all that waits for an answer. */
  fail(reason: string): void;
}

interface Said {
  id?: number;
  result?: unknown;
  error?: { message: string };
  method?: string;
  params?: unknown;
}

/** @param take is called with each event */
export function inspector(
  send: (request: InspectorRequest) => void,
  take: (method: string, params: never) => void,
): Inspector {
  let last = 0;
  const waiting = new Map<number, { done(result: never): void; refuse(error: Error): void }>();
  return {
    post(method, params = {}) {
      const id = ++last;
      return new Promise((done, refuse) => {
        waiting.set(id, { done, refuse });
        send({ id, method, params });
      });
    },
    hear(line) {
      const { id, result, error, method, params } = JSON.parse(line) as Said;
      if (id === undefined) return take(method ?? "", params as never);
      const asked = waiting.get(id);
      waiting.delete(id);
      if (error) asked?.refuse(new Error(error.message));
      else asked?.done(result as never);
    },
    fail(reason) {
      for (const { refuse } of waiting.values()) refuse(new Error(reason));
      waiting.clear();
    },
  };
}
