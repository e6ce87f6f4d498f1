/** The audit trail has a word for every event that the program can note, and for nothing else. */
import { expectTypeOf, it } from 'vitest';
import type { AuditEvent } from '../electron/audit/index.ts';
import type { id } from '../resources/messages/id.ts';

it('every event of the log has its word', () => {
  expectTypeOf<keyof typeof id.audit.events>().toEqualTypeOf<AuditEvent['event']>();
});
