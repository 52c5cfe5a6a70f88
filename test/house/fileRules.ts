import { callsOf, hasDefaultExport, otherThanReExports } from "./syntax.js";

const machine = [
  /(?<![\w.])\/(?:root|home\/\w+|Users\/\w+|work)\//, // a folder of somebody's machine
  /\b(?:registry\.npmjs|pypi|files\.pythonhosted|deb\.debian)\.(?:org|com)\b/,
  /"resolved": "https?:/, // in a lock file: the host from which it was made
];

/** What breaks the rules for a test file. */
export function testFileProblems(path: string, text: string): string[] {
  const problems: string[] = [];
  if (!/\.run\(\);\s*$/.test(text)) problems.push(`${path}: does not end in test.run()`);
  for (const call of callsOf("assert.throws", text)) {
    if (!call[1]?.startsWith("/")) {
      problems.push(`${path}: assert.throws(${call[0]}) names no message as a RegExp`);
    }
  }
  if (callsOf("test.only", text).length) problems.push(`${path}: test.only leaves tests out`);
  return problems;
}

/** What breaks the rules for a source file. */
export function sourceFileProblems(path: string, text: string, most = 220): string[] {
  const problems: string[] = [];
  const lines = text.trimEnd().split("\n").length;
  if (lines > most) problems.push(`${path}: has ${lines} lines, more than ${most}`);
  if (/\b(?:TODO|FIXME|XXX)\b/.test(text)) problems.push(`${path}: has an unfinished note`);
  if (hasDefaultExport(text)) problems.push(`${path}: has a default export`);
  if (path.endsWith("/index.ts")) {
    for (const statement of otherThanReExports(text)) {
      problems.push(`${path}: holds more than re-exports: ${statement.split("\n")[0]}`);
    }
  }
  return problems;
}

/** A number that has a name: a bound, a size, a tolerance. */
const named =
  /^(?:export )?const \w+(?:: \w+)? = -?\d[\d_.]*(?:e-?\d+)?n?(?: [*<]+ \(?-?[\w.]+\)?)*;/;

/** Named numbers of a file without a comment: beside them, or above the declarations among which they stand. */
export function boundProblems(path: string, text: string): string[] {
  const lines = text.split("\n");
  const above = (at: number): string => {
    while (/^(?:export )?const /.test(lines[at - 1] ?? "")) at--;
    return lines[at - 1] ?? "";
  };
  const isExplained = (line: string, i: number) =>
    /;\s*\/\//.test(line) || /\*\/$|^\/\//.test(above(i));
  return lines.flatMap((line, i) =>
    named.test(line) && !isExplained(line, i)
      ? [`${path}:${i + 1}: no reason stands beside \`${line}\``]
      : [],
  );
}

/** Files that a folder may hold beside its folders; where there are more, two ideas lie in one. */
const mostFiles = 15;

/** What breaks the rule of folders, by the paths of their files. */
export function folderProblems(paths: readonly string[]): string[] {
  const count = new Map<string, number>();
  for (const path of paths) {
    const folder = path.slice(0, path.lastIndexOf("/"));
    count.set(folder, (count.get(folder) ?? 0) + 1);
  }
  return [...count]
    .filter(([, files]) => files > mostFiles)
    .map(([folder, files]) => `${folder}: holds ${files} files, more than ${mostFiles}`);
}

/** What in a tracked file belongs to one machine. */
export function machineProblems(path: string, text: string): string[] {
  return text.split("\n").flatMap((line, i) => {
    const found = machine.map((pattern) => pattern.exec(line)?.[0]).find(Boolean);
    return found ? [`${path}:${i + 1}: ${found} belongs to one machine`] : [];
  });
}
