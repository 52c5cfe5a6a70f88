import { pathToFileURL } from "node:url";
import { isMachinery, loadedName, machineryFolders, ownFolder } from "../../../session/beside.js";

const own = pathToFileURL(ownFolder).href;

const literally = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

/** What a debugger passes by, as patterns of addresses: Node, what runs the cells, and the compilers. */
export const skippedPatterns = [
  `^node:(?!${loadedName.slice("node:".length)}$)`,
  `^${literally(own)}(?:${machineryFolders}|dist/notebook)/`,
  "/node_modules/(?:@typescript/|typescript/|oxc-|@oxc-)",
];

const skipped = skippedPatterns.map((one) => new RegExp(one));

/** Whether code, by its address, is the reader's or of a package. */
export function isReaders({ url }: { url: string }): boolean {
  return (
    url !== "" && url !== loadedName && !isMachinery(url) && !skipped.some((one) => one.test(url))
  );
}
