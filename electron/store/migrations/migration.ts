/** One numbered step of the schema. A released step is never changed; the next change is the next file. */
export interface Migration {
  readonly version: number;
  readonly sql: string;
}
