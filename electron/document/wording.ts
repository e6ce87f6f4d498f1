/** What fills a template, whatever the paper. */

/** `values` were typed by somebody and are printed as they are; `phrases` are ours and may carry the marks of a template. */
export interface Words {
  readonly phrases: Readonly<Record<string, string>>;
  readonly values: Readonly<Record<string, string>>;
  readonly rows: Readonly<Record<string, readonly (readonly string[])[]>>;
  /** What a template prints only in some cases names one of these. */
  readonly flags: Readonly<Record<string, boolean>>;
  /** Who is sent a copy (tembusan). */
  readonly copiesTo: readonly string[];
  /** `null` on a sheet that is only looked at. */
  readonly checkpoint: string | null;
}

/** What only one kind of paper says. */
export type OwnWords = Partial<Omit<Words, 'phrases' | 'checkpoint'>>;
