// What threads and processes beside that of the cells need of a session; they load it without the session itself.
export { guardEntrances } from "./interrupt/entrances.js";
export { guardName, leaveSigintToGuards, takeLateSignal } from "./interrupt/guard.js";
export { codeEnder } from "./interrupt/endCode.js";
export { answerKeeper } from "./interrupt/look.js";
export { endChains } from "./interrupt/chain.js";
export { isHeard, isPressed, noteHeard, notePress, sharedNumbers } from "./interrupt/presses.js";
export { roundCall } from "./interrupt/round.js";
export { needRoom } from "./interrupt/room.js";
export { endCompiler, interruptQuestion } from "./interrupt/question.js";
export { isMachinery, machineryFolders, ownFolder } from "./machinery.js";
export { cellHash, hashSeed } from "./debug/cellHash.js";
export { loadedName, viewExpression } from "./debug/names.js";
