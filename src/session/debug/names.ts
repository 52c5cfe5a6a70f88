/** How a debugger, by the inspector, reaches what it cannot see there. */
export const viewExpression = `globalThis[Symbol.for("rederive.debug")]`;

/** The script in which a debugger finds the code stopped that is about to run for the first time. */
export const loadedName = "node:loaded";
