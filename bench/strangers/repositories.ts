/** A public repository with TypeScript or JavaScript notebooks: its owner and name on GitHub, and the commit compared. */
export interface Repository {
  name: string;
  commit: string;
  /** Set aside until the causes found in the others had been mended, and only then looked at. */
  heldOut?: true;
  /** Folders whose notebooks ask for the network in nearly every cell. */
  without?: string[];
}
