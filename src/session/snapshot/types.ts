/** The plain variables of the cells as one of them left them. */
export interface Snapshot {
  /** Number of the cell that had ended. */
  cell: number;
  /** When it was taken, in milliseconds since 1970. */
  at: number;
  bytes: Uint8Array;
  names: string[];
  /** Variables that it does not hold, and why. */
  leftOut: Record<string, string>;
}

/** Who holds snapshots where they outlive this process. */
export interface SnapshotHolder {
  /** Takes the newest snapshot, which replaces the one before; without one, they have been turned on or off. */
  hold(on: boolean, snapshot?: Snapshot): void;
  /** Hears that what was lost has been restored. */
  restored(): void;
}

/** What a process that follows another one is told. */
export interface Inheritance {
  /** Whether snapshots were on, if anybody has said. */
  on?: boolean;
  /** Those of the variables that were lost, the newest first. */
  lost: Snapshot[];
  /** Why there is none, where there should be one. */
  damage?: string;
}

/** The answer to `jupyter.snapshot()`. */
export interface SnapshotStatus {
  on: boolean;
  /** Number of the cell after which the latest snapshot was taken. */
  cell?: number;
  /** When, in milliseconds since 1970. */
  at?: number;
  /** Names of the variables that it holds. */
  held: string[];
  /** The others, and why. */
  leftOut: Record<string, string>;
  /** Names that `jupyter.restore()` would bring back. */
  lost: string[];
}
