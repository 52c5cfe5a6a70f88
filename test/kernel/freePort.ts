import { randomInt } from "node:crypto";
import { createServer } from "node:net";

/** Ports of this process, of which there are so many: below those that a system gives to outgoing connections. */
const [lowest, highest, own] = [12_000, 32_000, 400];
const first = lowest + ((process.pid * own) % (highest - lowest));

/** Those of the last ports that were given out, half of all: who asked may not listen there yet. */
const given = new Set<number>();

/** A port that nobody listens at. Nobody in this process gets it again soon, and two test files that run at once have others. */
export function freePort(): Promise<number> {
  return new Promise((done, fail) => {
    const server = createServer();
    const listen = () => {
      const port = first + randomInt(own);
      if (given.has(port)) return listen();
      given.add(port);
      const [oldest] = given;
      if (given.size > own / 2) given.delete(oldest);
      server.listen(port, "127.0.0.1");
    };
    server.on("listening", () => {
      const { port } = server.address() as { port: number };
      server.close(() => done(port));
    });
    server.on("error", (error: NodeJS.ErrnoException) =>
      error.code === "EADDRINUSE" ? listen() : fail(error),
    );
    listen();
  });
}
