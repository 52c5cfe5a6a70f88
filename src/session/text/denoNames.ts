import type { EcmaScriptModule } from "oxc-parser";

const ofNpm = /^(["'])npm:\/?((?:@[^/@"']+\/)?[^/@"']+)(?:@[^/"']*)?((?:\/[^"']*)?)\1$/;

/**
 * A cell's text with `npm:chalk@5` as Deno imports it written as `chalk`: the installed package, of whatever version.
 * What stands behind keeps its place.
 */
export function withPlainSpecifiers(code: string, module: EcmaScriptModule): string {
  let plain = code;
  for (const { moduleRequest } of [...module.staticImports, ...module.dynamicImports]) {
    const { start, end } = moduleRequest;
    const name = code.slice(start, end).replace(ofNpm, "$1$2$3$1");
    plain = plain.slice(0, start) + name.padEnd(end - start) + plain.slice(end);
  }
  return plain;
}

const cures: [message: RegExp, cure: string][] = [
  [
    /^Cannot find module 'jsr:((?:@[^'/@]+\/)?[^'/@]+)/,
    'To have the package: npx jsr add $1, and import it from "$1"',
  ],
  [
    /^Cannot find module 'https?:/,
    "A cell imports nothing from an address, as Deno's do: install the package, and import it by its name.",
  ],
  [
    /^Argument of type '"comm_\w+"' is not assignable .*"update_display_data"/,
    "Cells open and answer comms by `jupyter.comms`.",
  ],
  [
    /^(?:Property '\w+' does not exist on type 'typeof Deno'|Namespace '(?:global\.)?Deno' has no exported member)/,
    "Cells have only `Deno.jupyter` of Deno. They run in Node: `node:fs` reads and writes, `process` has the environment.",
  ],
];

/** What can be done about what is said against a cell that was written for Deno's kernel. */
export function denoCure(message: string): string | undefined {
  for (const [pattern, cure] of cures) {
    const match = pattern.exec(message);
    if (match) return cure.replaceAll("$1", match[1]);
  }
  return undefined;
}
