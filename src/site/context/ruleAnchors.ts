import { rules } from "../../record/rules/rules.js";

/** Where a page says what a rule says. */
export const ruleAnchor = (id: string): string => `rule-${id}`;

/** The anchors of all rules, which nothing else on a page may take. */
export const ruleAnchors: readonly string[] = [...rules.keys()].map(ruleAnchor);
