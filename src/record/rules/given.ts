/** Rules by which a claim is taken as it is meant: what is given, what a name stands for, what is of several parts. */
export const given = {
  definition: {
    rule: "A name, a function, a family, a sequence or a probability is given its value",
    sideCondition: "the name has no other meaning, and its value does not speak of it",
  },
  hypothesis: {
    rule: "A statement in words is taken as given",
    sideCondition: "it is shown and not read: nothing follows from it",
  },
  assumption: {
    rule: "The step says again what an assumption or a definition says",
    sideCondition: "it counts as assumed, since nothing was derived",
  },
  "insert-definition": {
    rule: "A defined name is replaced by its value",
    sideCondition: "no name that is free in the value is bound around it",
  },
  provided: {
    rule: "The step is taken under conditions of its own",
    sideCondition:
      "none is the claim up to a factor of known sign, or a false statement about numbers",
  },
  "name-is-real": {
    rule: "A name stands for a real number",
    sideCondition:
      "it may stand for nothing else: a matrix, the imaginary unit, the mean or the derivative of another name",
  },
  "base-of-logarithm": {
    rule: "lg x is a positive multiple of log x",
    sideCondition: "where no base is said only a proof counts, which holds for every base above 1",
  },
  "square-of-sigma": {
    rule: "What is written as the square of sigma is not negative",
    sideCondition: "it is not said to be any real number",
  },
  "indefinite-integral": {
    rule: "Indefinite integrals are compared by their derivatives",
    sideCondition:
      "both sides are linear in integrals over one variable, and equal up to a constant",
  },
  "termwise-sum": {
    rule: "Sums over values that are not listed, and expectations, are equal where their terms are",
    sideCondition:
      "they are over the same values and have values; terms that differ refute nothing",
  },
  "entry-by-entry": {
    rule: "Lists are compared entry by entry",
    sideCondition: "both have one size, and one point meets the conditions of all entries",
  },
  "equation-assumed": {
    rule: "What follows from the equations among the assumptions holds under them",
    sideCondition:
      "they hold together at some point, with the open conditions, and name no free entry",
  },
  "linked-equation": {
    rule: "A name that an equation gives as a function of a variable is written out",
    sideCondition: "the variable takes other values in the claim, and nothing declares the name",
  },
  "sizes-agree": {
    rule: "A sum, a product and an equation of matrices have a meaning where their sizes fit",
    sideCondition: "lengths of different names differ; a size that is not declared is what fits",
  },
  "matrix-normal-form": {
    rule: "Matrices are compared by their entries, as sums of products over indices of symbolic length",
    sideCondition: "sizes fit, and no product is turned round",
  },
  "matrix-inverse": {
    rule: "An inverse cancels its matrix; of a product it is the product of the inverses in the other order",
    sideCondition: "the matrix is invertible, a condition unless the declarations say so",
  },
  "index-derivative": {
    rule: "A derivative by an array is taken by each of its entries, a vector's row by row",
    sideCondition: "the entries do not depend on one another, as those of a symmetric matrix do",
  },
  "complex-parts": {
    rule: "An equation of complex numbers is that of their real and of their imaginary parts",
    sideCondition:
      "both have values; what has several branches, a root, a logarithm or an angle, is known to have one",
  },
  "complex-points": {
    rule: "A claim about complex numbers fails at a point, by enclosures of both sides",
    sideCondition:
      "the assumptions admit the point, both sides have values, and no branch is chosen",
  },
  "matrix-points": {
    rule: "A claim about matrices fails at small matrices with exact entries",
    sideCondition:
      "they are what is declared, the assumptions admit them, and both sides have values",
  },
} as const;
