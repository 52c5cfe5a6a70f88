import { type Declared, declaredAs } from "../../assumptions/declared.js";
import { noVocabulary, type Vocabulary } from "./vocabulary.js";

/** What a reader of LaTeX is told by declarations. */
export function vocabularyOfDeclared(declared: readonly Declared[]): Vocabulary {
  const ranges = declared.flatMap(({ name, meaning }) =>
    meaning.is === "index" ? [[name, [meaning.from, meaning.to]] as const] : [],
  );
  return {
    ...noVocabulary,
    symbols: declaredAs(declared, "random variable", "imaginary unit"),
    families: new Map([...declaredAs(declared, "family")].map((name) => [name, 1])),
    functions: declaredAs(declared, "function"),
    matrices: declaredAs(declared, "matrix"),
    vectors: declaredAs(declared, "vector"),
    labelled: declaredAs(declared, "family"),
    ranges: new Map(ranges),
  };
}
