/** One numbered step of the schema. A released step is never changed; the next change is the next file. */
export interface Migration {
  /** The first is 11: before it there were trials of the schema that no step leads on from. */
  readonly version: number;
  readonly sql: string;
}
