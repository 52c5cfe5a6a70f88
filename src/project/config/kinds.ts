/** What a setting may hold; gives what is expected in words where the value is something else. */
export type Kind = (value: unknown, place: string) => Fault | undefined;

/** A setting that is none, or that holds what it may not. */
export interface Fault {
  place: string;
  expected: string;
  got: unknown;
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

function kind(expected: string, fits: (value: unknown) => boolean): Kind {
  return (value, place) => (fits(value) ? undefined : { place, expected, got: value });
}

const isText = (value: unknown): value is string => typeof value === "string" && value !== "";

export const text = kind("a text that is not empty", isText);

export const anyText = kind("a text", (value) => typeof value === "string");

export const pattern = kind("a regular expression", (value) => value instanceof RegExp);

export const bound = kind(
  "a number >= 0",
  (value) => typeof value === "number" && value >= 0 && Number.isFinite(value),
);

export const amount = kind(
  "a number > 0",
  (value) => typeof value === "number" && value > 0 && Number.isFinite(value),
);

export const texts = kind(
  "a text, or a list of texts",
  (value) => isText(value) || (Array.isArray(value) && value.every(isText)),
);

export const colour = kind(
  'a colour of CSS, or a pair ["light", "dark"]',
  (value) =>
    isColour(value) || (Array.isArray(value) && value.length === 2 && value.every(isColour)),
);

/** What cannot end a declaration: a colour becomes part of a style sheet. */
const isColour = (value: unknown) => isText(value) && /^[#\w\s.,%()/-]+$/.test(value);

export const family = kind(
  "names of font families, as in CSS",
  (value) => isText(value) && /^[\p{L}\p{N}\s"',_-]+$/u.test(value),
);

export const language = kind('a language tag such as "en" or "pt-BR"', (value) => {
  try {
    return isText(value) && Intl.getCanonicalLocales(value).length === 1;
  } catch {
    return false;
  }
});

export const address = kind(
  'an address that begins with "https://" or "http://"',
  (value) => isText(value) && /^https?:$/.test(URL.canParse(value) ? new URL(value).protocol : ""),
);

export const oneOf = (...words: string[]): Kind =>
  kind(words.map((word) => `"${word}"`).join(" or "), (value) => words.includes(value as string));

export const listOf =
  (one: Kind): Kind =>
  (value, place) =>
    Array.isArray(value)
      ? first(value.map((item, i) => one(item, `${place}[${i}]`)))
      : { place, expected: "a list", got: value };

export const either =
  (...kinds: [Kind, Kind]): Kind =>
  (value, place) =>
    isObject(value) ? kinds[1](value, place) : kinds[0](value, place);

/** An object with these settings; a name that stands in none of them is a fault, and the nearest one is advised. */
export function object(settings: Record<string, Kind>, required: readonly string[] = []): Kind {
  return (value, place) => {
    const at = (name: string) => (place ? `${place}.${name}` : name);
    if (!isObject(value))
      return { place: place || "the settings", expected: "an object", got: value };
    const missing = required.find((name) => value[name] === undefined);
    if (missing) return { place: at(missing), expected: "a value", got: undefined };
    return first(
      Object.entries(value).map(([name, set]) => {
        if (set === undefined) return undefined;
        if (Object.hasOwn(settings, name)) return settings[name](set, at(name));
        return {
          place: at(name),
          expected: `one of ${Object.keys(settings).join(", ")}`,
          got: name,
        };
      }),
    );
  };
}

const first = (faults: (Fault | undefined)[]): Fault | undefined => faults.find(Boolean);
