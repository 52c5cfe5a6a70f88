import type { Expr } from "../expression.js";
import { greek } from "./commands.js";
import { readArguments } from "./callArguments.js";
import { is, peek, type Reading, refuse, take, takes, unexpected } from "./reading.js";
import { startsSymbol } from "./symbols.js";
import type { Token } from "./tokens.js";

/** How two sides of a chain are related. */
export type SideRelation = "=" | "<" | "<=" | ">" | ">=" | "≈" | "O";

/** `a = b < c`: sides with a relation between each two. One side alone is an expression. */
export interface Chain {
  sides: Expr[];
  relations: SideRelation[];
}

/** Chains joined by \iff and \implies; mostly one chain alone. */
export interface Statement {
  chains: Chain[];
  links: ("<=>" | "=>")[];
}

/** A step of a chain: two sides, and the relation between them. */
export interface Link {
  left: Expr;
  relation: "=" | "<" | "<=" | "≈" | "O";
  right: Expr;
}

/** One step with the relations that a step knows. */
export function linkOf(left: Expr, relation: SideRelation, right: Expr): Link {
  if (relation === ">") return { left: right, relation: "<", right: left };
  if (relation === ">=") return { left: right, relation: "<=", right: left };
  return { left, relation, right };
}

const displays = new Set([
  "aligned",
  "align",
  "gather",
  "gathered",
  "split",
  "equation",
  "alignedat",
]);

/** Reads what stands between commas, quads and lines. */
export function statements(reading: Reading): Statement[] {
  const found: Statement[] = [];
  const open: string[] = [];
  for (;;) {
    skipSeparators(reading, open, found.length > 0);
    if (peek(reading).kind === "end") break;
    found.push(statement(reading));
    if (!separates(peek(reading))) throw unexpected(reading, "a relation, a comma or the end");
  }
  if (open.length) throw unexpected(reading, `\\end{${open[open.length - 1]}}`);
  if (found.length === 0) throw unexpected(reading, "an expression");
  return found;
}

/** Passes over commas, line ends, prose and the environments that align equations. */
function skipSeparators(reading: Reading, open: string[], later: boolean): void {
  for (;;) {
    const token = peek(reading);
    const { command = "" } = token;
    if (is(token, "\\begin") && displays.has(command)) open.push(command);
    else if (is(token, "\\end")) {
      if (open.pop() !== command) throw refuse(reading, token, `\\end{${command}} closes nothing`);
    } else if (token.kind === "word" && isProse(token)) refuseProseAsSide(reading);
    else if (is(token, ".") && !token.sized) {
      if (peek(reading, 1).kind !== "end" && !separates(peek(reading, 1))) return;
    } else if (is(token, ",") || is(token, ";")) {
      if (!later) throw unexpected(reading, "an expression");
      refuseThousands(reading);
    } else if (!is(token, "\\\\") && !is(token, "\\quad") && !is(token, "&")) return;
    take(reading);
  }
}

const isProse = ({ command }: Token): boolean =>
  command === "text" || command === "textrm" || command === "textit" || command === "mbox";

function separates(token: Token): boolean {
  if (token.kind === "end" || (token.kind === "word" && isProse(token))) return true;
  if (is(token, ".") && !token.sized) return true;
  return [",", ";", "\\\\", "\\quad", "\\end", "&"].some((sign) => is(token, sign));
}

/** Prose between equations is passed over; as a side of one it would hide what is claimed. */
function refuseProseAsSide(reading: Reading): void {
  if (peek(reading, 1).kind !== "relation") return;
  throw refuse(
    reading,
    peek(reading),
    "text is prose and no side of an equation",
    "write \\mathrm{…} for a name",
  );
}

/** `1,000` and `0,5` would be two numbers. */
function refuseThousands(reading: Reading): void {
  const [before, after] = [reading.tokens[reading.next - 1], peek(reading, 1)];
  const digits = before?.kind === "number" && after.kind === "number";
  if (digits && after.at === peek(reading).at + 1) {
    throw refuse(
      reading,
      peek(reading),
      "this may be one number or two",
      "write 1\\,000 for one thousand, 0.5 for a half, a space after a comma between two",
    );
  }
}

function statement(reading: Reading): Statement {
  const result: Statement = { chains: [chain(reading)], links: [] };
  for (;;) {
    const relation = nextRelation(reading);
    if (relation !== "<=>" && relation !== "=>") return result;
    take(reading);
    passQuads(reading);
    result.links.push(relation);
    result.chains.push(chain(reading));
  }
}

function chain(reading: Reading): Chain {
  if (peek(reading).kind === "relation") {
    throw refuse(
      reading,
      peek(reading),
      "the left side is missing",
      "begin with what the line above ends with",
    );
  }
  noteDefined(reading);
  const result: Chain = { sides: [reading.grammar.sum(reading)], relations: [] };
  for (;;) {
    const relation = nextRelation(reading);
    if (relation === undefined || relation === "<=>" || relation === "=>") return result;
    take(reading);
    passQuads(reading);
    const order = relation === "=" && isOrder(reading);
    result.relations.push(order ? "O" : (relation as SideRelation));
    result.sides.push(order ? orderOf(reading) : reading.grammar.sum(reading));
  }
}

/** `p(x) = …` at the beginning: the letter is a function, unless it is declared as a name. */
function noteDefined(reading: Reading): void {
  const [head, open, , close, relation] = [0, 1, 2, 3, 4].map((ahead) => peek(reading, ahead));
  const isLetter = head.kind === "letter" || (head.kind === "command" && greek.has(head.text));
  const isCall = isLetter && is(open, "(") && is(close, ")") && is(relation, "=");
  const startsName = startsSymbol(reading, 2);
  if (isCall && startsName && !reading.declared.symbols.has(head.text))
    reading.found.functions.add(head.text);
}

/** The relation with which this line, or the next one, goes on. */
function nextRelation(reading: Reading): string | undefined {
  let ahead = 0;
  while (["\\quad", "\\\\", "&"].some((sign) => is(peek(reading, ahead), sign))) ahead++;
  const token = peek(reading, ahead);
  if (token.kind !== "relation") return undefined;
  reading.next += ahead;
  return token.text;
}

function passQuads(reading: Reading): void {
  while (takes(reading, "\\quad") || takes(reading, "&"));
}

/** `= O(n^2)` and `= \mathcal{O}(n^2)`: an order of growth, unless O is a name of the text. */
function isOrder(reading: Reading): boolean {
  const token = peek(reading);
  if (token.text !== "O" || !is(peek(reading, 1), "(")) return false;
  if (token.command === "mathcal") return true;
  const { declared, evidence } = reading;
  const known = [declared, evidence].some(
    ({ symbols, families, functions }) =>
      symbols.has("O") || families.has("O") || functions.has("O"),
  );
  return token.kind === "letter" && !known;
}

function orderOf(reading: Reading): Expr {
  const token = take(reading);
  const { items } = readArguments(reading, false);
  if (items.length > 1) throw refuse(reading, token, "an order of growth is one expression");
  return items[0].expr;
}
