/** A card in its reader: activation by two persons, suspension, resumption, loss (domain 4.2, R-068). */
import { failed, ok, type Result } from '../../native/failure.ts';
import { type Acting, appFailure } from '../contract/index.ts';
import type { Reader, Writer } from '../store/index.ts';
import type { ActOf } from './act.ts';
import { type Books, nameOf, outOfOrder } from './books.ts';
import type { SamProposal } from './ports.ts';
import type { CardRow } from './tables.ts';
import { hasPassedTest } from './testing.ts';

/** What is proposed, as it is frozen: the card, and the place it is to read in. */
interface ActivationBody {
  readonly serial: string | null;
  readonly uid: string | null;
  readonly reader: string;
  readonly counter: string;
}

export function serving(books: Books) {
  const { tables, ports } = books;

  /** What would be activated now, or why it cannot be. */
  function readiness(reader: Reader, row: CardRow): Result<ActivationBody> {
    const facts = ports.agreement(row.agreement_id);
    if (facts?.inForce !== true) return failed(appFailure('AGREEMENT_NOT_IN_FORCE', 'custody'));
    if (!facts.allowsReader) return failed(appFailure('READER_NOT_ALLOWED', 'custody'));
    const device = row.reader_id === null ? undefined : tables.readers.find(reader, row.reader_id);
    const missing = [
      ...(row.config_sha256 === null ? ['berkas konfigurasi'] : []),
      ...(device === undefined || device.status === 'DEACTIVATED' ? ['perangkat pembaca'] : []),
      ...(row.uid === null ? ['UID kartu'] : []),
      ...(hasPassedTest(books, reader, row.sam_id, device) ? [] : ['uji perangkat yang lulus']),
    ];
    if (device === undefined || missing.length > 0) {
      const words = { nomor: nameOf(row), daftar: missing.join(', ') };
      return failed(appFailure('SAM_NOT_PREPARED', 'custody', undefined, words));
    }
    return ok({ serial: row.serial, uid: row.uid, reader: device.serial, counter: device.counter });
  }

  function proposeActivation(writer: Writer, row: CardRow, acting: Acting): Result<unknown> {
    const ready = readiness(writer, row);
    return ready.ok ? ports.propose('SAM_ACTIVATION', row.sam_id, ready.value, acting) : ready;
  }

  function confirmActivation(
    writer: Writer,
    row: CardRow,
    proposal: SamProposal,
    acting: Acting,
  ): Result<unknown> {
    if (row.status !== 'PERSONALISED') return outOfOrder(`ACTIVATE of a SAM card in ${row.status}`);
    const ready = readiness(writer, row);
    if (!ready.ok) return ready;
    if (JSON.stringify(ready.value) !== proposal.body)
      return failed(appFailure('PROPOSAL_CHANGED', 'custody'));
    const change = { proposed_by: proposal.proposedBy, confirmed_by: acting.personId };
    return books.move(writer, row, 'ACTIVATE', acting, { reference: { ...ready.value }, change });
  }

  function suspend(writer: Writer, row: CardRow, reason: string, acting: Acting): Result<unknown> {
    return books.move(writer, row, 'SUSPEND', acting, { reference: { reason } });
  }

  function resume(writer: Writer, row: CardRow, act: ActOf<'RESUME'>, acting: Acting): Result<unknown> {
    const ready = readiness(writer, row);
    if (!ready.ok) return ready;
    return books.move(writer, row, 'RESUME', acting, { reference: { reason: act.reason } });
  }

  function reportLost(
    writer: Writer,
    row: CardRow,
    act: ActOf<'REPORT_LOST'>,
    acting: Acting,
  ): Result<unknown> {
    const { kind, incident } = act;
    const step = { reference: { kind, incident }, change: { incident } };
    const moved = books.move(writer, row, 'REPORT_LOST', acting, step);
    if (!moved.ok) return moved;
    const { sam_id: samId, agreement_id: agreementId } = row;
    const lost = ports.lost({ samId, name: nameOf(row), agreementId, kind, incident }, acting);
    return lost.ok ? ports.withdrawProposals(samId, acting) : lost;
  }

  return { proposeActivation, confirmActivation, suspend, resume, reportLost };
}
