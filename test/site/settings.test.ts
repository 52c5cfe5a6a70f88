import { suite } from "uvu";
import * as assert from "uvu/assert";
import { buildSite, type NotebookFile, readInput, type SiteInput } from "../../src/site/index.js";
import { plainSettings } from "../../src/site/settings/settings.js";
import { loadConfig } from "../../src/project/index.js";
import { scratch } from "../run/scratch.js";
import { code, markdown, notebookOf, trusting } from "./notebookOf.js";

const test = suite("site: settings");
const files = scratch();
test.after(files.remove);

const text = notebookOf(markdown("# Springs\n\nWhat moves?"), code("1", { "text/plain": "1" }));
const notebooks: NotebookFile[] = [{ path: "notebooks/springs.ipynb", text }];

async function built(more: Partial<SiteInput> = {}) {
  const input = { notebooks, inventory: [], sources: [], version: "1", ...more };
  const site = await buildSite(input, trusting);
  const page = (path: string) => String(site.files.find((file) => file.path === path)?.content);
  return { ...site, page };
}

test("a site of which nothing is said speaks of nobody's notes and links to nothing empty", async () => {
  const { page, files: made } = await built();
  const html = page("index.html");
  assert.match(html, /<title>Notes<\/title>/);
  assert.match(html, /<a class="word" href="index.html">Notes<\/a>/);
  assert.match(
    html,
    /<nav aria-label="Site"><ul><li><a href="index.html#chapters"[^>]*>Chapters<\/a><\/li><\/ul>/,
  );
  assert.not.match(html, /Errata|Equations|Items|Mathematical notes|checked by machine/);
  assert.not.ok(made.some(({ path }) => path === "items.html"));
});

test("title, authors, language, direction, licence, address and footer stand on every page", async () => {
  const settings = {
    ...plainSettings,
    title: "Schwingungen",
    heading: "Was schwingt",
    lead: "Eine Vorlesung.",
    authors: ["A. Muster", "B. <Beispiel>"],
    language: "de",
    direction: "rtl" as const,
    licence: { name: "CC BY 4.0", url: "https://creativecommons.org/licenses/by/4.0/" },
    baseUrl: "https://example.org/x/",
    footer: "Geschrieben in *Bonn*.",
  };
  const { page } = await built({ settings });
  for (const path of ["index.html", "springs.html"]) {
    const html = page(path);
    assert.match(html, '<html lang="de" dir="rtl">');
    assert.match(html, '<meta name="author" content="A. Muster">');
    assert.match(html, '<meta name="author" content="B. &lt;Beispiel&gt;">');
    assert.match(html, /rel="license" href="https:\/\/creativecommons.org[^"]*">CC BY 4\.0</);
    assert.match(html, "Geschrieben in <em>Bonn</em>.");
  }
  assert.match(page("index.html"), "<h1>Was schwingt</h1>");
  assert.match(page("index.html"), '<link rel="canonical" href="https://example.org/x/">');
  assert.match(
    page("springs.html"),
    '<link rel="canonical" href="https://example.org/x/springs.html">',
  );
  assert.match(page("springs.html"), "<title>Springs · Schwingungen</title>");
});

test("chapters stand in the parts of the settings, in their order, those of no part first", async () => {
  const three = ["c", "a", "b"].map((name) => ({
    path: `notebooks/${name}.ipynb`,
    text: notebookOf(markdown(`# ${name}`)),
  }));
  const parts = [
    { title: "Late", notebooks: ["notebooks/b.ipynb", "notebooks/a.ipynb"] },
    { title: "Unused", notebooks: [] },
  ];
  const { page } = await built({ notebooks: three, settings: { ...plainSettings, parts } });
  const rows = [...page("index.html").matchAll(/<h3 class="part">(\w+)|<h3><a href="(\w+)\.html/g)];
  assert.equal(
    rows.map(([, part, slug]) => part ?? slug),
    ["c", "Late", "b", "a"],
  );
});

test("without parts in the settings, folders are parts", async () => {
  const two = ["notebooks/intro.ipynb", "notebooks/02-second_part/x.ipynb"].map((path) => ({
    path,
    text: notebookOf(markdown("# T")),
  }));
  const { page } = await built({ notebooks: two });
  assert.equal(
    [...page("index.html").matchAll(/<h3 class="part">([^<]*)/g)].map(([, title]) => title),
    ["Second part"],
  );
});

test("the settings' pages, files, logo, colours and style are on the site, and links lead to them", async () => {
  files.write("package.json", '{"name":"springs"}');
  files.write(
    "about.md",
    "# About\n\nWho wrote it.\n\n## How\n\nSee [data](data/x.csv) and [first](notebooks/a.ipynb).",
  );
  files.write("data/x.csv", "1,2\n");
  files.write("own.css", ".lead { color: teal; }");
  files.write("logo.svg", '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"/>');
  const path = files.write(
    "notebooks/a.ipynb",
    notebookOf(markdown("# A\n\n[data](../data/x.csv) [gone](../gone.csv)")),
  );
  files.write(
    "rederive.config.mjs",
    `export default { site: { pages: "about.md", files: "data", logo: "logo.svg", style: "own.css",
      colours: { accent: ["#b00020", "#ff8a80"] }, fonts: { text: "Georgia" } } };`,
  );
  const input = readInput([path], "1", await loadConfig(files.folder));
  const { page, files: made, problems } = await built(input);
  assert.is(String(made.find((file) => file.path === "files/data/x.csv")?.content), "1,2\n");
  assert.match(page("a.html"), '<a href="files/data/x.csv">data</a> <a>gone</a>');
  assert.match(
    problems.map(({ text: said }) => said).join("\n"),
    /link \.\.\/gone\.csv: the site has no such page or file/,
  );
  assert.match(
    page("about.html"),
    '<a href="files/data/x.csv">data</a> and <a href="a.html">first</a>',
  );
  assert.match(page("a.html"), '<li><a href="about.html">About</a></li>');
  assert.match(page("about.html"), '<li><a href="about.html" aria-current="true">About</a></li>');
  assert.match(
    page("a.html"),
    /<a class="word" href="index.html"><img src="data:image\/svg\+xml;base64,[^"]+" alt="">springs<\/a>/,
  );
  const css = page("style.css");
  assert.match(css, "--act: #b00020;");
  assert.match(css, "--act: #ff8a80;");
  assert.match(css, "--serif: Georgia, Text");
  assert.ok(css.trimEnd().endsWith(".lead { color: teal; }"));
});

test("a setting that names a file that is not there is refused by name", async () => {
  files.write("gone/package.json", "{}");
  files.write("gone/rederive.config.mjs", 'export default { site: { files: "none/*.csv" } };');
  const path = files.write("gone/a.ipynb", text);
  const loaded = await loadConfig(`${files.folder}/gone`);
  assert.throws(
    () => readInput([path], "1", loaded),
    /site\.files: no file has the path none\/\*\.csv/,
  );
});

test("files outside the project are never published", async () => {
  files.write("in/package.json", "{}");
  files.write("secret.txt", "s");
  files.write("in/rederive.config.mjs", 'export default { site: { files: "../secret.txt" } };');
  const path = files.write("in/a.ipynb", text);
  const loaded = await loadConfig(`${files.folder}/in`);
  assert.throws(
    () => readInput([path], "1", loaded),
    /site\.files: \.\.\/secret\.txt leads out of the project/,
  );
});

test.run();
