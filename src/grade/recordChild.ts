import { verify } from "../derive/records/verify.js";
import { answerQuestions } from "./limitedProcess.js";

// The process in which stored records are graded again, one at a time.

answerQuestions(({ record }: { record: unknown }) => verify(record));
