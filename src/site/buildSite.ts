import { type Notebook, readNotebook } from "../notebook/index.js";
import { type FaceCharacters, faceCharacters, mathsCharacters } from "./style/characters.js";
import { chapterPage } from "./pages/chapterPage.js";
import { mathsFontCss, textFontCss } from "./style/fonts.js";
import { createFormulaStyles } from "./maths/formulaStyle.js";
import { entriesOf, hasItems, itemsSlug } from "./pages/entries.js";
import { type Around, closingHtml, type Frame, framePage } from "./pages/frame.js";
import type { Html } from "./html/html.js";
import { indexPage } from "./pages/indexPage.js";
import { itemsPage } from "./pages/itemsPage.js";
import { createMaths } from "./maths/maths.js";
import { type ProjectFile, findPlaces } from "./context/places.js";
import { createMarkdown } from "./prose/markdown.js";
import { textPage } from "./pages/textPage.js";
import { linksFrom } from "./settings/destinations.js";
import { plainSettings, type SiteSettings } from "./settings/settings.js";
import type { HeldFile } from "./settings/readSettings.js";
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
  /** What the author says of the site. */
  settings?: SiteSettings;
  /** Markdown files that become pages, and files that the site holds as they are. */
  pages?: HeldFile[];
  files?: HeldFile[];
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
  {
    notebooks,
    inventory,
    sources,
    version,
    settings = plainSettings,
    pages: texts = [],
    files: held = [],
  }: SiteInput,
  verify: Verify,
): Promise<Site> {
  const problems: Problem[] = [];
  const styles = createFormulaStyles();
  const places = findPlaces(sources);
  const slugs = uniqueSlugs([...notebooks, ...texts].map(({ path }) => path));
  const destinations = new Map([
    ...[...notebooks, ...texts].map(({ path }, i) => [path, `${slugs[i]}.html`] as const),
    ...held.map(({ path }) => [path, `files/${path}`] as const),
  ]);
  const common = { places, verify, problems, styles };
  const chapters = notebooks.map(({ path, given = path, text, doubt, picture = noPicture }, i) => {
    const link = linksFrom(path, destinations);
    const own = { slug: slugs[i], source: path, doubt, text, inventory, picture, link };
    return readChapter(readNotebook(text, given), { ...common, ...own });
  });
  const pages = texts.map(({ path, content, picture = noPicture }, i) => {
    const link = linksFrom(path, destinations);
    const text = content.toString("utf8");
    const own = {
      slug: slugs[notebooks.length + i],
      source: path,
      text,
      inventory: [],
      picture,
      link,
    };
    return readChapter(ofMarkdown(text), { ...common, ...own });
  });
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
  frames.set("index.html", indexPage(chapters, quiet, version, settings));
  for (const page of pages) frames.set(`${page.slug}.html`, textPage(page, version));
  if (hasItems(chapters, inventory)) {
    frames.set(`${itemsSlug}.html`, itemsPage(chapters, inventory, version));
  }
  for (const { path, content } of sources.filter(({ path }) => linked.has(path))) {
    frames.set(`source/${path}.html`, sourcePage(path, content, version));
  }
  const sentence = settings.footer
    ? createMarkdown(quiet, warning(problems)).inline(settings.footer)
    : "";
  const around: Around = {
    settings,
    entries: entriesOf(chapters, inventory, pages),
    closing: closingHtml(settings, sentence),
  };
  const made = await Promise.all([...frames].map(([path, frame]) => page(path, frame, around)));
  const files: SiteFile[] = [...made];
  const style = await styleWithFonts(made, styles.css(), settings.style);
  files.push({ path: "style.css", content: style });
  for (const { path, content } of held) files.push({ path: `files/${path}`, content });
  files.push({ path: "page.js", content: pageScript });
  chapters.forEach((chapter, i) => files.push(...companions(chapter, notebooks[i].text)));
  return {
    files,
    problems,
    chapters,
    needsPlotly: chapters.some(({ interactive }) => interactive),
  };
}

/** A Markdown file as a notebook of one cell. */
function ofMarkdown(source: string): Notebook {
  const cell = { cell_type: "markdown" as const, id: "text", metadata: {}, source };
  return { cells: [cell], metadata: {}, nbformat: 4, nbformat_minor: 5 };
}

const warning = (problems: Problem[]) => (text: string) =>
  problems.push({ kind: "warning", where: "the footer", text });

const noPicture: Picture = () => ({ refused: "there is no such file" });

/** A page in its frame, with the mathematical face cut to the characters of its own formulas. */
async function page(
  path: string,
  frame: Frame,
  around: Around,
): Promise<{ path: string; content: Html }> {
  const css = await mathsFontCss(mathsCharacters(frame.main));
  return { path, content: framePage(frame, path, css, around) };
}

async function styleWithFonts(
  pages: { content: Html }[],
  formulas: string,
  own: string,
): Promise<string> {
  const faces = pages.map(({ content }) => faceCharacters(content));
  const union = (face: keyof FaceCharacters) =>
    [...new Set(faces.flatMap((one) => [...one[face]]))].sort().join("");
  const characters = { upright: union("upright"), italic: union("italic"), code: union("code") };
  return `${styleSheet}${formulas}\n${await textFontCss(characters)}\n${own ? `${own}\n` : ""}`;
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
      (path.split("/").pop() ?? path).replace(/\.(?:ipynb|md)$/, "").replace(/[^\w.-]+/g, "-") ||
      "notebook";
    let slug = base;
    for (let i = 2; taken.has(slug.toLowerCase()); i++) slug = `${base}-${i}`;
    taken.add(slug.toLowerCase());
    return slug;
  });
}
