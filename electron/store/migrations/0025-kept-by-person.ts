/** Version 35: kept records by the keyed hash of their person, so that a breach of a year is not held against every record. */
import type { Migration } from './migration.ts';

export const keptByPerson: Migration = {
  version: 35,
  sql: 'CREATE INDEX kept_by_person ON kept (nik_hash);',
};
