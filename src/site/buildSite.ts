import { readNotebook } from "../notebook/index.js";
import { type FaceCharacters, faceCharacters, mathsCharacters } from "./characters.js";
import { chapterPage } from "./chapterPage.js";
import { mathsFontCss, textFontCss } from "./fonts.js";
import { mathsFontSlot } from "./frame.js";
import { indexPage } from "./indexPage.js";
import { itemsPage, itemsSlug } from "./itemsPage.js";
import { createMaths } from "./maths.js";
import { type ProjectFile, findPlaces } from "./places.js";
import { readChapter } from "./readChapter.js";
import type { Picture } from "./sanitise.js";
import { pageScript } from "./script.js";
import { sourcePage } from "./sourcePage.js";
import { styleSheet } from "./style/styleSheet.js";
import type { Chapter, InventoryItem, Problem, SiteFile } from "./types.js";

/** A notebook as the site takes it in. */
export interface NotebookFile {
  /** Path below the project's root, with forward slashes. */
  path: string;
  /** The path as the user gave it, for messages. */
  given?: string;
  text: string;
  /** Pictures beside the notebook, as data URIs. */
  picture?: Picture;
}

export interface SiteInput {
  notebooks: NotebookFile[];
  inventory: InventoryItem[];
  /** Sources and tests of the project, in which `@eq` and `suite` are looked for. */
  sources: ProjectFile[];
  version: string;
}

export interface Site {
  files: SiteFile[];
  problems: Problem[];
  chapters: Chapter[];
  /** Whether a figure asks for plotly.js beside the pages. */
  needsPlotly: boolean;
}

/**
 * Makes the static pages of notebooks with stored outputs; the same input gives the same bytes.
 *
 * @throws NotebookError if a text is not a notebook
 */
export async function buildSite({
  notebooks,
  inventory,
  sources,
  version,
}: SiteInput): Promise<Site> {
  const problems: Problem[] = [];
  const places = findPlaces(sources);
  const slugs = uniqueSlugs(notebooks.map(({ path }) => path));
  const chapters = notebooks.map(({ path, given = path, text, picture = () => undefined }, i) =>
    readChapter(readNotebook(text, given), {
      slug: slugs[i],
      source: path,
      text,
      inventory,
      places,
      picture,
      problems,
    }),
  );
  const linked = new Set(
    [...places.values()].flatMap(({ code, test }) => [code?.path, test?.path]),
  );
  // What cannot be typeset has been reported with its cell; the front page repeats it in silence.
  const quiet = createMaths(() => {});
  const pages = new Map<string, string>();
  chapters.forEach((chapter, i) => {
    const around = { previous: chapters[i - 1], next: chapters[i + 1] };
    pages.set(`${chapter.slug}.html`, chapterPage(chapter, around, version));
  });
  pages.set("index.html", indexPage(chapters, quiet, version));
  pages.set(`${itemsSlug}.html`, itemsPage(chapters, inventory, version));
  for (const { path, content } of sources.filter(({ path }) => linked.has(path))) {
    pages.set(`source/${path}.html`, sourcePage(path, content, version));
  }
  const files: SiteFile[] = [];
  for (const [path, html] of pages) files.push({ path, content: await withMathsFont(html) });
  files.push({ path: "style.css", content: await styleWithFonts([...pages.values()]) });
  files.push({ path: "page.js", content: pageScript });
  chapters.forEach((chapter, i) => files.push(...companions(chapter, notebooks[i].text)));
  return {
    files,
    problems,
    chapters,
    needsPlotly: chapters.some(({ figures }) => figures.length > 0),
  };
}

async function withMathsFont(html: string): Promise<string> {
  const css = await mathsFontCss(mathsCharacters(html));
  return html.replace(mathsFontSlot, () => (css ? `<style>${css}</style>` : ""));
}

async function styleWithFonts(pages: string[]): Promise<string> {
  const faces = pages.map(faceCharacters);
  const union = (face: keyof FaceCharacters) =>
    [...new Set(faces.flatMap((one) => [...one[face]]))].sort().join("");
  const characters = { upright: union("upright"), italic: union("italic"), code: union("code") };
  return `${styleSheet}\n${await textFontCss(characters)}\n`;
}

/** The notebook itself, its derivations, its interactive figures. */
function companions({ slug, derivations, figures }: Chapter, text: string): SiteFile[] {
  const evidence = derivations.map(({ derivation }) => derivation);
  return [
    { path: `notebooks/${slug}.ipynb`, content: text },
    ...(evidence.length
      ? [{ path: `${slug}.evidence.json`, content: `${JSON.stringify(evidence, null, 1)}\n` }]
      : []),
    ...figures,
  ];
}

/** Page names from file names; two notebooks of one name get a number. */
function uniqueSlugs(paths: string[]): string[] {
  const taken = new Set(["index", itemsSlug]);
  return paths.map((path) => {
    const base =
      (path.split("/").pop() ?? path).replace(/\.ipynb$/, "").replace(/[^\w.-]+/g, "-") ||
      "notebook";
    let slug = base;
    for (let i = 2; taken.has(slug.toLowerCase()); i++) slug = `${base}-${i}`;
    taken.add(slug.toLowerCase());
    return slug;
  });
}
