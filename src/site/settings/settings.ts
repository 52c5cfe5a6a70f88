import type { Html } from "../html/html.js";

/** What the author of a site says of it; all but the title may be empty. */
export interface SiteSettings {
  /** Name of the site, at the head of each page. */
  title: string;
  /** The heading of the front page, and the sentence below it. */
  heading: string;
  lead?: string;
  authors: string[];
  language: string;
  direction: "ltr" | "rtl";
  /** Groups of chapters, with the paths of their notebooks below the project's root. */
  parts: Part[];
  /** Style that follows the site's own. */
  style: string;
  /** The picture before the title, as a data URI. */
  logo?: string;
  licence?: { name: string; url?: string };
  /** Where the site will stand, with a slash at its end. */
  baseUrl?: string;
  /** A sentence in Markdown at the foot of each page. */
  footer?: string;
}

export interface Part {
  title: string;
  notebooks: string[];
}

/** What a site says of itself whose author has said nothing. */
export const plainSettings: SiteSettings = {
  title: "Notes",
  heading: "Notes",
  authors: [],
  language: "en",
  direction: "ltr",
  parts: [],
  style: "",
};

/** The masthead's entries besides the chapters, as far as there is something behind them. */
export interface Entry {
  /** Path below the output folder. */
  to: string;
  word: Html;
}
