/** Back to Dukcapil: deactivation by two persons, the configuration returned and shredded, BAST, shipment, write-off (R-065…R-068). */
import { type Failure, failed, type Result } from '../../native/failure.ts';
import { type Acting, appFailure } from '../contract/index.ts';
import type { Writer } from '../store/index.ts';
import type { ActOf } from './act.ts';
import { type Books, nameOf, outOfOrder } from './books.ts';
import type { SamProposal } from './ports.ts';
import type { CardRow } from './tables.ts';

interface DeactivationBody {
  readonly serial: string | null;
  readonly cause: ActOf<'PROPOSE_DEACTIVATION'>['cause'];
  readonly letter: ActOf<'PROPOSE_DEACTIVATION'>['letter'];
}

export function leaving(books: Books) {
  const { ports } = books;

  function proposeDeactivation(
    row: CardRow,
    { cause, letter }: ActOf<'PROPOSE_DEACTIVATION'>,
    acting: Acting,
  ): Result<unknown> {
    if (cause === 'AGREEMENT_ENDED' && ports.agreement(row.agreement_id)?.ended !== true) {
      return outOfOrder('the agreement has not ended');
    }
    if ((cause === 'FOUND_AGAIN') !== (row.status === 'LOST_OR_DAMAGED')) {
      return outOfOrder(`${cause} of a SAM card in ${row.status}`);
    }
    const body: DeactivationBody = { serial: row.serial, cause, letter };
    return ports.propose('SAM_DEACTIVATION', row.sam_id, body, acting);
  }

  function confirmDeactivation(
    writer: Writer,
    row: CardRow,
    proposal: SamProposal,
    acting: Acting,
  ): Result<unknown> {
    const { cause, letter } = JSON.parse(proposal.body) as DeactivationBody;
    const reference = { cause, letter, proposedBy: proposal.proposedBy };
    return books.move(writer, row, 'REQUEST_DEACTIVATION', acting, { reference, on: letter.date });
  }

  function deactivated(
    writer: Writer,
    row: CardRow,
    { letter }: ActOf<'CONFIRM_DEACTIVATION'>,
    acting: Acting,
  ): Result<unknown> {
    // A return that has no copy yet is given up for the letter; one that has is finished first.
    writer.run("DELETE FROM configuration_return WHERE sam_id = ? AND status = 'WRITING'", row.sam_id);
    if (books.tables.returns.find(writer, row.sam_id) !== undefined) {
      return outOfOrder('the return of the configuration is not finished');
    }
    if (row.status === 'DEACT_REQUESTED') books.shred(writer, row.sam_id);
    return books.move(writer, row, 'CONFIRM_DEACTIVATION', acting, {
      reference: { letter },
      on: letter.date,
    });
  }

  /** The signed BAST that was chosen, if it lists the card: nothing is returned by word of mouth. */
  function signedBast(row: CardRow, paperId: string | undefined) {
    const chosen = ports.signedHandovers(row.agreement_id).find((one) => one.paperId === paperId);
    return chosen?.cards.includes(nameOf(row)) ? { number: chosen.number, date: chosen.signedOn } : undefined;
  }

  function handIn(writer: Writer, row: CardRow, act: ActOf<'HAND_IN'>, acting: Acting): Result<unknown> {
    const { shipment, receipt, receivedBy } = act;
    const bast = signedBast(row, act.bast);
    if (bast === undefined) return bastRequired(row);
    const wrongOrder = outOfSequence([row.last_on, bast.date, shipment.date, receipt.date]);
    if (wrongOrder !== undefined) return failed(wrongOrder);
    return books.move(writer, row, 'HAND_IN', acting, {
      reference: { bast, shipment, receipt, receivedBy },
      on: receipt.date,
      change: { bast_number: bast.number, bast_on: bast.date },
    });
  }

  /** Whoever lost a card has reported it, and Dukcapil has shut it out, before it leaves the books as lost. */
  function writeOff(writer: Writer, row: CardRow, act: ActOf<'WRITE_OFF'>, acting: Acting): Result<unknown> {
    const { report, deactivation } = act;
    const bast = signedBast(row, act.bast);
    if (bast === undefined) return bastRequired(row);
    const wrongOrder = outOfSequence([row.last_on, report.date, deactivation.date, bast.date]);
    if (wrongOrder !== undefined) return failed(wrongOrder);
    books.shred(writer, row.sam_id);
    const moved = books.move(writer, row, 'WRITE_OFF', acting, {
      reference: { report, deactivation, bast },
      on: bast.date,
      change: { bast_number: bast.number, bast_on: bast.date },
    });
    // Somebody may have proposed to send it back as found.
    return moved.ok ? ports.withdrawProposals(row.sam_id, acting) : moved;
  }

  return {
    proposeDeactivation,
    confirmDeactivation,
    deactivated,
    handIn,
    writeOff,
  };
}

function bastRequired(row: CardRow): Result<never> {
  return failed(appFailure('BAST_REQUIRED', 'custody', undefined, { nomor: nameOf(row) }));
}

/** The first date that lies before the one in front of it. */
function outOfSequence(dates: readonly string[]): Failure | undefined {
  const at = dates.findIndex((date, index) => date < (dates[index - 1] ?? date));
  if (at < 0) return undefined;
  const words = { tanggal: dates[at] ?? '', sebelum: dates[at - 1] ?? '' };
  return appFailure('DATES_CONTRADICT', 'custody', 'BAST', words);
}
