import { writeSync } from "node:fs";
import { startCells } from "./supervise/cellsProcess.js";

// The process of a kernel: `node main.js CONNECTION_FILE`. It holds the sockets and no code of a cell; the process of the
// cells is its child, so that a kernel whose cells end their process can say so.

async function main(connectionFile: string | undefined): Promise<void> {
  if (!connectionFile) return fail("it needs the path of a connection file");
  process.on("SIGINT", () => {}); // an interrupt while nothing runs; `serve` sees to the others
  const parent = process.ppid;
  const cells = startCells();
  try {
    const { serve } = await import("./serve.js");
    await serve({ connectionFile, parent, cells });
  } catch (error) {
    cells.end();
    fail((error as Error).message);
  }
}

function fail(reason: string): void {
  writeSync(2, `rederive kernel: ${reason}\n`);
  process.exit(2);
}

await main(process.argv[2]);
