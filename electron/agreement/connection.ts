/** The network secrets of an agreement: written, used, and never shown again. */
import { failed, ok, type Result } from '../../native/failure.ts';
import { type Acting, appFailure, type ConnectionProfile, connectionProfile } from '../contract/index.ts';
import { outOfOrder } from './journal.ts';
import { sha256Of, unreadable } from './register.ts';
import type { Room, Scene } from './room.ts';
import type { ConnectionRow } from './rows.ts';

export function connection(room: Room, agreementId: string): Result<ConnectionProfile | undefined> {
  const { connections } = room.register.tables;
  const read = room.journal.store.read((reader) => connections.find(reader, agreementId));
  if (!read.ok) return read;
  if (read.value === undefined) return ok(undefined);
  const installed = secretsOf(read.value);
  return installed === undefined ? failed(unreadable(agreementId)) : ok(installed);
}

function secretsOf(row: ConnectionRow): ConnectionProfile | undefined {
  const parsed = connectionProfile.safeParse(JSON.parse(row.profile));
  return parsed.success ? parsed.data : undefined;
}

export function installConnection(
  { room, writer, known }: Scene,
  installed: ConnectionProfile,
  acting: Acting,
): Result<unknown> {
  const { row, profile } = known;
  const { agreement_id: agreementId } = row;
  if (row.status === 'CLOSED') return failed(appFailure('ARCHIVE_READ_ONLY', 'agreement.connection'));
  if (profile.kind !== 'DUKCAPIL_ACCESS') return failed(outOfOrder('a connection', profile.kind));
  // This installation is one network point; an agreement that grants none has no place for it.
  if (profile.network.points === 0) {
    const words = { jumlah: String(profile.network.points) };
    return failed(appFailure('NETWORK_POINT_LIMIT', 'agreement.connection', undefined, words));
  }
  const { connections } = room.register.tables;
  const present = connections.find(writer, agreementId);
  if (present !== undefined && changesUserId(present, installed)) {
    const mayChange = room.ports.people.userIdMayChange(agreementId, present.installed_at);
    if (!mayChange) return failed(appFailure('USER_ID_BAST_REQUIRED', 'agreement.connection'));
  }
  const stored = JSON.stringify(installed);
  const next = {
    agreement_id: agreementId,
    profile: stored,
    sha256: sha256Of(stored),
    installed_at: room.now(),
    installed_by: acting.personId,
  };
  if (!connections.update(writer, next)) connections.insert(writer, next);
  // What it held before is a secret that is no longer needed.
  if (present !== undefined) writer.erased();
  return room.journal.audit(row, acting, { event: 'CONNECTION_INSTALLED', sha256: next.sha256 });
}

/** The first User ID is no change; taking one away is, or the next could come without a BAST. */
function changesUserId(present: ConnectionRow, next: ConnectionProfile): boolean {
  const userId = secretsOf(present)?.gateway?.credentials.userId;
  return userId !== undefined && userId !== next.gateway?.credentials.userId;
}
