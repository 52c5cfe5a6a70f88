import { escapeXml } from "../richText.js";

/** Attributes of an element; those without a value are left out. */
export type Attributes = Record<string, string | number | undefined>;

/** A number as a picture writes it: to a tenth, without a needless zero. */
export function short(value: number): string {
  const text = (Math.round(value * 10) / 10).toString();
  return text === "-0" ? "0" : text;
}

/** An element with its attributes and what stands in it. */
export function element(name: string, attributes: Attributes, ...content: string[]): string {
  const list = Object.entries(attributes)
    .filter(([, value]) => value !== undefined && value !== "")
    .map(
      ([key, value]) =>
        ` ${key}="${typeof value === "number" ? short(value) : escapeXml(value as string)}"`,
    )
    .join("");
  return content.length ? `<${name}${list}>${content.join("")}</${name}>` : `<${name}${list}/>`;
}

/** A group, or nothing where there is nothing to group. */
export function group(attributes: Attributes, ...content: string[]): string {
  return content.some(Boolean) ? element("g", attributes, content.filter(Boolean).join("\n")) : "";
}
