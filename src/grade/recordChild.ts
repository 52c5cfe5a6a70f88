import { verify } from "../derive/records/verify.js";
import { loadReader } from "../derive/read/mathjs.js";
import { answerQuestions } from "./limitedProcess.js";

// The process in which stored records are graded again, one at a time.

answerQuestions(
  () => void loadReader(),
  ({ record }: { record: unknown }) => verify(record),
);
