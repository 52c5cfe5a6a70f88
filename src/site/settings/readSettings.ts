import { readFileSync } from "node:fs";
import { basename, dirname, join, relative, resolve, sep } from "node:path";
import { globSync } from "tinyglobby";
import { ConfigError, list, type LoadedConfig, namedBySettings } from "../../project/index.js";
import type { Picture } from "../pictures/picture.js";
import { pictureBeside } from "../pictures/pictureBeside.js";
import { plainSettings, type SiteSettings } from "./settings.js";
import { themeCss } from "./theme.js";

/** A file of the project that the site holds as it is, or as a page. */
export interface HeldFile {
  /** Path below the project's root, with forward slashes. */
  path: string;
  content: Buffer;
  /** Finds the pictures that it names. */
  picture?: Picture;
}

/** All that a build takes from the settings of a project. */
export interface OwnSite {
  settings: SiteSettings;
  /** Markdown files that become pages. */
  pages: HeldFile[];
  /** Files that are copied. */
  files: HeldFile[];
}

/**
 * Reads what the settings of a project say of its site.
 *
 * @param root the project's root, below which all that the site holds must lie
 * @throws ConfigError if they name a file that is not there, or none that a page may hold
 */
export function readSettings(loaded: LoadedConfig, root: string): OwnSite {
  const { folder } = loaded;
  const site = loaded.config.site ?? {};
  const held = (setting: string, patterns: string | string[] | undefined) =>
    list(patterns ?? []).flatMap((pattern) => heldFiles(pattern, setting, folder, root));
  const title = site.title ?? packageName(root) ?? plainSettings.title;
  const [style] = held("style", site.style);
  return {
    settings: {
      ...plainSettings,
      ...site,
      title,
      heading: site.heading ?? title,
      authors: list(site.author ?? []),
      parts: partsOf(loaded, root),
      style: [themeCss(site), style?.content.toString("utf8")].filter(Boolean).join("\n"),
      logo: site.logo === undefined ? undefined : logoOf(site.logo, folder, root),
      licence: typeof site.licence === "string" ? { name: site.licence } : site.licence,
      baseUrl: site.baseUrl?.replace(/\/*$/, "/"),
    },
    pages: held("pages", site.pages),
    files: held("files", site.files),
  };
}

function partsOf(loaded: LoadedConfig, root: string): SiteSettings["parts"] {
  const parts = loaded.config.site?.parts ?? [];
  return parts.map(({ title, notebooks }) => ({
    title,
    notebooks: namedBySettings(notebooks, loaded).map((path) => below(root, path)),
  }));
}

function heldFiles(pattern: string, setting: string, folder: string, root: string): HeldFile[] {
  const found = globSync(pattern, {
    cwd: folder,
    absolute: true,
    followSymbolicLinks: false,
    ignore: ["**/node_modules/**"],
  }).sort();
  if (!found.length) {
    throw new ConfigError(`${folder}: site.${setting}: no file has the path ${pattern}`);
  }
  return found.map((path) => {
    const name = below(root, path);
    // What lies outside is somebody's own file, which the site would publish.
    if (name.startsWith("../")) {
      throw new ConfigError(`${folder}: site.${setting}: ${pattern} leads out of the project`);
    }
    return { path: name, content: readFileSync(path), picture: pictureBeside(dirname(path), root) };
  });
}

function logoOf(path: string, folder: string, root: string): string {
  const found = pictureBeside(folder, root)(path);
  if ("data" in found) return found.data;
  throw new ConfigError(`${folder}: site.logo: ${path}: ${found.refused}`);
}

const below = (root: string, path: string): string =>
  relative(root, resolve(path)).split(sep).join("/");

function packageName(root: string): string | undefined {
  try {
    const { name } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as {
      name?: string;
    };
    return name;
  } catch {
    return basename(root) || undefined;
  }
}
