import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { ignored } from "../../src/derive/tex/reading/commands.js";
import { readTex } from "../../src/derive/tex/readTex.js";

/** Where a command may stand, and what is left without it; where nothing is said, the rest of the formula. */
const places = String.raw`
  NAME
  NAME{x}
  NAME{x}{y}
  x NAME y
  NAME(x)
  NAME(x, y)
  NAME_{n=1}^{N} x
  NAME_0^1 x\,dx
  NAME x\,dx\,dy
  \frac{NAME f}{NAME x}
  NAME f(x)
  NAME{f}(x)
  NAME x NAME
  NAME x\rfloor
  \lfloor x NAME
  NAME x\rceil
  \lceil x NAME
  NAME x\rvert
  \lvert x NAME
  NAME( x \right) => x
  \left( x NAME) => x
  \bigl(x NAME) => \bigl(x
  p(x NAME y)
  p\left(x NAME| y\right) => p\left(xy\right)
  \sum NAME_{n=1}^{N} x
  x = y NAME{so} y = x`
  .trim()
  .split("\n")
  .map((line) => line.trim().split(" => "));

const declared = {
  symbols: new Set(["x", "y"]),
  families: new Map<string, number>(),
  functions: new Set(["f", "p"]),
};

/** Every command of which the typesetter's source speaks, what is no command among them, and those the reader passes over. */
function allNames(): string[] {
  const path = createRequire(import.meta.url).resolve("temml/dist/temml.mjs");
  const found = readFileSync(path, "utf8").matchAll(/\\\\([A-Za-z]+)/g);
  return [...new Set([...[...found].map(([, name]) => name), ...ignored])];
}

/** A command that the reader accepts, as a formula that has it and what is left without it. */
export interface Accepted {
  name: string;
  formula: string;
  bare: string;
}

/**
 * The commands that the reader accepts, found by asking it: each name that can be typeset, in every place, so that a
 * command which the reader learns is on the list by itself.
 *
 * @param isSet whether a formula can be typeset
 */
export function readerCommands(isSet: (tex: string) => boolean): Accepted[] {
  return allNames().flatMap((name): Accepted[] => {
    const accepted = places
      .map(([place, rest = place.replaceAll("NAME", "{}")]) => ({
        name,
        formula: place.replaceAll("NAME", `\\${name} `).replaceAll(`\\${name} {`, `\\${name}{`),
        bare: rest,
      }))
      .filter(({ formula }) => isRead(formula));
    return accepted.length ? [accepted.find(({ formula }) => isSet(formula)) ?? accepted[0]] : [];
  });
}

function isRead(tex: string): boolean {
  try {
    readTex(tex, declared);
    return true;
  } catch {
    return false;
  }
}
