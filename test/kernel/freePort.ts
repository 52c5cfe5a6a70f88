import { randomInt } from "node:crypto";
import { createServer } from "node:net";

/** A port that nobody listens at, below those that a system gives to outgoing connections: none of these takes it meanwhile. */
export function freePort(): Promise<number> {
  return new Promise((done, fail) => {
    const server = createServer();
    const listen = () => server.listen(randomInt(12_000, 32_000), "127.0.0.1");
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
