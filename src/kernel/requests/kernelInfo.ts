import { languageInfo, ownVersion, typescriptVersion } from "../../project/index.js";
import { kernelLanguage } from "../language.js";
import type { Reply } from "../between/messages.js";
import { protocolVersion } from "../wire/wire.js";

/** The content of a kernel_info_reply: who this is, with the versions that are installed. */
export function kernelInfo(): Reply {
  const language = kernelLanguage();
  const checked = language === "javascript" ? "JavaScript by TypeScript" : "TypeScript";
  const own = ownVersion();
  const typescript = typescriptVersion();
  return {
    status: "ok",
    protocol_version: protocolVersion,
    implementation: "rederive",
    implementation_version: own,
    language_info: languageInfo(language),
    banner: `Rederive ${own}: ${checked} ${typescript} on Node ${process.versions.node}, type-checked`,
    debugger: true,
    supported_features: ["debugger", "kernel subshells"],
    help_links: [
      { text: "TypeScript", url: "https://www.typescriptlang.org/docs/" },
      { text: "Node.js", url: "https://nodejs.org/docs/latest-v20.x/api/" },
    ],
  };
}
