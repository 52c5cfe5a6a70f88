import { graphNodes } from "../claims/restsGraph.js";
import { escapeHtml } from "../html/escape.js";
import type { Entry } from "../settings/settings.js";
import type { Chapter, InventoryItem } from "../types.js";

/** The address of the list of chapters. */
export const chaptersEntry = "index.html#chapters";

/** Name of the page of the items below the output folder, without its extension. */
export const itemsSlug = "items";

/** Whether the page of the items has something to say: statements of the notes, or claims that rest on others. */
export function hasItems(chapters: Chapter[], inventory: InventoryItem[]): boolean {
  return chapters.some(
    (chapter) =>
      inventory.some(({ notebook }) => notebook === chapter.slug) || graphNodes(chapter).length > 0,
  );
}

/** The entries of the masthead: none leads to something empty. */
export function entriesOf(
  chapters: Chapter[],
  inventory: InventoryItem[],
  pages: Chapter[],
): Entry[] {
  const derivations = chapters.flatMap((chapter) => chapter.derivations);
  const has = {
    equations:
      chapters.some(({ equations }) => equations.length) ||
      derivations.some(({ derivation }) => derivation.steps.length),
    errata: derivations.some(({ derivation }) => derivation.errata.length),
  };
  const entry = (to: string, word: string): Entry => ({ to, word: escapeHtml(word) });
  return [
    entry(chaptersEntry, "Chapters"),
    ...(has.equations ? [entry("index.html#equations", "Equations")] : []),
    ...(has.errata ? [entry("index.html#errata", "Errata")] : []),
    ...(hasItems(chapters, inventory) ? [entry(`${itemsSlug}.html`, "Items")] : []),
    ...pages.map(({ slug, title }) => ({ to: `${slug}.html`, word: title })),
  ];
}
