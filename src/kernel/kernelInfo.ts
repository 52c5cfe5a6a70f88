import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Reply } from "./messages.js";
import { protocolVersion } from "./wire.js";

const require = createRequire(import.meta.url);

/** The content of a kernel_info_reply: who this is, with the versions that are installed. */
export function kernelInfo(): Reply {
  const own = versionIn(new URL("../../package.json", import.meta.url));
  const typescript = versionIn(require.resolve("typescript/package.json"));
  return {
    status: "ok",
    protocol_version: protocolVersion,
    implementation: "rederive",
    implementation_version: own,
    language_info: {
      name: "typescript",
      version: typescript,
      mimetype: "text/typescript",
      file_extension: ".ts",
      pygments_lexer: "typescript",
      codemirror_mode: { name: "javascript", typescript: true },
      nbconvert_exporter: "script",
    },
    banner: `Rederive ${own}: TypeScript ${typescript} on Node ${process.versions.node}, type-checked`,
    debugger: false,
    supported_features: [],
    help_links: [
      { text: "TypeScript", url: "https://www.typescriptlang.org/docs/" },
      { text: "Node.js", url: "https://nodejs.org/docs/latest-v20.x/api/" },
    ],
  };
}

function versionIn(path: string | URL): string {
  return (JSON.parse(readFileSync(path, "utf8")) as { version: string }).version;
}
