import { workerData } from "node:worker_threads";
import { endWithParent } from "../processes/endProcess.js";

// A thread of the stand-in's process: its main thread may wait for the compiler for minutes.
endWithParent(workerData as number);
