import { ownVersion } from "../../project/index.js";
import type { Batch } from "./batch.js";
import { located } from "./located.js";

const schema = "https://json.schemastore.org/sarif-2.1.0.json";

/**
 * A batch as SARIF, which code hosts show beside the file.
 *
 * @source OASIS, "Static Analysis Results Interchange Format (SARIF) Version 2.1.0"
 * @param root the folder below which the files are named
 */
export function sarif(batch: Pick<Batch, "reports" | "errors">, root: string): string {
  const results = located(batch, root).map(({ file, line, cell, id, text }) => ({
    ruleId: "check",
    level: "error",
    message: { text },
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: encodeURI(file), uriBaseId: "%SRCROOT%" },
          region: { startLine: line },
        },
        ...(cell === undefined
          ? {}
          : {
              logicalLocations: [{ name: `cell ${cell}`, fullyQualifiedName: id, kind: "member" }],
            }),
      },
    ],
  }));
  const rule = {
    id: "check",
    shortDescription: { text: "A notebook's outputs, equations and derivations hold." },
  };
  const driver = { name: "rederive", version: ownVersion(), rules: [rule] };
  const log = { $schema: schema, version: "2.1.0", runs: [{ tool: { driver }, results }] };
  return `${JSON.stringify(log, null, 2)}\n`;
}
