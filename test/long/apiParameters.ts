/** What is read of typedoc's JSON. */
export interface Reflection {
  name: string;
  children?: Reflection[];
  signatures?: Reflection[];
  parameters?: Reflection[];
  comment?: object;
  type?: { type: string; name?: string };
}

const topics = ["rederive/conv", "rederive/nn", "rederive/prob"];
/** Types that say nothing of what one argument is. */
const plain = ["TensorLike", "Tensor", "T"];

/** The arguments of a topic's functions of which neither a word nor a type of their own says what they are. */
export function bareParameters({ name, children = [] }: Reflection): string[] {
  if (!topics.includes(name)) return [];
  return children.flatMap(({ name: fn, signatures = [] }) => {
    // Of a function with several signatures one description of an argument is enough.
    const isSaid = (i: number) => signatures.some(({ parameters }) => parameters?.[i]?.comment);
    return signatures.flatMap(({ parameters = [] }) =>
      parameters
        .filter(({ type }, i) => !isSaid(i) && !isDescribed(type))
        .map((parameter) => `${fn}: ${parameter.name}`),
    );
  });
}

const isDescribed = (type: Reflection["type"]): boolean =>
  type?.type === "reference" && !plain.includes(type.name ?? "");
