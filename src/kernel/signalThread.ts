import { type MessagePort, parentPort, workerData } from "node:worker_threads";
import { guarded } from "../session/guard.js";
import { awaitSigint, takeSigint } from "../session/yieldSigint.js";

// The signals' thread: it hears SIGINT whatever the cells' thread does, and tells the sockets' thread. Node gives the
// signal to the latest guard: to a cell's own, if one runs, and else to this thread's, which always stands.

/** Guards, one within the other: while one takes note of a signal, the one around it hears the next. */
const layers = 50;

function listen(interruptible: Int32Array, sockets: MessagePort): void {
  sockets.postMessage("there");
  awaitSigint(interruptible);
  const never = new Int32Array(new SharedArrayBuffer(4));
  const rest = (within: number): void => {
    for (;;) {
      try {
        guarded(() => {
          if (within > 0) return rest(within - 1);
          takeSigint(interruptible);
          Atomics.wait(never, 0, 0);
        });
      } catch {
        sockets.postMessage("signal");
      }
    }
  };
  rest(layers);
}

if (parentPort) listen(workerData as Int32Array, parentPort);
