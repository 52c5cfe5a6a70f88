/** The highest order of a derivative: each is a derivative of one before, and longer with each. */
export const highestOrder = 9;
