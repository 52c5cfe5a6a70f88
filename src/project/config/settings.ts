import type {
  ColourConfig,
  Config,
  FontConfig,
  LinkConfig,
  PartConfig,
  SiteConfig,
} from "../../config/index.js";
import * as kinds from "./kinds.js";

/** Each setting with what it may hold: none of `Config` may be missing here. */
type Kinds<T> = Record<keyof Required<T>, kinds.Kind>;

const link: Kinds<LinkConfig> = { name: kinds.text, url: kinds.address };
const part: Kinds<PartConfig> = { title: kinds.text, notebooks: kinds.texts };
const colours: Kinds<ColourConfig> = {
  accent: kinds.colour,
  ink: kinds.colour,
  paper: kinds.colour,
};
const fonts: Kinds<FontConfig> = { text: kinds.family, labels: kinds.family, code: kinds.family };

const site: Kinds<SiteConfig> = {
  title: kinds.text,
  heading: kinds.text,
  lead: kinds.text,
  author: kinds.texts,
  language: kinds.language,
  direction: kinds.oneOf("ltr", "rtl"),
  parts: kinds.listOf(kinds.object(part, ["title", "notebooks"])),
  colours: kinds.object(colours),
  fonts: kinds.object(fonts),
  logo: kinds.text,
  style: kinds.text,
  pages: kinds.texts,
  files: kinds.texts,
  licence: kinds.either(kinds.text, kinds.object(link, ["name", "url"])),
  baseUrl: kinds.address,
  footer: kinds.text,
};

const config: Kinds<Config> = {
  notebooks: kinds.texts,
  ignore: kinds.texts,
  site: kinds.object(site),
};

/** What is wrong with the settings of a project: the first fault, or undefined. */
export const configFault = (value: unknown): kinds.Fault | undefined =>
  kinds.object(config)(value, "");
