import type { SiteConfig } from "../../project/index.js";

/** The variables of `style/tokens.ts` that a colour of the settings sets. */
const colourNames = { accent: "--act", ink: "--ink", paper: "--paper" } as const;

/** The variables of the faces; the site's own follow, for what the named ones do not have. */
const faces = {
  text: ["--serif", 'Text, "STIX Two Text", serif'],
  labels: ["--sans", 'Label, "Libre Franklin", sans-serif'],
  code: ["--mono", 'Code, "IBM Plex Mono", monospace'],
} as const;

/** A style sheet of the colours and faces in the settings; a colour without a pair is that of light pages alone. */
export function themeCss({ colours = {}, fonts = {} }: SiteConfig): string {
  const light: string[] = [];
  const dark: string[] = [];
  for (const [name, variable] of Object.entries(colourNames)) {
    const set = colours[name as keyof typeof colourNames];
    if (set === undefined) continue;
    const [onLight, onDark] = typeof set === "string" ? [set] : set;
    light.push(`${variable}: ${onLight};`);
    if (onDark) dark.push(`${variable}: ${onDark};`);
  }
  const own = Object.entries(faces).flatMap(([name, [variable, others]]) => {
    const family = fonts[name as keyof typeof faces];
    return family ? [`${variable}: ${family}, ${others};`] : [];
  });
  const shades = rule("@media (forced-colors: none)", [
    rule("@media (prefers-color-scheme: light)", [rule(":root", light)]),
    rule("@media (prefers-color-scheme: dark)", [rule(":root", dark)]),
  ]);
  return [shades, rule(":root", own)].filter(Boolean).join("\n");
}

function rule(head: string, body: string[]): string {
  const held = body.filter(Boolean).join(" ");
  return held && `${head} { ${held} }`;
}
