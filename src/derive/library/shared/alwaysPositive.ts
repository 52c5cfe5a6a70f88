import type { Expr } from "../../tree/expression.js";
import type { Known } from "./definition.js";

/** What is known of a value that is positive whatever the arguments are. */
export const alwaysPositive = (value: Expr): Known[] => [{ expr: value, relation: ">" }];
