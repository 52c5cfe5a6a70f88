import type { Browser } from "playwright-core";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { chromium } from "../support/require.js";
import { built, fileUrl, inFolder, launch, opened } from "./chromium.js";
import { code, markdown, notebookOf, png } from "./notebookOf.js";

const test = suite("site: what lies elsewhere");
const executablePath = chromium("what lies elsewhere");
let browser: Browser;
test.before(async () => {
  browser = await launch(executablePath as string);
});
test.after(() => browser?.close());

const far = "https://example.org/";
const near = `data:image/png;base64,${png}`;
const still = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0"/></svg>';
const line = { type: "scatter", x: [1, 2], y: [1, 2] };
const at = { x: 0, y: 1, sizex: 1, sizey: 1 };

type Spec = { data: object[]; layout?: object };

/** Figures that ask for something, each with what is told of it. */
const asking: [what: string, spec: Spec, told: string[]][] = [
  [
    "pictures in a layout, by address, by path and by number",
    {
      data: [line],
      layout: {
        images: [`${far}a.png`, "beside.png", 5, near].map((source) => ({ source, ...at })),
      },
    },
    [
      `picture of a figure, ${far}a.png`,
      "picture of a figure, beside.png",
      "picture of a figure, 5",
    ],
  ],
  [
    "a picture in a template",
    {
      data: [line],
      layout: { template: { layout: { images: [{ name: "t", source: `${far}b.png`, ...at }] } } },
    },
    [`picture of a figure, ${far}b.png`],
  ],
  [
    "pictures that buttons would set",
    {
      data: [line],
      layout: {
        updatemenus: [
          {
            type: "buttons",
            buttons: [
              { label: "1", method: "relayout", args: ["images[0].source", `${far}c.png`] },
              { label: "2", method: "relayout", args: [{ "images[0].source": `${far}d.png` }] },
              {
                label: "3",
                method: "update",
                args: [{}, { images: [{ source: `${far}e.png`, ...at }] }],
              },
            ],
          },
        ],
      },
    },
    ["c.png", "d.png", "e.png"].map((name) => `picture of a figure, ${far}${name}`),
  ],
  [
    "a trace that is a picture",
    { data: [{ type: "image", source: `${far}f.png` }] },
    [`picture of a figure, ${far}f.png`],
  ],
  [
    "styles in a figure's words, plainly and in escapes",
    {
      data: [
        {
          ...line,
          mode: "text",
          text: ["<i style='background:u\\72l(https://example.org/h)'>h</i>"],
        },
      ],
      layout: {
        annotations: [{ text: `<span style="background:url('${far}g.png')">g</span>`, x: 1, y: 1 }],
      },
    },
    [`what a style of a figure asks for, ${far}g.png`],
  ],
];

/** Figures that are drawn upon a map, which no page can load. */
const maps: Spec[] = [
  { data: [{ type: "scattergeo", lat: [1], lon: [1] }] },
  { data: [{ type: "choropleth", geojson: `${far}a.json`, locations: ["a"], z: [1] }] },
  {
    data: [{ type: "scattermap", lat: [1], lon: [1] }],
    layout: { map: { style: `${far}s.json` } },
  },
  { data: [{ type: "densitymapbox", lat: [1], lon: [1] }] },
  {
    data: [line],
    layout: { updatemenus: [{ buttons: [{ method: "restyle", args: ["type", "scattergeo"] }] }] },
  },
];

/** Figures that ask for nothing, though words of theirs look like it. */
const whole: Spec[] = [
  { data: [{ ...line, meta: { source: "the notes" }, text: ["source", "choropleth"] }] },
  {
    data: [
      {
        type: "sankey",
        node: { label: ["source", "b"] },
        link: { source: [0], target: [1], value: [1] },
      },
    ],
  },
  { data: [line], layout: { images: [{ source: near, ...at }], geo: {}, title: { text: far } } },
  { data: [{ type: "image", source: near }] },
];

const cellOf = (spec: Spec) =>
  code("f()", {
    "application/vnd.plotly.v1+json": spec,
    "image/svg+xml": still,
    "text/plain": "f",
  });

async function told(...cells: Parameters<typeof notebookOf>) {
  const site = await built([{ path: "x.ipynb", text: notebookOf(...cells) }]);
  const html = String(site.files.find(({ path }) => path === "x.html")?.content);
  return { site, html, log: site.problems.map(({ text }) => text) };
}

for (const [what, spec, names] of asking) {
  test(`${what}: named in place and in the log`, async () => {
    const { html, log } = await told(cellOf(spec));
    assert.is(log.length, names.length, log.join("\n"));
    for (const [i, name] of names.entries()) {
      assert.ok(log[i].startsWith(`left out: ${name}`), log[i]);
    }
    assert.match(html, `<p class="left-out">Left out: ${names[0].replaceAll("'", "&#39;")}`);
  });
}

test("a figure upon a map stays a picture, and says so", async () => {
  for (const spec of maps) {
    const { html, log } = await told(cellOf(spec));
    assert.match(
      log.join(),
      /^left out: interactive map \(\w+\): pages load nothing from elsewhere$/,
    );
    assert.not.match(html, "data-plot");
    assert.match(html, /<svg viewBox="0 0 9 9"/);
  }
});

test("a figure that asks for nothing is whole, whatever its words", async () => {
  const { html, log } = await told(...whole.map(cellOf));
  assert.equal(log, []);
  assert.is(html.split("data-plot>").length - 1, whole.length);
});

test("opened, such a figure asks for nothing, and the console stays empty", async () => {
  const { site } = await told(...asking.map(([, spec]) => cellOf(spec)));
  await inFolder(site, (folder) =>
    opened(browser, fileUrl(folder, "x.html"), async ({ page, trouble }) => {
      for (const button of await page.locator("[data-plot]").all()) await button.click();
      const live = page.locator("[data-plot]", { hasText: "Back to the static figure" });
      await live.nth(asking.length - 1).waitFor({ timeout: 60_000 });
      for (const one of await page.locator(".updatemenu-button").all()) await one.click();
      await page.evaluate(
        () => new Promise((done) => requestAnimationFrame(() => setTimeout(done))),
      );
      assert.equal(trouble, []);
    }),
  );
});

test("the probe is not blind: the same picture in a finished page is asked for, and refused", async () => {
  const { site } = await told(
    cellOf({ data: [line], layout: { images: [{ source: near, ...at }] } }),
  );
  const page = site.files.find(({ path }) => path === "x.html");
  assert.ok(page);
  page.content = String(page.content).replace(near, `${far}a.png`);
  await inFolder(site, (folder) =>
    opened(browser, fileUrl(folder, "x.html"), async ({ page, trouble }) => {
      await page.locator("[data-plot]").click();
      await page.locator(".plotly-here .main-svg").first().waitFor({ timeout: 60_000 });
      assert.match(trouble.join(), /Content Security Policy/);
    }),
  );
});

test("what SVG and HTML would load is named in place and in the log", async () => {
  const cells: [cell: object, asked: string[]][] = [
    [
      {
        "image/svg+xml": `<svg viewBox="0 0 9 9"><image href="${far}a.png"/><a href="${far}b"><path d="M0 0"/></a></svg>`,
      },
      ["a.png"],
    ],
    [
      {
        "image/svg+xml": `<svg viewBox="0 0 9 9"><style>@import "${far}c.css"; @font-face { src: url(${far}d.woff) }</style></svg>`,
      },
      ["c.css", "d.woff"],
    ],
    [
      {
        "image/svg+xml": `<svg viewBox='0 0 9 9'><path title='>' style='fill:url("${far}e.svg#p")' xlink:href='#q'/></svg>`,
      },
      ["e.svg#p"],
    ],
    [{ "text/html": `<p style="background:url(${far}f.png)">words</p>` }, ["f.png"]],
    [
      {
        "text/html": `<link rel="stylesheet" href="${far}g.css"><style>p { background: url('${far}h.png') }</style><p>words</p>`,
      },
      ["h.png", "g.css"],
    ],
    [{ "text/html": `<table background="${far}i.png"><tr><td>words</td></tr></table>` }, ["i.png"]],
    [
      { "text/html": `<img src="${near}" srcset="${far}j.png 2x, ${far}k.png 3x">` },
      ["j.png", "k.png"],
    ],
  ];
  for (const [bundle, names] of cells) {
    const { html, log } = await told(code("f()", bundle as Record<string, unknown>));
    assert.equal(
      log.map((one) => one.replace(/.*, /, "")),
      names.map((name) => far + name),
    );
    for (const name of names) assert.match(html, new RegExp(`class="left-out">[^<]*${far}${name}`));
  }
  const prose = await told(markdown(`Words <b style="background:url(${far}l.png)">b</b>`));
  assert.match(
    prose.html,
    `class="left-out">Left out: what a style or a link asks for, ${far}l.png`,
  );
});

test("a picture that links, or that only refers to itself, lacks nothing", async () => {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 9 9"><a href="${far}"><use xlink:href="#p" fill="url(#q)"/></a><image href="${near}"/></svg>`;
  const { log } = await told(
    code(
      "f()",
      { "image/svg+xml": svg },
      { "text/html": "<p>url(https://example.org) in words</p>" },
    ),
  );
  assert.equal(log, []);
});

// Skipped by name above, which the test script counts as a failure under REQUIRE_ALL=1.
if (executablePath) test.run();
else suite("site: what lies elsewhere").run();
