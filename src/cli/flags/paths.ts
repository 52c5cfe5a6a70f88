/** What the commands that work on notebooks say of their arguments. */
export const pathsHelp =
  "notebooks, folders or patterns (default: those of rederive.config.ts, else notebooks/)";
