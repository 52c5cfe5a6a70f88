import { readNotebook } from "../notebook/index.js";
import { type FaceCharacters, faceCharacters, mathsCharacters } from "./style/characters.js";
import { chapterPage } from "./pages/chapterPage.js";
import { mathsFontCss, textFontCss } from "./style/fonts.js";
import { createFormulaStyles } from "./maths/formulaStyle.js";
import { type Frame, framePage } from "./pages/frame.js";
import type { Html } from "./html/html.js";
import { indexPage } from "./pages/indexPage.js";
import { itemsPage, itemsSlug } from "./pages/itemsPage.js";
import { createMaths } from "./maths/maths.js";
import { type ProjectFile, findPlaces } from "./context/places.js";
import { readChapter } from "./pages/readChapter.js";
import type { Picture } from "./pictures/picture.js";
import { pageScript } from "./style/script.js";
import { sourcePage } from "./pages/sourcePage.js";
import { styleSheet } from "./style/styleSheet.js";
import type { Chapter, Doubt, InventoryItem, Problem, SiteFile, Verify } from "./types.js";

/** A notebook as the site takes it in. */
export interface NotebookFile {
  /** Path below the project's root, with forward slashes. */
  path: string;
  /** The path as the user gave it, for messages. */
  given?: string;
  text: string;
  /** What the page has to say of its outputs; nothing of those that belong to its cells. */
  doubt?: Doubt;
  /** Finds pictures beside the notebook. */
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
 * @param verify grades a stored record again: what a page shows of a derivation is what this finds
 * @throws NotebookError if a text is not a notebook
 */
export async function buildSite(
  { notebooks, inventory, sources, version }: SiteInput,
  verify: Verify,
): Promise<Site> {
  const problems: Problem[] = [];
  const styles = createFormulaStyles();
  const places = findPlaces(sources);
  const slugs = uniqueSlugs(notebooks.map(({ path }) => path));
  const chapters = notebooks.map(({ path, given = path, text, doubt, picture = noPicture }, i) =>
    readChapter(readNotebook(text, given), {
      slug: slugs[i],
      source: path,
      doubt,
      text,
      inventory,
      places,
      picture,
      verify,
      problems,
      styles,
    }),
  );
  problems.push(...doubledIds(chapters));
  const linked = new Set(
    [...places.values()].flatMap(({ code, test }) => [code?.path, test?.path]),
  );
  // What cannot be typeset has been reported with its cell; the front page repeats it in silence.
  const quiet = createMaths(styles, () => {});
  const frames = new Map<string, Frame>();
  chapters.forEach((chapter, i) => {
    const around = { previous: chapters[i - 1], next: chapters[i + 1] };
    frames.set(`${chapter.slug}.html`, chapterPage(chapter, around, version));
  });
  frames.set("index.html", indexPage(chapters, quiet, version));
  frames.set(`${itemsSlug}.html`, itemsPage(chapters, inventory, version));
  for (const { path, content } of sources.filter(({ path }) => linked.has(path))) {
    frames.set(`source/${path}.html`, sourcePage(path, content, version));
  }
  const pages = await Promise.all([...frames].map(([path, frame]) => page(path, frame)));
  const files: SiteFile[] = [...pages];
  files.push({ path: "style.css", content: await styleWithFonts(pages, styles.css()) });
  files.push({ path: "page.js", content: pageScript });
  chapters.forEach((chapter, i) => files.push(...companions(chapter, notebooks[i].text)));
  return {
    files,
    problems,
    chapters,
    needsPlotly: chapters.some(({ interactive }) => interactive),
  };
}

const noPicture: Picture = () => ({ refused: "there is no such file" });

/** A page in its frame, with the mathematical face cut to the characters of its own formulas. */
async function page(path: string, frame: Frame): Promise<{ path: string; content: Html }> {
  return { path, content: framePage(frame, await mathsFontCss(mathsCharacters(frame.main))) };
}

async function styleWithFonts(pages: { content: Html }[], formulas: string): Promise<string> {
  const faces = pages.map(({ content }) => faceCharacters(content));
  const union = (face: keyof FaceCharacters) =>
    [...new Set(faces.flatMap((one) => [...one[face]]))].sort().join("");
  const characters = { upright: union("upright"), italic: union("italic"), code: union("code") };
  return `${styleSheet}${formulas}\n${await textFontCss(characters)}\n`;
}

/** The notebook itself and its derivations. */
function companions({ slug, evidence }: Chapter, text: string): SiteFile[] {
  return [
    { path: `notebooks/${slug}.ipynb`, content: text },
    ...(evidence.derivations.length
      ? [{ path: `${slug}.evidence.json`, content: `${JSON.stringify(evidence, null, 1)}\n` }]
      : []),
  ];
}

/** Equations whose id stands already in an earlier chapter. */
function doubledIds(chapters: Chapter[]): Problem[] {
  const first = new Map<string, string>();
  return chapters.flatMap(({ slug, equations }) =>
    equations.flatMap(({ id }): Problem[] => {
      const home = first.get(id) ?? slug;
      first.set(id, home);
      const text = `${id}: stands already in ${home}; an id is one equation's`;
      return home === slug ? [] : [{ kind: "failure", where: slug, text }];
    }),
  );
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
