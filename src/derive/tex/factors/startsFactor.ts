import { functions } from "../reading/commands.js";
import { accents, accentVariants, greek } from "../reading/letters.js";
import { isDifferential } from "./integrals.js";
import { namesFunction } from "../reading/prose.js";
import { peek, type Reading } from "../reading/reading.js";

const commands = new Set(
  "frac tfrac dfrac cfrac sqrt binom dbinom tbinom sum prod int iint iiint infty Pr nabla lim limsup liminf det partial argmax argmin sup inf".split(
    " ",
  ),
);
const signs = new Set(["(", "[", "\\{", "{", "\\lfloor", "\\lceil", "\\langle"]);

/** Whether the next token begins a factor; a differential that ends an integral does not. */
export function startsFactor(reading: Reading): boolean {
  if (isDifferential(reading)) return false;
  const { kind, text, command, sized } = peek(reading);
  if (kind === "number" || kind === "letter") return true;
  if (namesFunction(peek(reading), peek(reading, 1))) return true;
  if (kind === "word") return command !== "text" && command !== "textrm" && command !== "mbox";
  if (kind === "command") {
    return (
      commands.has(text) ||
      greek.has(text) ||
      accents.has(text) ||
      [functions, accentVariants].some((table) => Object.hasOwn(table, text))
    );
  }
  if (kind !== "sign") return false;
  if (text === "\\begin") return /matrix$|^cases$/.test(command ?? "");
  if (sized === "right") return false;
  if (text === ".") return sized === "left";
  // A bare bar opens, unless one is open or the bar separates what is given.
  if (text === "|") return sized === "left" || (reading.bars === 0 && !reading.given);
  if (text === "\\|") return sized === "left" || (reading.norms === 0 && !reading.given);
  return signs.has(text);
}
