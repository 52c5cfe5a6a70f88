/** In each chapter an equation with a change that a hand may make. */
export const plantedChanges: Record<string, [id: string, from: string, to: string]> = {
  "01-convolution-costs": ["conv.cost-ratio", "\\frac{1}{N}", "\\frac{1}{M}"],
  "02-backpropagation": ["nn.sigmoid-grad", "(1 - \\sigma", "(1 + \\sigma"],
  "03-gaussian-mle": ["gaussian.normalisation", "dx = \\mu", "dx = 0"],
  "04-bayes": ["bayes.complement", "0.999", "0.998"],
  "05-moments": ["uniform.variance", "{12}", "{6}"],
};
