import type { Condition, Step } from "../../derive/index.js";

export const isOpen = ({ metBy }: Condition): boolean => metBy === undefined;

/** `at d = 2, c = 7: left 5, right 1`: where a step fails. */
export function witnessText({ witness }: Step): string {
  const place = Object.entries(witness?.point ?? {}).map(([name, value]) => `${name} = ${value}`);
  const where = place.length ? `at ${place.join(", ")}: ` : "";
  return `${where}left ${witness?.lhs}, right ${witness?.rhs}`;
}

/** What a step rests on beside its open conditions and its point of failure, in lines. */
export function evidenceLines(step: Step): string[] {
  const met = step.conditions.filter((condition) => !isOpen(condition));
  return [
    ...met.map(({ text, metBy }) => `${text}: met by ${metBy}`),
    ...(step.method === "none" || step.grade === "assumed" ? [] : [`method: ${step.method}`]),
    ...(step.reason ? [`reason: ${step.reason}`] : []),
    ...(step.items.length ? [`settles ${step.items.join(", ")} of the inventory`] : []),
  ];
}
