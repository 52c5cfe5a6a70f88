import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import { readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { AddressInfo } from "node:net";
import type { Browser } from "playwright-core";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { derivation } from "../../src/index.js";
import { verify } from "../../src/derive/records/verify.js";
import { buildSite, readInput, type Site } from "../../src/site/index.js";
import { chromium } from "../support/require.js";
import { built, fileUrl, inFolder, launch, opened } from "./chromium.js";
import { code, markdown, notebookOf, png } from "./notebookOf.js";

const test = suite("site: hostile notebooks");
const executablePath = chromium("hostile notebooks");
let browser: Browser;
test.before(async () => {
  browser = await launch(executablePath as string);
});
test.after(() => browser?.close());

// What each would do if it ran is set a harmless attribute.
const mark = "document.documentElement.dataset.ran='1'";
const active = [
  `<script>${mark}</script>`,
  `<script src="beside.js"></script>`,
  `<img src="x" onerror="${mark}">`,
  `<svg onload="${mark}"><script>${mark}</script></svg>`,
  `<details open ontoggle="${mark}">x</details>`,
  `<iframe srcdoc="<script>parent.${mark}</script>"></iframe>`,
  `<link rel="stylesheet" href="beside.css"><style>h1{display:none}</style>`,
  `<meta http-equiv="refresh" content="0;url=beside.html"><base href="beside/">`,
  `<form action="beside.html"><input autofocus onfocus="${mark}"></form>`,
  `<object data="beside.html"></object><embed src="beside.html">`,
  `<a href="javascript:${mark}">link</a>`,
  `<div style="position:fixed;inset:0">cover</div>`,
  `<img src="data:image/svg+xml;base64,${Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg"><script>${mark}</script></svg>`).toString("base64")}">`,
];
const metadata = {
  language_info: { name: `"><script>${mark}</script><i data-ran>` },
  kernelspec: { name: "k", display_name: "k", language: active.join("") },
};

function hostile(): string {
  const all = active.join("\n\n");
  const notebook = JSON.parse(
    notebookOf(
      markdown(`# Title ${active[0]}\n\n${all}\n\n## Head ${active[2]}\n\n$\\text{${active[0]}}$`),
      code(all, { "text/html": all, "text/plain": "p" }),
      code("a", { "text/markdown": all }),
      code("b", {
        "image/svg+xml": `<svg xmlns="http://www.w3.org/2000/svg"><script>${mark}</script></svg>`,
      }),
      code("c", { "image/png": `"><script>${mark}</script>`, "text/plain": "words" }),
      code("d", { "application/javascript": mark, "text/plain": "words" }),
      code("e", { output_type: "stream", name: "stdout", text: all }),
    ),
  );
  return JSON.stringify({ ...notebook, metadata });
}

function plantBeside(folder: string): void {
  writeFileSync(join(folder, "beside.js"), mark);
  writeFileSync(join(folder, "beside.css"), "h1{display:none}");
  writeFileSync(join(folder, "beside.html"), `<script>parent.${mark}</script>`);
}

const ran =
  "document.documentElement.dataset.ran ?? document.querySelector('[data-ran]')?.outerHTML ?? ''";

test("of a notebook full of scripts nothing runs, nothing is loaded, and the page stays where it is", async () => {
  const site = await built([{ path: "x.ipynb", text: hostile() }]);
  await inFolder(site, async (folder) => {
    plantBeside(folder);
    // Without statements of notes and without claims there is no page of items.
    for (const path of ["x.html", "index.html"]) {
      await opened(browser, fileUrl(folder, path), async ({ page, trouble }) => {
        await page.evaluate(() => {
          for (const one of document.querySelectorAll("details")) one.open = true;
        });
        await page.waitForTimeout(100);
        assert.is(await page.evaluate(ran), "", path);
        assert.ok(await page.locator("h1").first().isVisible(), path);
        assert.equal(trouble, [], path);
      });
    }
  });
});

// No policy stops a page's own refresh; that none is let in is the sanitiser's work alone.
const planted = active.filter((one) => !one.includes("refresh"));

test("the policy stands alone: what is planted in a finished page does not run, over file: and http:", async () => {
  const site = await built([{ path: "x.ipynb", text: notebookOf(markdown("# T")) }]);
  const page = site.files.find(({ path }) => path === "x.html");
  assert.ok(page);
  page.content = String(page.content).replace("</main>", `${planted.join("")}</main>`);
  await inFolder(site, async (folder) => {
    plantBeside(folder);
    await bothWays(folder, (url) =>
      opened(browser, url, async ({ page, trouble }) => {
        await page.waitForTimeout(100);
        assert.is(await page.evaluate(ran), "", url);
        assert.match(
          trouble.join("\n"),
          /Content Security Policy/,
          "the console tells what was refused",
        );
      }),
    );
  });
});

test("the probe is not blind: without the policy the same page is marked", async () => {
  const site = await built([{ path: "x.ipynb", text: notebookOf(markdown("# T")) }]);
  const page = site.files.find(({ path }) => path === "x.html");
  assert.ok(page);
  page.content = String(page.content)
    .replace(/<meta http-equiv="Content-Security-Policy"[^>]*>/, "")
    .replace("</main>", `${active[0]}</main>`);
  await inFolder(site, (folder) =>
    opened(browser, fileUrl(folder, "x.html"), async ({ page }) => {
      assert.is(await page.evaluate(ran), "1");
    }),
  );
});

/** The page of a folder over file: and over http:. */
async function bothWays(folder: string, work: (url: string) => Promise<void>): Promise<void> {
  const server = served(folder);
  await new Promise<void>((done) => server.listen(0, "localhost", done));
  const { port } = server.address() as AddressInfo;
  try {
    await work(fileUrl(folder, "x.html"));
    await work(`http://localhost:${port}/x.html`);
  } finally {
    server.close();
    server.closeAllConnections();
  }
}

function served(folder: string): Server {
  const types: [string, string][] = [
    [".html", "text/html"],
    [".css", "text/css"],
    [".js", "text/javascript"],
  ];
  return createServer((request, response) => {
    const path = String(request.url).slice(1);
    const [, type] = types.find(([ending]) => path.endsWith(ending)) ?? ["", "text/plain"];
    try {
      response.setHeader("Content-Type", type);
      response.end(readFileSync(join(folder, path)));
    } catch {
      response.statusCode = 404;
      response.end();
    }
  });
}

/** Formulas that leave their place: up, down, to either side, with a box behind them that hides what is there. */
function covers(): string[] {
  const box = String.raw`\colorbox{white}{\textcolor{green}{proved proved}}`;
  const wide = String.raw`\hspace{12em}`;
  return [-4, -2, -1, 1, 2, 4].flatMap((rise) =>
    [`${wide}${wide}${wide}`, "", String.raw`\hspace{-20em}`].map(
      (shift) => String.raw`$${shift}\smash{\raisebox{${rise}em}{\Huge ${box}}}$`,
    ),
  );
}

test("no formula, picture or word of an author lies on a badge, a grade or an equation", async () => {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9" width="9" height="9"><rect x="-900" y="-900" width="2000" height="2000"/></svg>`;
  const covering = covers();
  const chain = derivation("a.chain").from("x + x");
  for (const one of covering) chain.equals("2*x", one).equals("x + x", one);
  const cells = covering.flatMap((one, i) => [
    markdown(`$$1 = ${i} \\tag{a.eq${i}}$$\n\n${one} ${one}\n\n- ${one}\n\n> ${one}`),
    code("a", { "text/markdown": one }),
    code("a", { "text/html": `<p style="margin-top:-9em">${"x".repeat(900)}</p>` }),
    markdown(`## ${one}`),
  ]);
  const text = notebookOf(
    ...cells,
    markdown("$$x + x = 2x \\tag{a.chain}$$"),
    code("b", { "application/vnd.rederive.derivation.v1+json": chain.toJSON() }),
    code("c", { "image/svg+xml": svg }),
    markdown("$$1 = 1 \\tag{a.last}$$"),
  );
  const site = await built([{ path: "x.ipynb", text }]);
  const bare = structuredClone(site);
  const sheet = bare.files.find(({ path }) => path.endsWith(".css"));
  assert.ok(sheet);
  sheet.content = String(sheet.content).replaceAll("overflow: clip", "overflow: visible");
  const covered = (one: Site) =>
    inFolder(one, (folder) =>
      opened(browser, fileUrl(folder, "x.html"), ({ page }) => page.evaluate(coveredPlaces)),
    );
  assert.equal(await covered(site), []);
  const without = await covered(bare);
  assert.ok(without.length > 20, `the probe is blind: ${without.length}`);
});

/** Grades, badges and equations of which a point shows something that stands elsewhere. */
function coveredPlaces(): string[] {
  const places = [...document.querySelectorAll(".grade, .ungraded, .equation math, .chain .rhs")];
  return places.flatMap((place) => {
    if (!place.checkVisibility()) return [];
    place.scrollIntoView({ block: "center", behavior: "instant" });
    const { x, y, width, height } = place.getBoundingClientRect();
    const spots = [0.05, 0.3, 0.6, 0.95].flatMap((a) => [0.2, 0.5, 0.8].map((b) => [a, b]));
    const strange = spots
      .map(([a, b]) => document.elementFromPoint(x + a * width, y + b * height))
      .find((one) => one && !place.contains(one) && !one.contains(place));
    return strange ? [`${place.textContent}: ${strange.outerHTML.slice(0, 80)}`] : [];
  });
}

const trace = {
  type: "scatter",
  mode: "lines+markers",
  x: [1, 2, 3],
  y: [1, 4, 9],
  name: "<b>s</b>",
};
const surface = {
  type: "heatmap",
  z: [
    [1, 2],
    [3, 4],
  ],
};

test("an interactive figure opens over file: and http: with nothing in the console", async () => {
  const plot = { data: [trace, surface], layout: { title: { text: "</script><i data-ran>" } } };
  const svg = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0"/></svg>';
  const text = notebookOf(
    code("f", { "application/vnd.plotly.v1+json": plot, "image/svg+xml": svg, "text/plain": "f" }),
  );
  await inFolder(await built([{ path: "x.ipynb", text }]), async (folder) => {
    await bothWays(folder, (url) =>
      opened(browser, url, async ({ page, trouble }) => {
        await page.locator("[data-plot]").click();
        await page.locator(".plotly-here .main-svg").first().waitFor({ timeout: 30_000 });
        assert.is(await page.locator("[data-plot]").textContent(), "Back to the static figure");
        await page.locator(".plotly-here .main-svg").first().hover({ force: true });
        assert.equal(trouble, [], url);
        assert.is(await page.evaluate(ran), "", url);
      }),
    );
  });
});

/** A project in a folder, with a file outside it, and what a build makes of its notebook. */
async function project(
  source: string,
  plant: (root: string, outside: string) => void,
): Promise<Site> {
  const folder = mkdtempSync(join(tmpdir(), "rederive-project-"));
  const [root, outside] = [join(folder, "project"), join(folder, "outside")];
  try {
    for (const one of [outside, join(root, "notes"), join(root, "pictures")])
      mkdirSync(one, { recursive: true });
    writeFileSync(join(root, "package.json"), "{}");
    writeFileSync(join(outside, "secret.png"), Buffer.from(png, "base64"));
    writeFileSync(join(root, "pictures", "own.png"), Buffer.from(png, "base64"));
    writeFileSync(join(root, "notes", "x.ipynb"), notebookOf(markdown(source)));
    plant(root, outside);
    return await buildSite(readInput([join(root, "notes", "x.ipynb")], "1"), verify);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const shown = (site: Site) => String(site.files.find(({ path }) => path === "x.html")?.content);
const told = (site: Site) => site.problems.map(({ text }) => text).join("\n");

test("a picture outside the project is refused by name, by whatever way it is reached", async () => {
  const names = [
    "link.png",
    "folder/secret.png",
    "../../outside/secret.png",
    "nowhere/../link.png",
    "..%2f..%2foutside%2fsecret.png",
  ];
  const source = names.map((name) => `![words](${name})`).join("\n\n");
  const site = await project(source, (root, outside) => {
    symlinkSync(join(outside, "secret.png"), join(root, "notes", "link.png"));
    symlinkSync(outside, join(root, "notes", "folder"));
  });
  assert.not.match(shown(site), /data:image\/png/);
  for (const name of names)
    assert.match(told(site), `picture ${name}: it lies outside the project's folder`);
  assert.match(
    shown(site),
    /\[picture left out: words: it lies outside the project&#39;s folder\]|\[picture left out: words: it lies outside the project's folder\]/,
  );
});

test("a picture inside the project is embedded, also through a link; a hyperlink out of the site becomes words, and is told", async () => {
  const site = await project(
    "![a](../pictures/own.png) ![b](link.png) [c](../../outside/secret.png)",
    (root) => {
      symlinkSync(join(root, "pictures", "own.png"), join(root, "notes", "link.png"));
    },
  );
  assert.is(shown(site).split(`data:image/png;base64,${png}`).length, 3);
  assert.match(shown(site), "<a>c</a>");
  assert.match(
    told(site),
    /^left out: link \.\.\/\.\.\/outside\/secret\.png: the site has no such page or file; [^\n]*$/,
  );
});

test("a picture that is not what its name says is refused", async () => {
  const site = await project(
    "![a](words.png) ![b](page.svg) ![c](own.gif) ![d](missing.png) ![e](https://example.org/x.png)",
    (root) => {
      const put = (name: string, content: string | Buffer) =>
        writeFileSync(join(root, "notes", name), content);
      put("words.png", "root:x:0:0");
      put("page.svg", "<!doctype html><p>svg</p>");
      put("own.gif", Buffer.from(png, "base64"));
    },
  );
  assert.match(told(site), "picture words.png: it says image/png and holds no picture");
  assert.match(told(site), "picture page.svg: it says image/svg+xml and holds no picture");
  assert.match(told(site), "picture own.gif: it says image/gif and holds image/png");
  assert.match(told(site), "picture missing.png: there is no such file");
  assert.match(told(site), "picture https://example.org/x.png: pages load nothing from elsewhere");
  assert.not.match(shown(site), /<img/);
});

test("a source file that is a link is not read: it may lead out of the project", async () => {
  const site = await project("$$1 = 1 \\tag{a.b}$$", (root, outside) => {
    mkdirSync(join(root, "src"));
    writeFileSync(join(outside, "secret.ts"), `// @${"eq"} a.b\nexport const secret = 1;\n`);
    symlinkSync(join(outside, "secret.ts"), join(root, "src", "secret.ts"));
  });
  assert.not.ok(site.files.some(({ path }) => path.startsWith("source/")));
});

// Skipped by name above, which the test script counts as a failure under REQUIRE_ALL=1.
if (executablePath) test.run();
else suite("site: hostile notebooks").run();
