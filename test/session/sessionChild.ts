import { writeFileSync, readFileSync } from "node:fs";
import { createSession } from "../../src/session/index.js";
import { projectRoot } from "../../src/project/project.js";
import { summary } from "./summary.js";

// Runs a list of cells through the session: `node sessionChild.ts FOLDER CELLS RESULTS [LANGUAGE]`.

const [folder, cells, results, language] = process.argv.slice(2);
const session = createSession({
  cwd: folder,
  root: projectRoot(folder),
  language: language === "javascript" ? "javascript" : "typescript",
  reproducible: false,
  maxOutput: 1e6,
});
const all = [];
for (const [i, code] of (JSON.parse(readFileSync(cells, "utf8")) as string[]).entries()) {
  const { outputs } = await session.execute(code, { executionCount: i + 1 });
  all.push(summary(outputs));
  writeFileSync(results, JSON.stringify(all));
}
await session.close();
(process as unknown as { reallyExit(code: number): never }).reallyExit(0);
