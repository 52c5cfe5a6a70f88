import { type OxcError, parseSync } from "oxc-parser";

export interface SyntaxProblem {
  message: string;
  start: number;
  end: number;
  /** Whether it says more than the compiler's own message. */
  better?: boolean;
}

/** A line that is a command of IPython, to the cell or to the shell, and one that takes what a shell says. */
const commands = /^[ \t]*(%%?[a-z]\w*|!\w+)|^[^\n=]*=[ \t]*(!\w+)/gim;

/** What is wrong with a cell's syntax; of one that holds JSX, or a command of IPython, that it does. */
export function syntaxProblems(code: string, errors: OxcError[]): SyntaxProblem[] {
  const element = errors.length > 0 && code.includes("<") ? jsxIn(code) : undefined;
  if (element) {
    const message = "A cell holds no JSX: write it in a .tsx file of the project and import that";
    return [{ message, ...element, better: true }];
  }
  const asked = errors.length
    ? commandsOf(code).find((one) => isMeant(one, code, errors))
    : undefined;
  if (asked) return [{ ...asked, message: commandMessage(asked.text), better: true }];
  return errors.map(({ message, labels: [label] }) => ({
    message,
    start: label?.start ?? 0,
    end: label?.end ?? code.length,
  }));
}

interface Command {
  text: string;
  start: number;
  end: number;
}

function commandsOf(code: string): Command[] {
  return [...code.matchAll(commands)].map(({ 0: line, 1: text = "", 2: taken, index }) => {
    const found = taken ?? text;
    const start = index + line.length - found.length;
    return { text: found, start, end: start + found.length };
  });
}

/** Whether a command is what errors are about: it begins the cell, or one of them stands at it or behind it in its line. */
function isMeant({ start, end }: Command, code: string, errors: OxcError[]): boolean {
  const places = errors.map(({ labels: [label] }) => label?.start ?? 0);
  return !code.slice(0, start).trim() || places.some((place) => place >= start && place <= end + 1);
}

function commandMessage(text: string): string {
  return `\`${text}\` is a command of IPython: a cell here is TypeScript and nothing else; ${adviceFor(text)}`;
}

/** What is said of a cell that parses and holds a command to the shell: `!ls` is an expression, with a name unknown. */
export function shellAdvice(code: string, messages: string[]): string | undefined {
  const unknown = messages.map((text) => /^Cannot find name '(\w+)'/.exec(text)?.[1]);
  const asked = commandsOf(code).find(({ text }) => unknown.includes(text.slice(1)));
  return asked && commandMessage(asked.text);
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
