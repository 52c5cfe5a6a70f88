import type {
  CheckConfig,
  ColourConfig,
  Config,
  FontConfig,
  LinkConfig,
  PartConfig,
  ReplaceConfig,
  SiteConfig,
  SkipConfig,
  ToleranceConfig,
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

const tolerance: Kinds<ToleranceConfig> = {
  relative: kinds.bound,
  absolute: kinds.bound,
  reason: kinds.text,
};
const replace: Kinds<ReplaceConfig> = {
  pattern: kinds.pattern,
  by: kinds.anyText,
  reason: kinds.text,
};
const skip: Kinds<SkipConfig> = { notebooks: kinds.texts, reason: kinds.text };

const check: Kinds<CheckConfig> = {
  tolerance: kinds.either(kinds.bound, kinds.object(tolerance)),
  ignore: kinds.texts,
  replace: kinds.listOf(kinds.object(replace, ["pattern", "by"])),
  skip: kinds.listOf(kinds.object(skip, ["notebooks", "reason"])),
  timeout: kinds.amount,
  memory: kinds.amount,
  outputLimit: kinds.amount,
};

const config: Kinds<Config> = {
  notebooks: kinds.texts,
  ignore: kinds.texts,
  check: kinds.object(check),
  site: kinds.object(site),
};

/** What is wrong with the settings of a project: the first fault, or undefined. */
export const configFault = (value: unknown): kinds.Fault | undefined =>
  kinds.object(config)(value, "");
