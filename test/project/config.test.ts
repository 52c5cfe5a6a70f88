import { join } from "node:path";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { loadConfig } from "../../src/project/index.js";
import { scratch } from "../run/scratch.js";

const test = suite("project: config");
const files = scratch();
test.after(files.remove);

let count = 0;

/** A project of its own with these settings. */
async function loaded(text: string, name = "rederive.config.ts") {
  const project = `p${count++}`;
  files.write(`${project}/package.json`, "{}");
  files.write(`${project}/${name}`, text);
  return loadConfig(join(files.folder, project));
}

/** The message with which settings are refused. */
async function refusal(text: string): Promise<string> {
  try {
    await loaded(text);
  } catch (error) {
    return (error as Error).message;
  }
  return "accepted";
}

const exporting = (settings: string) =>
  `import { defineConfig } from "rederive/config";\nexport default defineConfig(${settings});\n`;

test("a project without settings has none, and its root is the folder that they would stand in", async () => {
  files.write("bare/package.json", "{}");
  files.write("bare/notes/x.txt", "");
  const { config, folder, file } = await loadConfig(join(files.folder, "bare", "notes"));
  assert.equal([config, folder, file], [{}, join(files.folder, "bare"), undefined]);
});

test("settings in TypeScript are read, with what they import, although no package is installed there", async () => {
  files.write("with/package.json", "{}");
  files.write("with/names.ts", 'export const title: string = "Waves";');
  files.write(
    "with/rederive.config.ts",
    `import { title } from "./names.js";\n${exporting("{ site: { title } }")}`,
  );
  const { config } = await loadConfig(join(files.folder, "with"));
  assert.equal(config, { site: { title: "Waves" } });
  assert.equal(
    files.names().filter((name) => name.includes("timestamp")),
    [],
  );
});

test("every setting is accepted", async () => {
  const { config } = await loaded(
    exporting(`{
      notebooks: ["notes", "weeks/*.ipynb"], ignore: "drafts/**",
      site: {
        title: "T", heading: "H", lead: "L", author: ["A", "B"], language: "pt-BR", direction: "rtl",
        parts: [{ title: "P", notebooks: "notes" }],
        colours: { accent: "#123456", ink: ["#000", "rgb(200 200 200 / 90%)"], paper: "white" },
        fonts: { text: '"Gentium Plus", Georgia', labels: "Inter", code: "Fira Code" },
        logo: "logo.svg", style: "own.css", pages: "about.md", files: ["data/*.csv"],
        licence: { name: "CC BY 4.0", url: "https://creativecommons.org/licenses/by/4.0/" },
        baseUrl: "https://example.org/notes/", footer: "Written in *Bonn*.",
      },
    }`),
  );
  assert.is(Object.keys(config.site ?? {}).length, 16);
});

const refused: [string, string, RegExp][] = [
  [
    "an unknown setting",
    "{ sites: {} }",
    /: sites: expected one of notebooks, ignore, check, site, got 'sites'$/,
  ],
  [
    "an unknown setting of the site",
    '{ site: { titel: "x" } }',
    /: site\.titel: expected one of title, /,
  ],
  [
    "a number for a text",
    "{ site: { title: 5 } }",
    /: site\.title: expected a text that is not empty, got 5$/,
  ],
  [
    "an empty text",
    '{ site: { title: "" } }',
    /: site\.title: expected a text that is not empty, got ''$/,
  ],
  ["a list for an object", "{ site: [] }", /: site: expected an object, got \[\]$/],
  ["another direction", '{ site: { direction: "up" } }', /expected "ltr" or "rtl", got 'up'$/],
  [
    "a language that is no tag",
    '{ site: { language: "de_DE!" } }',
    /site\.language: expected a language tag/,
  ],
  [
    "an address of a script",
    '{ site: { baseUrl: "javascript:alert(1)" } }',
    /site\.baseUrl: expected an address/,
  ],
  [
    "a part without notebooks",
    '{ site: { parts: [{ title: "P" }] } }',
    /site\.parts\[0\]\.notebooks: expected a value, got undefined$/,
  ],
  [
    "a colour that ends its rule",
    '{ site: { colours: { ink: "red; } body { x" } } }',
    /site\.colours\.ink: expected a colour/,
  ],
  [
    "a licence without its name",
    '{ site: { licence: { url: "https://x.org" } } }',
    /site\.licence\.name: expected a value/,
  ],
  ["no object", "5 as never", /: the settings: expected an object, got 5$/],
];
for (const [what, settings, message] of refused) {
  test(`${what} is refused with its place and what is expected`, async () => {
    assert.match(await refusal(exporting(settings)), message);
  });
}

test("a file that does not compile is refused with line and column", async () => {
  assert.match(
    await refusal("export default {\n  site: {{ },\n};"),
    /rederive\.config\.ts, line 2, column 10: /,
  );
});

test("a file that ends with an error, or exports nothing, is refused with its reason", async () => {
  assert.match(await refusal('throw new Error("no data");'), /rederive\.config\.ts: no data$/);
  assert.match(await refusal("export const x = 1;"), /expected `export default defineConfig/);
});

test("two files of settings in one folder are refused", async () => {
  files.write("two/package.json", "{}");
  files.write("two/rederive.config.ts", exporting("{}"));
  files.write("two/rederive.config.mjs", "export default {};");
  try {
    await loadConfig(join(files.folder, "two"));
    assert.unreachable();
  } catch (error) {
    assert.match(
      (error as Error).message,
      /rederive\.config\.ts and .*rederive\.config\.mjs: a folder has one file/,
    );
  }
});

test.run();
