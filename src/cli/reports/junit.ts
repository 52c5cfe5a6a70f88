import { basename } from "node:path";
import type { Report } from "../../run/index.js";
import type { Batch } from "./batch.js";

/** A batch as JUnit XML, which most CI services read: a suite for each notebook, a case for each code cell. */
export function junitXml({ reports, errors }: Batch): string {
  const broken = errors.map(({ path, message }) =>
    suite(path, 0, [testcase(path, "notebook", "error", [message])], { failures: 0, errors: 1 }),
  );
  const suites = [...reports.map(reportSuite), ...broken];
  return [
    `<?xml version="1.0" encoding="UTF-8"?>`,
    "<testsuites>",
    ...suites,
    "</testsuites>",
    "",
  ].join("\n");
}

function reportSuite({ path, notebook, problems, seconds, cellSeconds }: Report): string {
  const cells = notebook.cells.flatMap((cell, i) =>
    cell.cell_type === "code" ? [{ name: `cell ${i + 1} (id ${cell.id})`, number: i + 1 }] : [],
  );
  // What is about the notebook as a whole, a stale stamp for instance, has a case of its own.
  const cases = [{ name: "notebook", number: undefined }, ...cells].map(({ name, number }) => ({
    name,
    found: problems.filter(({ cell }) => cell === number).map(({ text }) => text),
    time: number === undefined ? undefined : cellSeconds.get(number),
  }));
  const failures = cases.filter(({ found }) => found.length).length;
  const lines = cases.map(({ name, found, time }) => testcase(path, name, "failure", found, time));
  return suite(path, seconds, lines, { failures, errors: 0 });
}

function suite(
  path: string,
  seconds: number,
  cases: string[],
  counts: { failures: number; errors: number },
) {
  const attributes = {
    name: basename(path),
    tests: cases.length,
    ...counts,
    time: seconds.toFixed(3),
  };
  return `  <testsuite${written(attributes)}>\n${cases.join("\n")}\n  </testsuite>`;
}

function testcase(
  path: string,
  name: string,
  kind: "failure" | "error",
  found: string[],
  seconds?: number,
): string {
  const time = seconds === undefined ? "" : written({ time: seconds.toFixed(3) });
  const head = `    <testcase${written({ classname: basename(path, ".ipynb"), name })}${time}`;
  if (!found.length) return `${head}/>`;
  const message = found[0].split("\n")[0];
  return `${head}>\n      <${kind}${written({ message })}>${xml(found.join("\n"))}</${kind}>\n    </testcase>`;
}

function written(attributes: Record<string, string | number>): string {
  return Object.entries(attributes)
    .map(([name, value]) => ` ${name}="${xml(String(value))}"`)
    .join("");
}

const entities: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

function xml(text: string): string {
  // XML 1.0 has no place for control characters, escaped or not.
  return text
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, "�")
    .replace(/[&<>"]/g, (character) => entities[character]);
}
