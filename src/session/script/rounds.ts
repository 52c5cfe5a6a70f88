import { parseSync } from "oxc-parser";
import { roundCall } from "../interrupt/round.js";
import { CompileError } from "../text/compileError.js";
import { type Edit, edited, unedited } from "../text/edits.js";
import type { Node } from "../text/parse.js";
import { offsetAt, placeAt } from "../text/places.js";
import type { JavaScript } from "./dialect.js";

type Loop = Extract<
  Node,
  {
    type:
      "ForStatement" | "ForInStatement" | "ForOfStatement" | "WhileStatement" | "DoWhileStatement";
  }
>;

const isLoop = (node: Node): node is Loop => /^(?:For|While|DoWhile)\w*Statement$/.test(node.type);

/** What may call a function of V8's own that takes long, by its syntax. */
const calling =
  /^(?:CallExpression|NewExpression|SpreadElement|TemplateLiteral|TaggedTemplateExpression)$/;

/** Methods of V8's own that are soon over, whatever they are called on, and that tight loops call. */
const brief = new Set(
  ["push", "pop", "at", "get", "has", "add", "next", "now"].concat("charCodeAt", "codePointAt"),
);

const couldLoop = /\b(?:for|while|do)\b/;

/**
 * What lets V8 look up in each round of the loops of a text that may call functions of its own: between those it looks up but
 * every hundred rounds or so until it has compiled a loop, however long they take. No line moves.
 */
export function roundEdits(code: string, nodes: readonly Node[]): Edit[] {
  if (!couldLoop.test(code)) return [];
  const own = ownFunctions(nodes);
  const edits: Edit[] = [];
  /** Gives whether anything is called that may take long. */
  const visit = (value: unknown): boolean => {
    if (typeof value !== "object" || value === null) return false;
    if (Array.isArray(value)) return value.map(visit).includes(true);
    const node = value as Node;
    const calls = Object.values(node).map(visit).includes(true) || mayTakeLong(node, own);
    if (calls && isLoop(node)) edits.push(...intoBody(code, node));
    return calls;
  };
  visit(nodes);
  return edits;
}

function mayTakeLong(node: Node, own: Set<string>): boolean {
  if (!calling.test(node.type)) return false;
  if (node.type !== "CallExpression") return true;
  const { callee } = node;
  if (callee.type === "Identifier") return !own.has(callee.name);
  if (callee.type !== "MemberExpression" || callee.computed) return true;
  const { object, property } = callee;
  return !(object.type === "Identifier" && object.name === "Math") && !brief.has(property.name);
}

/** The functions that a text declares: V8 looks up where they begin. */
function ownFunctions(nodes: unknown, names = new Set<string>()): Set<string> {
  if (typeof nodes !== "object" || nodes === null) return names;
  const node = nodes as Node;
  if (node.type === "FunctionDeclaration" && node.id) names.add(node.id.name);
  if (node.type === "VariableDeclarator" && node.id.type === "Identifier") {
    if (/Function/.test(node.init?.type ?? "")) names.add(node.id.name);
  }
  for (const child of Object.values(nodes)) ownFunctions(child, names);
  return names;
}

function intoBody(code: string, loop: Loop): Edit[] {
  const { body } = loop;
  if (body.type === "BlockStatement") return [[body.start + 1, body.start + 1, roundCall]];
  // Behind the head and not before the body, whose line may be another: no breakpoint there is to be one of the guard.
  const at = headEnd(code, loop);
  return [
    [at, at, `{${roundCall}`],
    [body.end, body.end, "}"],
  ];
}

/** Where the head of a loop ends: at its last parenthesis that stands in no comment. */
function headEnd(code: string, { type, start, body, ...head }: Loop): number {
  if (type === "DoWhileStatement") return start + "do".length;
  const ends = Object.values(head).map((one) => (one as Node | null)?.end ?? start);
  const from = Math.max(...ends.filter((end) => end <= body.start));
  const rest = code
    .slice(from, body.start)
    .replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, (comment) => " ".repeat(comment.length));
  return from + rest.lastIndexOf(")") + 1;
}

/**
 * Compiles a file with what its rounds begin with.
 *
 * @throws CompileError with the place in the file as it stands
 */
export function withRounds(
  name: string,
  source: string,
  compile: (text: string) => JavaScript,
): JavaScript {
  const edits = editsOf(name, source);
  const text = edited(source, edits);
  try {
    return compile(text);
  } catch (error) {
    if (!(error instanceof CompileError)) throw error;
    const place = placeAt(source, unedited(source, edits, offsetAt(text, error.problem)));
    throw new CompileError({ ...error.problem, ...place }, source);
  }
}

/** None for a file that cannot be read: what is wrong with it is said by who compiles it. */
function editsOf(name: string, code: string): Edit[] {
  if (!couldLoop.test(code)) return [];
  const lang = name.endsWith("x") ? "tsx" : "ts";
  const { program, errors } = parseSync(name, code, { lang, sourceType: "module" });
  return errors.length ? [] : roundEdits(code, program.body);
}
