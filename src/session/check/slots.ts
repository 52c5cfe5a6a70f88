import { join } from "node:path";
import type { CellLanguage } from "../../notebook/index.js";

/** Files in memory, each of which may hold a cell. */
export interface Slots {
  path(slot: number): string;
  paths(): string[];
  text(path: string): string | undefined;
  write(slot: number, text: string): void;
  /** Takes what a slot holds out of it. */
  clear(slot: number): void;
  /** Makes more of them, where there are fewer. */
  provide(slots: number): void;
  /** Files whose text changed since this was last asked. */
  changed(): string[];
}

/** Matches the files. To the compiler they are a folder's: of a list it would look up each for each cell. */
export const slotPattern = (language: CellLanguage) =>
  language === "javascript" ? "__cell*__.js" : "__cell*__.ts";

/** Every file declares a global scope: if one begins to later, the compiler rebuilds its whole program. */
const empty = "export {}; declare global {}";

/** Slots at the start: making more takes the compiler some ten milliseconds. */
const first = 16;

export function slots(cwd: string, language: CellLanguage): Slots {
  const pattern = slotPattern(language);
  const texts = new Map<string, string>();
  const changed = new Set<string>();
  const path = (slot: number) => join(cwd, pattern.replace("*", String(slot)));
  const write = (slot: number, text: string) => {
    if (texts.get(path(slot)) === text) return;
    texts.set(path(slot), text);
    changed.add(path(slot));
  };
  const provide = (wanted: number) => {
    if (wanted <= texts.size) return;
    const size = texts.size + Math.max(first, Math.floor(texts.size / 2));
    while (texts.size < size) texts.set(path(texts.size), empty);
  };
  provide(1);
  return {
    path,
    paths: () => [...texts.keys()],
    text: (name) => texts.get(name),
    write,
    clear: (slot) => write(slot, empty),
    provide,
    changed() {
      const paths = [...changed];
      changed.clear();
      return paths;
    },
  };
}
