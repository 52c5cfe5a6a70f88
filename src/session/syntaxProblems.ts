import { type OxcError, parseSync } from "oxc-parser";

export interface SyntaxProblem {
  message: string;
  start: number;
  end: number;
  /** Whether it says more than the compiler's own message. */
  better?: boolean;
}

/** A command of IPython, to the cell or to the shell. */
const command = /^\s*(%%?\w+|!\w+)/;

/** What is wrong with a cell's syntax; of one that holds JSX, or a command of IPython, that it does. */
export function syntaxProblems(code: string, errors: OxcError[]): SyntaxProblem[] {
  const element = errors.length > 0 && code.includes("<") ? jsxIn(code) : undefined;
  if (element) {
    const message = "A cell holds no JSX: write it in a .tsx file of the project and import that";
    return [{ message, ...element, better: true }];
  }
  const [, asked] = (errors.length && command.exec(code)) || [];
  if (asked) {
    const message = `\`${asked}\` is a command of IPython: a cell here is TypeScript and nothing else; ${adviceFor(asked)}`;
    const start = code.indexOf(asked);
    return [{ message, start, end: start + asked.length, better: true }];
  }
  return errors.map(({ message, labels: [label] }) => ({
    message,
    start: label?.start ?? 0,
    end: label?.end ?? code.length,
  }));
}

/** What a cell does instead. */
const instead: [asked: RegExp, advice: string][] = [
  [/^%%?time(?:it)?$/, 'measure by `console.time("t")` and `console.timeEnd("t")`'],
  [
    /^!|^%%(?:bash|sh|script|cmd)$|^%(?:sx|system)$/,
    'run a command by `import { execSync } from "node:child_process"; console.log(execSync("ls").toString())`',
  ],
  [/^%(?:cd|pwd)$/, "the folder is `process.cwd()`, changed by `process.chdir(path)`"],
  [/^%%?(?:pip|conda)$/, "packages are installed by npm, in a terminal"],
  [/^%env$/, "the environment is `process.env`"],
  [/^%%html$/, 'show it by `jupyter.display({ "text/html": html })`'],
];

function adviceFor(asked: string): string {
  const [, advice = "what it asks for is written as code"] =
    instead.find(([pattern]) => pattern.test(asked)) ?? [];
  return advice;
}

/** Where the first element stands of a text that is right once JSX is allowed in it. */
function jsxIn(code: string): { start: number; end: number } | undefined {
  const { program, errors } = parseSync("cell.tsx", code, { lang: "tsx", sourceType: "module" });
  return errors.length ? undefined : firstJsx(program);
}

function firstJsx(node: unknown): { start: number; end: number } | undefined {
  if (typeof node !== "object" || node === null) return undefined;
  const { type, start, end } = node as { type?: string; start: number; end: number };
  if (type === "JSXElement" || type === "JSXFragment") return { start, end };
  for (const child of Object.values(node)) {
    const found = firstJsx(child);
    if (found) return found;
  }
  return undefined;
}
