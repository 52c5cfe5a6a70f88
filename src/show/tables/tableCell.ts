import { jupyterDisplay, type MimeBundle } from "../../num/display.js";
import { shortNumber } from "../../num/tensorText.js";
import { valueText } from "./valueText.js";

/** A cell as it is written, and whether it stands flush right. */
export interface Cell {
  text: string;
  numeric: boolean;
}

/** A value as a cell writes it: in one line. */
export function cellOf(value: unknown, digits?: number): Cell {
  if (typeof value === "number") return { text: numberText(value, digits), numeric: true };
  if (typeof value === "bigint") return { text: String(value), numeric: true };
  if (typeof value === "object" && value !== null && jupyterDisplay in value) {
    const bundle = (value as { [jupyterDisplay](): MimeBundle })[jupyterDisplay]();
    const text = String(bundle["text/plain"] ?? valueText(value));
    return { text: oneLine(text), numeric: /^-?\d/.test(text) };
  }
  if (value === null) return { text: "", numeric: false };
  return { text: oneLine(valueText(value)), numeric: false };
}

/** A fixed number of decimals if asked for; a whole number stays whole, and no small number becomes 0.00. */
function numberText(value: number, digits?: number): string {
  if (digits === undefined || Number.isInteger(value)) return shortNumber(value);
  return Math.abs(value) < 10 ** -digits ? value.toPrecision(3) : value.toFixed(digits);
}

/** A text whose line ends, with the spaces around them, are one space each. */
function oneLine(text: string): string {
  return text.replace(/\s+/g, (gap) => (gap.includes("\n") ? " " : gap));
}
