/** Tells how far a run is, as long as it lasts. */
export interface Reporter {
  /** Whether someone looks at the number of all inputs. */
  readonly counts: boolean;
  /** The run has ended: tells what became of it, failures included. */
  end(): void;
}
