export { nearest, packageFolder, type Project, projectOf, projectRoot } from "./project.js";
export { ownFile, ownPackage, type OwnPackage } from "./ownPackage.js";
export { packageEntries } from "./packageEntries.js";
export { languageInfo, typescriptVersion } from "./languageInfo.js";
export { ownVersion, versionIn } from "./ownVersion.js";
export { ConfigError, loadConfig, type LoadedConfig } from "./config/load.js";
export { list, namedBySettings, type Selection, selectNotebooks } from "./notebooks.js";
export type { CheckConfig, Config, LinkConfig, PartConfig, SiteConfig } from "../config/index.js";
