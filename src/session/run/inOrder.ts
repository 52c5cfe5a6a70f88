import { turn } from "./settle.js";

/** Work that is done one piece after another, in the order in which it was asked for. */
export interface InOrder {
  do<T>(work: () => Promise<T>): Promise<T>;
  /** Does in its turn, when the answer to what came before is on its way, what nobody waits for. */
  atLeisure(work: () => void): void;
}

export function inOrder(): InOrder {
  let last: Promise<unknown> = Promise.resolve();
  const order: InOrder = {
    do(work) {
      const done = last.then(work);
      last = done.catch(() => {});
      return done;
    },
    atLeisure: (work) =>
      void order.do(async () => {
        await turn();
        work();
      }),
  };
  return order;
}
