/** Colour, faces, sizes and steps; dark, contrast and forced colours redefine these and nothing else. */
export const tokens = `
:root {
  color-scheme: light dark;
  --paper: #fbfcfb; --sunk: #f0f4f2; --ink: #16201d; --soft: #51605a;
  --line: #c6d0cb; --hair: #e1e7e4; --spine: #b4c2bb; --act: #2443b0;
  --proved: #0a6655; --tested: #855600; --refuted: #ad2418; --unknown: #66459b; --assumed: #51605a;
  --literal: #7a3e5e;
  --serif: Text, "STIX Two Text", "Times New Roman", serif;
  --sans: Label, "Libre Franklin", system-ui, sans-serif;
  --mono: Code, "IBM Plex Mono", ui-monospace, Menlo, Consolas, monospace;
  --maths: Maths, "STIX Two Math", "Cambria Math", math;
  --h1: clamp(2.25rem, 1.5rem + 3.2vw, 3.75rem);
  --h2: 1.75rem; --lead: 1.4375rem; --body: 1.1875rem; --note: .9375rem; --small: .8125rem;
  --label: 500 var(--small)/1.45 var(--sans);
  --s1: .25rem; --s2: .5rem; --s3: .75rem; --s4: 1rem; --s5: 1.5rem; --s6: 2.25rem; --s7: 3.5rem; --s8: 5.5rem;
  --measure: 36rem; --aside: 15rem; --gap: 3rem; --hang: 1.75rem;
  --edge: clamp(1.125rem, 4vw, 3rem);
  --frame: 40rem;
}
@media (max-width: 39.99rem) {
  :root { --h2: 1.5rem; --lead: 1.25rem; --body: 1.125rem; --s7: 2.75rem; --s8: 4rem; }
}
@media (min-width: 62rem) { :root { --frame: 54rem; } }
@media (min-width: 78rem) { :root { --frame: 67.5rem; } }
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #101614; --sunk: #18201d; --ink: #e2e9e5; --soft: #a0aea8;
    --line: #3b4742; --hair: #27312d; --spine: #46544e; --act: #9db4ff;
    --proved: #62c6ad; --tested: #dcae55; --refuted: #f58f80; --unknown: #c3a6f2; --assumed: #a0aea8;
    --literal: #dba7c6;
  }
}
@media (prefers-contrast: more) { :root { --soft: var(--ink); --line: var(--ink); --hair: var(--soft); } }
@media (forced-colors: active) {
  :root {
    --paper: Canvas; --sunk: Canvas; --ink: CanvasText; --soft: CanvasText; --line: CanvasText; --hair: GrayText;
    --spine: CanvasText; --act: LinkText; --literal: CanvasText;
    --proved: CanvasText; --tested: CanvasText; --refuted: CanvasText; --unknown: CanvasText; --assumed: CanvasText;
  }
}
`;
