import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import subsetFont from "subset-font";
import type { FaceCharacters } from "./characters.js";

const require = createRequire(import.meta.url);

interface Face {
  family: string;
  source: string;
  weight: number;
  style: "normal" | "italic";
  /** Which of a page's characters it sets. */
  sets: keyof FaceCharacters;
}

const textFaces: Face[] = [
  { family: "Text", source: "stix-two-text", weight: 400, style: "normal", sets: "upright" },
  { family: "Text", source: "stix-two-text", weight: 400, style: "italic", sets: "italic" },
  { family: "Label", source: "libre-franklin", weight: 500, style: "normal", sets: "upright" },
  { family: "Code", source: "ibm-plex-mono", weight: 400, style: "normal", sets: "code" },
];

/** The text faces as CSS, each reduced to the characters that the pages use. */
export async function textFontCss(characters: FaceCharacters): Promise<string> {
  const rules = await Promise.all(textFaces.map((face) => faceCss(face, characters[face.sets])));
  return rules.flat().join("\n");
}

/** The mathematical face as CSS, for the characters of one page; empty if it needs none. */
export async function mathsFontCss(characters: string): Promise<string> {
  if (!characters) return "";
  const face: Face = { ...textFaces[0], family: "Maths", source: "stix-two-math" };
  return fontRule(face, await subset(face, "latin", characters));
}

/** Font packages come in files by script; only those that hold a wanted character are used. */
async function faceCss(face: Face, characters: string): Promise<string[]> {
  const scripts = Object.entries(ranges(face.source)).reverse();
  const taken = new Set<string>();
  const rules: string[] = [];
  for (const [script, range] of scripts) {
    const wanted = [...characters].filter((one) => !taken.has(one) && inRange(one, range));
    if (!wanted.length) continue;
    for (const one of wanted) taken.add(one);
    const font = await subset(face, script, wanted.join(""));
    rules.push(fontRule(face, font, script === "latin" ? undefined : range));
  }
  return rules;
}

function fontRule({ family, style, weight }: Face, font: Buffer, range?: string): string {
  const limit = range ? `;unicode-range:${range}` : "";
  return `@font-face{font-family:"${family}";font-style:${style};font-weight:${weight};src:url(data:font/woff2;base64,${font.toString("base64")}) format("woff2")${limit}}`;
}

async function subset(
  { source, weight, style }: Face,
  script: string,
  characters: string,
): Promise<Buffer> {
  const file = join(folder(source), "files", `${source}-${script}-${weight}-${style}.woff2`);
  return subsetFont(readFileSync(file), characters, {
    targetFormat: "woff2",
    noLayoutClosure: true,
  });
}

function folder(source: string): string {
  return dirname(require.resolve(`@fontsource/${source}/package.json`));
}

function ranges(source: string): Record<string, string> {
  return JSON.parse(readFileSync(join(folder(source), "unicode.json"), "utf8"));
}

function inRange(character: string, range: string): boolean {
  const code = character.codePointAt(0) ?? 0;
  return range.split(",").some((part) => {
    const [from, to = from] = part.replace("U+", "").split("-");
    return code >= parseInt(from, 16) && code <= parseInt(to, 16);
  });
}
