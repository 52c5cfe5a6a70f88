import { callsOf } from "./syntax.js";

/** Where the engine says why it has no answer, and which argument says it: a reader gets these words as they are. */
const sayings: [call: string, argument: number][] = [
  ["new Unsupported", 0],
  ["new NoValue", 0],
  ["new Undefined", 0],
  ["new Diverges", 0],
  ["unknown", 1],
];

const verb =
  /\b(?:is|are|was|were|has|have|had|may|must|can|cannot|could|does|do|agree|depends?|divides|excludes?|fails?|gave|goes|holds?|keeps?|lies|needs?|runs|satisfies|seems?|stands|takes|tells?)\b/;

/** Reasons of a file that are no clause: without a verb, with a capital in front or a full stop behind. */
export function reasonProblems(path: string, text: string): string[] {
  const said = sayings.filter(([call]) => text.includes(`${call}(`));
  return said.flatMap(([call, argument]) =>
    callsOf(call, text).flatMap((args) => {
      const reason = /^(["`])([^]*)\1,?$/.exec(args[argument] ?? "")?.[2];
      if (reason === undefined) return [];
      const faults = [
        ...(verb.test(reason) ? [] : ["has no verb"]),
        // A name stands as it is written.
        ...(/^[A-Z][a-z]* [a-z]/.test(reason) && !reason.startsWith("Infinity")
          ? ["begins with a capital"]
          : []),
        ...(/[.!]$/.test(reason) ? ["ends as a sentence, though more may follow"] : []),
      ];
      return faults.map((fault) => `${path}: \`${reason}\` ${fault}`);
    }),
  );
}
