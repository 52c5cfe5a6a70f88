/** The settings of a project. Paths and patterns are relative to the folder of `rederive.config.ts`. */
export interface Config {
  /**
   * Notebooks, folders or patterns such as `"weeks/*.ipynb"`, in the order of the site (default: `"notebooks"`). A folder
   * stands for the notebooks in it and in its folders.
   */
  notebooks?: string | string[];
  /** Patterns of notebooks and folders that are left out, such as `"drafts/**"`. */
  ignore?: string | string[];
  /** How notebooks are run, and what may differ when they are run again. */
  check?: CheckConfig;
  /** What the pages say of themselves, and how they look. */
  site?: SiteConfig;
}

/** How notebooks are run and compared. What a cell says in its metadata or tags stands above it. */
export interface CheckConfig {
  /** Difference allowed between numbers: one number for both bounds, or each by itself (default: none). */
  tolerance?: number | ToleranceConfig;
  /** Outputs that are not compared: `"stdout"`, `"stderr"`, `"error"`, or media types such as `"image/png"`. */
  ignore?: string | string[];
  /** Text that differs each time, and what stands for it when outputs are compared. */
  replace?: ReplaceConfig[];
  /** Notebooks that are not executed, with the reason. */
  skip?: SkipConfig[];
  /** Seconds that a cell may take (default: 60). */
  timeout?: number;
  /** MiB that a notebook's process may hold (default: 1024). */
  memory?: number;
  /** MiB of output that a cell may give (default: 10). */
  outputLimit?: number;
}

/** A number is near another if either bound allows it. */
export interface ToleranceConfig {
  /** Part of the larger of the two numbers. */
  relative?: number;
  absolute?: number;
  /** Why it is allowed; the report repeats it. */
  reason?: string;
}

/** A pattern in the text of outputs, wherever it matches. */
export interface ReplaceConfig {
  pattern: RegExp;
  by: string;
  reason?: string;
}

/** Notebooks that are passed over by `run` and `check`. */
export interface SkipConfig {
  notebooks: string | string[];
  reason: string;
}

/** The site of a project. */
export interface SiteConfig {
  /** Name of the site, at the head of each page (default: the `name` in package.json). */
  title?: string;
  /** The heading of the front page (default: the title). */
  heading?: string;
  /** The sentence below that heading. */
  lead?: string;
  /** Who wrote it: a name or several. */
  author?: string | string[];
  /** BCP 47 tag of the language of the notes, such as `"de"` (default: `"en"`). What this program says stays English. */
  language?: string;
  /** Direction of that language (default: `"ltr"`). */
  direction?: "ltr" | "rtl";
  /** Groups of chapters on the front page, in this order; chapters of no part come first. */
  parts?: PartConfig[];
  /** Colours of CSS, for light and for dark pages. */
  colours?: ColourConfig;
  /** Families of the faces, as in CSS: the reader must have them, since pages load nothing. */
  fonts?: FontConfig;
  /** A picture before the title, at most 4 MB. */
  logo?: string;
  /** A style sheet that is added after the site's own. */
  style?: string;
  /** Markdown files that become pages of their own, linked at the head of each page. */
  pages?: string | string[];
  /** Patterns of files that are copied beside the pages; links to them are mended. */
  files?: string | string[];
  /** The licence of the notes: its name, or its name and address. */
  licence?: string | LinkConfig;
  /** Where the site will stand, such as `"https://example.org/notes/"`: pages then name their address. */
  baseUrl?: string;
  /** A sentence at the foot of each page, in Markdown. */
  footer?: string;
}

/** A group of chapters. */
export interface PartConfig {
  title: string;
  /** Notebooks, folders or patterns, as in `notebooks`. */
  notebooks: string | string[];
}

/** A name with an address. */
export interface LinkConfig {
  name: string;
  url: string;
}

/** Colours, each for light pages or as a pair `[light, dark]`. */
export interface ColourConfig {
  /** Links and buttons. */
  accent?: string | [string, string];
  /** The text. */
  ink?: string | [string, string];
  /** What the text stands on. */
  paper?: string | [string, string];
}

/** Families of the faces. */
export interface FontConfig {
  text?: string;
  labels?: string;
  code?: string;
}

/** Gives the settings back: an editor then completes and checks them. */
export function defineConfig(config: Config): Config {
  return config;
}
