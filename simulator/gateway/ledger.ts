/**
 * What the data-balikan server has accepted, so that a test can prove that nothing was accepted twice and nothing was lost. The server
 * itself recognises a repetition by the whole content; the ledger counts per NIK and registration.
 */

export interface BalikanRecord {
  readonly idLembaga: string;
  readonly nik: string;
  /** The members of `param`, one object per service. */
  readonly param: readonly Readonly<Record<string, string>>[];
}

export interface LedgerEntry {
  readonly idLembaga: string;
  readonly nik: string;
  /** NOMOR_REGISTRASI_LAYANAN, else KETERANGAN_PENERIMA_BANTUAN. */
  readonly registration: string;
  /** How often the server said yes. More than one: the sender sent different contents for one service. */
  readonly accepted: number;
  /** How often the server said that it has this already. */
  readonly duplicates: number;
  readonly param: BalikanRecord['param'];
}

export class Ledger {
  readonly #contents = new Set<string>();
  readonly #entries = new Map<string, LedgerEntry>();

  has(record: BalikanRecord): boolean {
    return this.#contents.has(contentOf(record));
  }

  accept(record: BalikanRecord): void {
    this.#contents.add(contentOf(record));
    const entry = this.#entryOf(record);
    this.#entries.set(keyOf(record), { ...entry, accepted: entry.accepted + 1, param: record.param });
  }

  noteDuplicate(record: BalikanRecord): void {
    const entry = this.#entryOf(record);
    this.#entries.set(keyOf(record), { ...entry, duplicates: entry.duplicates + 1 });
  }

  entries(): readonly LedgerEntry[] {
    return [...this.#entries.values()];
  }

  /** Times that something was accepted for a NIK, or for one registration of it. */
  accepted(nik: string, registration?: string): number {
    return this.entries()
      .filter(
        (entry) => entry.nik === nik && (registration === undefined || entry.registration === registration),
      )
      .reduce((sum, entry) => sum + entry.accepted, 0);
  }

  #entryOf(record: BalikanRecord): LedgerEntry {
    const { idLembaga, nik, param } = record;
    const known = this.#entries.get(keyOf(record));
    return (
      known ?? { idLembaga, nik, registration: registrationOf(record), accepted: 0, duplicates: 0, param }
    );
  }
}

export function contentOf({ idLembaga, nik, param }: BalikanRecord): string {
  return JSON.stringify([idLembaga, nik, param.map((member) => Object.entries(member).sort())]);
}

function keyOf(record: BalikanRecord): string {
  return JSON.stringify([record.idLembaga, record.nik, registrationOf(record)]);
}

function registrationOf({ param }: BalikanRecord): string {
  const [first] = param;
  return first?.NOMOR_REGISTRASI_LAYANAN ?? first?.KETERANGAN_PENERIMA_BANTUAN ?? '';
}
