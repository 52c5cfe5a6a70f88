import { readFileSync, writeFileSync } from "node:fs";
import { inspect } from "node:util";
import type { Summary } from "./summary.js";
import { type Diagnostic, openTslab } from "./tslab.js";

// Runs a list of cells through tslab's converter and executor: `node tslabChild.ts FOLDER CELLS RESULTS
// [LANGUAGE]`.

const [folder, cells, results, language] = process.argv.slice(2);
process.chdir(folder);

let current: Summary = { stdout: "", stderr: "" };
let diagnostics: Diagnostic[] = [];
const tslab = openTslab(
  {
    onValue: (value) => (current.value = shown(value)),
    onThrown: (thrown) => (current.error = thrownText(thrown)),
    onDiagnostic: (diagnostic) => diagnostics.push(diagnostic),
    onDisplay: () => {},
  },
  language === "javascript",
);
for (const name of ["stdout", "stderr"] as const) {
  process[name].write = ((text: string) => {
    current[name] += text;
    return true;
  }) as typeof process.stdout.write;
}

const all: Summary[] = [];
for (const code of JSON.parse(readFileSync(cells, "utf8")) as string[]) {
  current = { stdout: "", stderr: "" };
  diagnostics = [];
  await tslab.execute(code);
  await new Promise((resume) => setTimeout(resume, 1));
  if (diagnostics.length) {
    const places = diagnostics.map(({ start }) => `${start.line + 1}:${start.character + 1}`);
    current.error = [...new Set(places)].join(" ");
  }
  all.push(current);
  writeFileSync(results, JSON.stringify(all));
}
process.exit(0);

/** As the session shows a value, so that the values are compared and not their layout. */
function shown(value: unknown): string {
  if (typeof value === "string") return value;
  return inspect(value, {
    colors: false,
    depth: 4,
    maxArrayLength: 100,
    maxStringLength: 2000,
    breakLength: 100,
  });
}

function thrownText(thrown: unknown): string {
  if (typeof thrown === "object" && thrown !== null && "message" in thrown) {
    return `${(thrown as Error).name}: ${(thrown as Error).message}`;
  }
  return `Thrown: ${inspect(thrown)}`;
}
