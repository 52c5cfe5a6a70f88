import { createHash } from "node:crypto";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { unescapeHtml } from "../../src/site/html/escape.js";
import { buildSite } from "../../src/site/index.js";
import { sanitise } from "../../src/site/prose/sanitise.js";
import { linksFrom } from "../../src/site/settings/destinations.js";
import type { Picture } from "../../src/site/pictures/picture.js";
import { inlineSvg } from "../../src/site/pictures/svg.js";
import { code, markdown, notebookOf, png, trusting } from "./notebookOf.js";

const test = suite("site: safety");

const attacks = [
  "<script>alert(1)</script>",
  "<img src=x onerror=alert(1)>",
  '<a href="javascript:alert(1)">x</a>',
  '<a href="data:text/html,<script>alert(1)</script>">x</a>',
  '<iframe srcdoc="<script>alert(1)</script>"></iframe>',
  "<svg><script>alert(1)</script></svg>",
  "<svg onload=alert(1)></svg>",
  '<math><mtext></p><style><img src=x onerror="alert(1)"></style></math>',
  '<form action="https://example.org"><button formaction="javascript:alert(1)">x</button></form>',
  '<div style="position:fixed;inset:0;background:url(https://example.org/x)">x</div>',
  '<style>body{display:none}</style><link rel="stylesheet" href="https://example.org/x.css">',
  '<meta http-equiv="refresh" content="0;url=https://example.org">',
  '<base href="https://example.org/">',
  '<object data="x"></object><embed src="x">',
  "[x](javascript:alert(1)) ![x](javascript:alert(1))",
  "![x](https://example.org/track.png)",
  '<img src="//example.org/track.png">',
  "$\\text{<img src=x onerror=alert(1)>}$ $\\href{javascript:alert(1)}{x}$",
  '<details ontoggle="alert(1)" open>x</details>',
  '<span id="status" class="erratum" data-plot="x">x</span>',
];

const forbidden =
  /<(script|iframe|object|embed|form|base|style>|link rel="stylesheet" href="h|meta http-equiv="refresh)|\son\w+=|javascript:alert|position:fixed|(src|href|action)="(https?:)?\/\/example|data:text\/html/i;

test("nothing that runs, loads or covers comes through, in Markdown or in HTML", async () => {
  for (const attack of attacks) {
    const text = notebookOf(
      markdown(`# T ${attack}\n\n${attack}\n\n## H ${attack}\n\nWords ${attack} and $x$.`),
      code("x", { "text/html": attack }),
      code("y", { "text/markdown": attack }),
      code("z", { "text/latex": attack, "image/png": '"><script>alert(1)</script>' }),
      code("w", { output_type: "stream", name: "stdout", text: attack }),
    );
    const notebooks = [{ path: "x.ipynb", text }];
    const site = await buildSite({ notebooks, inventory: [], sources: [], version: "1" }, trusting);
    for (const path of ["x.html", "index.html"]) {
      const html = String(site.files.find((file) => file.path === path)?.content);
      // The page's own loader is the last thing in it.
      const body = html.slice(html.indexOf("<body>"), html.lastIndexOf("<script>"));
      const tags = body.match(/<[^>]*>/g) ?? [];
      for (const tag of tags) assert.not.match(tag, forbidden, `${path}: ${attack}`);
    }
  }
});

test("a page's policy names its one script and its one style by their hashes, and trusts no place", async () => {
  const text = notebookOf(markdown("# T\n\n$x$"));
  const html = await built(text);
  const policy = unescapeHtml(/Security-Policy" content="([^"]*)"/.exec(html)?.[1] ?? "");
  const hash = (element: string) => {
    const found = [...html.matchAll(new RegExp(`<${element}>([\\s\\S]*?)</${element}>`, "g"))];
    assert.is(found.length, 1, element);
    return `'sha256-${createHash("sha256").update(found[0][1]).digest("base64")}'`;
  };
  assert.match(policy, `script-src ${hash("script")} 'strict-dynamic';`);
  assert.match(policy, `style-src 'self' ${hash("style")};`);
  assert.match(policy, "default-src 'none'");
  assert.not.match(policy, /unsafe|file:|https?:|script-src[^;]*'self'/);
  assert.not.match(html, / style="/);
});

async function built(text: string): Promise<string> {
  const notebooks = [{ path: "x.ipynb", text }];
  const site = await buildSite({ notebooks, inventory: [], sources: [], version: "1" }, trusting);
  return String(site.files.find((file) => file.path === "x.html")?.content);
}

test("words, tables, links and embedded pictures stay", () => {
  const html = `<table><tr><td colspan="2">a</td></tr></table><a href="https://x.org">b</a><img src="data:image/png;base64,${png}" alt="c">`;
  const clean = sanitise(html, none).html;
  assert.match(clean, /<td colspan="2">a<\/td>/);
  assert.match(clean, /<a href="https:\/\/x.org">b<\/a>/);
  assert.match(clean, `<img src="data:image/png;base64,${png}" alt="c" />`);
});

test("a link leads to the page of what it names, and one that has none is told and becomes words", () => {
  const link = linksFrom("notes/a.ipynb", new Map([["notes/b c.ipynb", "b-c.html"]]));
  const mended = (href: string) => sanitise(`<a href="${href}">a</a>`, none, link);
  assert.match(mended("b%20c.ipynb#x").html, /href="b-c.html#x"/);
  assert.match(mended("../notes/b%20c.ipynb").html, /href="b-c.html"/);
  assert.match(mended("#here").html, /href="#here"/);
  const { html, refused } = mended("../data.csv");
  assert.is(html, "<a>a</a>");
  assert.match(
    refused.join(),
    /^link \.\.\/data\.csv: the site has no such page or file; .*`site\.files`/,
  );
});

const none: Picture = () => ({ refused: "there is no such file" });

const safe =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 2 2"><path id="p" d="M0 0"/><use href="#p"/><text>a &amp; b</text></svg>';

test("a plain picture stands in the page, its ids apart from others", () => {
  assert.is(
    inlineSvg(safe, "fig-1"),
    '<svg viewBox="0 0 2 2"><path id="fig-1-p" d="M0 0"/><use href="#fig-1-p"/><text>a &amp; b</text></svg>',
  );
});

test("a picture with anything more is refused", () => {
  const inner = [
    "<script>alert(1)</script>",
    "<foreignObject><p>x</p></foreignObject>",
    '<a href="javascript:alert(1)"><text>x</text></a>',
    '<image href="https://example.org/x.png"/>',
    '<use href="https://example.org/x.svg#a"/>',
    '<rect onclick="alert(1)"/>',
    '<rect style="fill:url(https://example.org/x)"/>',
    '<set attributeName="href" to="javascript:alert(1)"/>',
    "<rect width=1/>",
    "<p>x</p>",
    "</svg><svg>",
    "<![CDATA[<script>]]>",
    '<rect fill="a" <script>',
  ];
  for (const one of inner) assert.is(inlineSvg(`<svg>${one}</svg>`, "a"), undefined, one);
  assert.is(inlineSvg("<svg><g></svg>", "a"), undefined);
  assert.is(inlineSvg("<div></div>", "a"), undefined);
  assert.is(inlineSvg("words", "a"), undefined);
  assert.is(inlineSvg("", "a"), undefined);
});

test("a picture's own style sheet does not reach the page", () => {
  assert.is(inlineSvg("<svg><style>*{fill:red}</style><g/></svg>", "a"), "<svg><g/></svg>");
});

test("a refused picture is shown as an image, where nothing in it can run", async () => {
  const svg = "<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>";
  const text = notebookOf(code("x", { "image/svg+xml": svg }));
  const notebooks = [{ path: "x.ipynb", text }];
  const site = await buildSite({ notebooks, inventory: [], sources: [], version: "1" }, trusting);
  const html = String(site.files.find((file) => file.path === "x.html")?.content);
  assert.match(html, /<img src="data:image\/svg\+xml;base64,[A-Za-z0-9+/=]+" alt="Figure 1">/);
});

test.run();
