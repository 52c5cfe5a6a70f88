import { createHash } from "node:crypto";

/** The style attributes of a build's formulas as classes: no page needs to allow styles in attributes. */
export interface FormulaStyles {
  /** MathML with classes in place of styles, and with bounded lengths. */
  classed(mathml: string): string;
  /** The rules of all classes that were given out. */
  css(): string;
}

const length = String.raw`-?(?:\d+\.?\d*|\.\d+)(?:em|ex|pt|px|pc|mm|cm|in|%)?`;
const lengths = new RegExp(`^${length}(?: ${length}){0,3}$`);
const border = new RegExp(
  `^${length} (?:solid|dashed|double)(?: (?:#[0-9a-f]{3,8}|[a-z]+))?$`,
  "i",
);

/** What Temml may say about a formula's look; all else, such as a colour that it does not know, is left out. */
const declarations = new Map<string, RegExp>([
  ...["padding", "padding-top", "padding-right", "padding-bottom", "padding-left"].map(rule),
  ...["margin-left", "width", "height", "top", "right", "bottom", "left"].map(rule),
  ...["border", "border-top", "border-right", "border-bottom", "border-left"].map(
    (name): [string, RegExp] => [name, border],
  ),
  ["color", /^(?:#[0-9a-f]{3,8}|(?!undefined)[a-z]+)$/i],
  ["display", /^flex$/],
  ["justify-content", /^center$/],
  ["position", /^(?:relative|absolute)$/],
  ["text-align", /^(?:left|center|right)$/],
  ["font-weight", /^bold$/],
  ["font-style", /^italic$/],
  ["math-depth", /^[0-2]$/],
  ["transform", /^scaleX\(-1\)$/],
]);

function rule(name: string): [string, RegExp] {
  return [name, lengths];
}

export function createFormulaStyles(): FormulaStyles {
  const rules = new Map<string, string>();
  const classFor = (style: string): string => {
    const kept = style
      .split(";")
      .map((one) => one.split(":").map((part) => part.trim()))
      .filter(([name, value = ""]) => declarations.get(name)?.test(value));
    if (!kept.length) return "";
    const body = kept.map(([name, value]) => `${name}:${value}`).join(";");
    const name = `f-${createHash("sha256").update(body).digest("hex").slice(0, 8)}`;
    rules.set(name, body);
    return name;
  };
  return {
    classed: (mathml) => {
      const bound = lengthBound();
      return mathml.replace(/<([a-z]+)( [^<>]*)>/g, (_, name: string, list: string) => {
        const classes: string[] = [];
        const others = list.replace(
          / (class|style)="([^"]*)"/g,
          (_, kind: string, value: string) => {
            classes.push(kind === "class" ? value : classFor(bound(value)));
            return "";
          },
        );
        const all = classes.filter(Boolean).join(" ");
        return `<${name}${bound(others)}${all ? ` class="${all}"` : ""}>`;
      });
    },
    css: () =>
      [...rules]
        .sort()
        .map(([name, body]) => `.${name}{${body}}`)
        .join(""),
  };
}

/** Roughly how many em a unit is. */
const ems: Record<string, number> = {
  ...{ em: 1, ex: 0.5, pt: 0.08, px: 0.06, pc: 1, mm: 0.24, cm: 2.4, in: 6 },
};

const ordinary = 2; // em; up to here a length is one of typesetting and is not counted
const most = 24; // em, for one length
const all = 60; // em, for all long ones of a formula together

/** A function that shortens the lengths of one formula: no formula is larger than a page can show. */
function lengthBound(): (text: string) => string {
  let left = all;
  return (text) =>
    text.replace(
      /(-?)(\d+\.?\d*|\.\d+)(em|ex|pt|px|pc|mm|cm|in)\b/g,
      (whole, sign, digits, unit) => {
        const wanted = Number(digits) * ems[unit];
        if (wanted <= ordinary) return whole;
        const given = Math.min(wanted, most, left);
        left -= given;
        return given === wanted ? whole : `${sign}${Number(given.toFixed(3))}em`;
      },
    );
}
