import { atLeast, type Bound } from "../binding/conditionList.js";
import { leadingConditions, trailingConditions } from "../binding/conditions.js";
import { openerAt } from "../binding/openers.js";
import { startsCases } from "../heads/cases.js";
import { nextRelation, passQuads } from "./chains.js";
import { refuseCommuting } from "../commuting/commuting.js";
import { isOpaqueRelation } from "./opaqueRelations.js";
import { type Proposition, proposition } from "./propositions.js";
import { isProse, refuseLogic, refuseProseAsSide } from "../reading/prose.js";
import { is, peek, type Reading, refuse, take, unexpected } from "../reading/reading.js";
import { refuseThousands } from "../reading/thousands.js";
import { ofBothSigns } from "./signs.js";

/** Propositions joined by \iff and \implies; mostly one chain alone. */
export interface Statement {
  sides: Proposition[];
  links: ("<=>" | "=>")[];
  /** What binds the statement: `\text{for } x > 0`. */
  conditions: Bound[];
  /** With which sign of `\pm` it was read, where it is one of two. */
  signs?: "upper" | "lower";
}

const displays = new Set([
  "aligned",
  "align",
  "gather",
  "gathered",
  "split",
  "equation",
  "alignedat",
  "cases",
  "multline",
  "flalign",
  "eqnarray",
]);

/** Reads what stands between commas, quads and lines. */
export function statements(reading: Reading): Statement[] {
  const found: Statement[] = [];
  const open: string[] = [];
  for (;;) {
    skipSeparators(reading, open, found.length > 0);
    if (peek(reading).kind === "end") break;
    const place = peek(reading);
    const read = ofBothSigns(reading, statement);
    if (open.at(-1) === "cases" && read.some(isExpression)) {
      throw refuse(reading, place, "this case has no relation", eachCase);
    }
    found.push(...read);
    if (!separates(reading)) throw unexpected(reading, "a relation, a comma or the end");
  }
  if (open.length) throw unexpected(reading, `\\end{${open[open.length - 1]}}`);
  if (found.length === 0) throw unexpected(reading, "an expression");
  return found;
}

const eachCase = "write each case as a statement of its own: x \\ge 0 \\implies y = x";

const isExpression = ({ sides }: Statement): boolean =>
  sides.flat(2).every(({ relations }) => relations.length === 0);

/** Passes over commas, line ends, prose and the environments that align equations. */
function skipSeparators(reading: Reading, open: string[], later: boolean): void {
  for (;;) {
    const token = peek(reading);
    const { command = "" } = token;
    if (is(token, "\\begin") && displays.has(command) && !startsCases(reading)) open.push(command);
    else if (is(token, "\\end")) {
      if (open.pop() !== command) throw refuse(reading, token, `\\end{${command}} closes nothing`);
    } else if (openerAt(reading, 0)) return;
    else if (isProse(token, peek(reading, 1))) {
      refuseProseAsSide(reading);
      refuseLogic(reading);
    } else if (is(token, ".") && !token.sized) {
      if (peek(reading, 1).kind !== "end" && !separates(reading, 1)) return;
    } else if (is(token, "&")) {
      const what = "what stands behind this & may be the condition of a case";
      throw refuse(reading, token, what, eachCase);
    } else if (is(token, ",") || is(token, ";")) {
      if (!later) throw unexpected(reading, "an expression");
      refuseThousands(reading);
    } else if (!is(token, "\\\\") && !is(token, "\\quad")) return;
    take(reading);
  }
}

const needsClaim = "write the equation that holds under it; two cases as two equations";

function separates(reading: Reading, ahead = 0): boolean {
  const token = peek(reading, ahead);
  if (token.kind === "end" || isProse(token, peek(reading, ahead + 1))) return true;
  if (is(token, ".") && !token.sized) return true;
  return [",", ";", "\\\\", "\\quad", "\\end", "&"].some((sign) => is(token, sign));
}

/** Whether a statement only says in which set something is: it may be a condition of the next one. */
const isMembership = ({ sides }: Statement): boolean =>
  sides.flat(2).every(({ sides: [side], relations }) => {
    return relations.length === 0 && side.kind === "call" && isOpaqueRelation(side.name);
  });

function statement(reading: Reading): Statement {
  reading.found.sides.push([]);
  reading.implied = [];
  const opener = openerAt(reading, 0) && peek(reading);
  const conditions = leadingConditions(reading);
  const result: Statement = { sides: [proposition(reading)], links: [], conditions };
  if (opener && is(peek(reading), ",") && isMembership(result)) {
    const what = "it is not clear where these conditions end";
    throw refuse(reading, opener, what, "write a colon before what is claimed");
  }
  for (;;) {
    const relation = nextRelation(reading);
    if (relation !== "<=>" && relation !== "=>") {
      const place = peek(reading);
      conditions.push(...trailingConditions(reading));
      const defines = result.sides.flat(2).some((one) => one.defines);
      if (defines && (conditions.length > 0 || result.links.length > 0)) {
        throw refuse(
          reading,
          place,
          "a definition beside a condition",
          "state it by itself, before",
        );
      }
      const isClaim = result.sides.flat(2).some(({ relations }) => relations.length > 0);
      if (conditions.length > 0 && !isClaim) {
        throw refuse(reading, place, "a condition stands beside an expression alone", needsClaim);
      }
      conditions.push(...reading.implied.map(([left, right]) => atLeast(left, right)));
      refuseCommuting(reading, result);
      return result;
    }
    take(reading);
    passQuads(reading);
    result.links.push(relation);
    result.sides.push(proposition(reading));
  }
}
