import { type KernelServer, ServerFault } from "./server.js";

/** Servers that share the work. */
export interface ServerPool {
  servers: readonly KernelServer[];
  /**
   * Does a piece of work on the server that is least busy; after a fault that may pass, again from its beginning, here or on
   * another one.
   *
   * @throws ServerFault when a fault does not pass, or the tries are used up
   */
  work<Value>(task: (server: KernelServer) => Promise<Value>): Promise<Value>;
}

/** Seconds between the tries: a minute and a half in all, in which a server restarts or a kernel ends. */
const pauses = [0.5, 1, 2, 4, 8, 15, 30, 30];

/** @param pause waits so many seconds */
export function serverPool(servers: KernelServer[], pause = sleep): ServerPool {
  const busy = new Map(servers.map((server) => [server, 0]));
  const faults = new Map(servers.map((server) => [server, 0]));
  const best = () =>
    [...servers].sort((a, b) => faults.get(a)! - faults.get(b)! || busy.get(a)! - busy.get(b)!)[0];
  return {
    servers,
    async work(task) {
      for (let tries = 0; ; tries++) {
        const server = best();
        busy.set(server, busy.get(server)! + 1);
        try {
          const value = await task(server);
          faults.set(server, 0);
          return value;
        } catch (error) {
          if (!(error instanceof ServerFault)) throw error;
          faults.set(server, faults.get(server)! + 1);
          if (!error.passing) throw error;
          if (tries === pauses.length) {
            throw new ServerFault(`${error.message}; given up after ${tries + 1} tries`, false);
          }
        } finally {
          busy.set(server, busy.get(server)! - 1);
        }
        await pause(pauses[tries]);
      }
    },
  };
}

const sleep = (seconds: number) => new Promise((done) => setTimeout(done, seconds * 1000));
