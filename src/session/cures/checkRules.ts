/** By what a cell was checked, and what is known of the cells before it. */
export interface CheckRules {
  cwd: string;
  /** The tsconfig.json that says how strict cells are. */
  config?: string;
  /** Options of tsconfig.json that say how a build puts files together, which nothing here does. */
  ofBuild: string[];
  strict: boolean;
  /** The cell that would have declared a name, and failed. */
  cellOf(name: string): number | undefined;
  /** The package at hand that exports a name. */
  packageOf(name: string): string | undefined;
}
