import { defineConfig } from "rederive/config";

export default defineConfig({
  site: {
    title: "Rederive",
    heading: "Notes that show how they know",
    lead: "Mathematical notes, worked through again as TypeScript notebooks. Every step is checked by machine and stands here with its grade and its evidence.",
  },
});
