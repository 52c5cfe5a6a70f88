import { verify } from "../derive/records/verify.js";
import { watchParent } from "./watchParent.js";

// The process in which stored records are graded again, one at a time.

process.on("disconnect", () => process.exit());
process.on("message", ({ record }: { record: unknown }) => {
  process.send?.(verify(record));
});
watchParent(Number(process.argv[2]));
