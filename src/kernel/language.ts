/** The language of this kernel's cells, which its kernelspec sets for all of its processes. */
export const kernelLanguage = (): "javascript" | "typescript" =>
  process.env.REDERIVE_LANGUAGE === "javascript" ? "javascript" : "typescript";
