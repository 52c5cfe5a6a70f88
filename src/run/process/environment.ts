/** The variables of the processes in which cells run. */
export function cellEnvironment(): NodeJS.ProcessEnv {
  const { FORCE_COLOR: _colour, ...inherited } = process.env;
  // What a cell gives must not depend on where it runs: no colours, one time zone, one language.
  return {
    ...inherited,
    NO_COLOR: "1",
    TZ: "UTC",
    LANG: "en_US.UTF-8",
    LC_ALL: "en_US.UTF-8",
  };
}
