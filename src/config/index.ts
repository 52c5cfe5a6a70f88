/**
 * The settings of a project, `rederive.config.ts`:
 *
 *     import { defineConfig } from "rederive/config";
 *     export default defineConfig({ site: { title: "Waves", author: "A. Lecturer" } });
 *
 * @module rederive/config
 */
export {
  type CheckConfig,
  type ColourConfig,
  type Config,
  defineConfig,
  type FontConfig,
  type LinkConfig,
  type PartConfig,
  type ReplaceConfig,
  type SiteConfig,
  type SkipConfig,
  type ToleranceConfig,
} from "./config.js";
