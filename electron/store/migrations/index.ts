/** All steps of the schema, in order. */
import { foundation } from './0001-foundation.ts';
import type { Migration } from './migration.ts';

export type { Migration } from './migration.ts';

export const migrations: readonly Migration[] = [foundation];
