import { existsSync } from "node:fs";
import { isBuiltin } from "node:module";
import { join } from "node:path";
import { isOfOtherKind, saidOfOtherKind } from "../modules/fileKinds.js";
import { denoCure } from "../text/denoNames.js";
import { nearest } from "../../project/index.js";
import type { CheckRules } from "./checkRules.js";
import { cureOfName, unknownName } from "./unknownName.js";

/** Messages that say themselves what can be done, and that an unchecked cell would meet again as it runs. */
const advises = /^Cannot load |^Cannot find name .* (?:Did you mean|Do you need|Newer versions)/;

/**
 * What can be done about a cell that does not type-check, by its first message that something can be done about.
 *
 * @returns undefined where the messages themselves say it
 */
export function cureOf(messages: string[], rules: CheckRules): string | undefined {
  for (const message of messages) {
    const cure = cureOfMessage(message, rules);
    if (cure !== undefined) return cure;
  }
  const rest = messages.filter((message) => !advises.test(message));
  if (!rest.length) return undefined;
  if (rest.every((message) => unknownName(message) !== undefined)) {
    return "Declare it, import it, or run first the cell that does.";
  }
  const { config, strict } = rules;
  const unchecked = "To run the cell unchecked, begin it with `// @ts-nocheck`.";
  if (config) return `Checked by the rules of ${config}. ${unchecked}`;
  if (strict)
    return `Checked strictly, as you asked: else what stock tslab accepts is only warned of. ${unchecked}`;
  return unchecked;
}

function cureOfMessage(message: string, rules: CheckRules): string | undefined {
  const ofDeno = denoCure(message);
  if (ofDeno !== undefined) return ofDeno;
  const name = unknownName(message);
  if (name !== undefined) return cureOfName(name, rules);
  const specifier = /^Cannot (?:find module|load) '([^']+)'/.exec(message)?.[1];
  return specifier === undefined ? undefined : cureOfModule(specifier, rules);
}

function cureOfModule(specifier: string, { cwd, ofBuild }: CheckRules): string | undefined {
  const [, wasm] = /^(.+)\.wasm$/.exec(specifier) ?? [];
  if (wasm) return `To import it, declare what it exports in ${wasm}.d.wasm.ts`;
  if (/^\.{1,2}(?:\/|$)/.test(specifier)) {
    if (isOfOtherKind(specifier) && existsSync(join(cwd, specifier))) {
      return saidOfOtherKind(specifier);
    }
    const starts =
      "A relative path starts at the folder of the file that imports it (where that is a link, at the link's folder), and in a cell at the notebook's folder";
    return ofBuild.length
      ? `${starts}. In tsconfig.json ${ofBuild.join(" and ")} ${ofBuild.length > 1 ? "count" : "counts"} for builds alone: write the path as it stands on the disk, or name it in \`paths\`.`
      : `${starts}.`;
  }
  const [, name] = /^((?:@[^/:]+\/)?[^./#:][^/:]*)(?:\/|$)/.exec(specifier) ?? [];
  if (!name || isBuiltin(name) || nearest(cwd, join("node_modules", name))) return undefined;
  return `To have the package: npm install ${name}`;
}
