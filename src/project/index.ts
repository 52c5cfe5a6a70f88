export { nearest, packageFolder, type Project, projectOf, projectRoot } from "./project.js";
export { type Build, ownPackage, type OwnPackage } from "./ownPackage.js";
export { languageInfo, typescriptVersion } from "./languageInfo.js";
export { ownVersion } from "./ownVersion.js";
