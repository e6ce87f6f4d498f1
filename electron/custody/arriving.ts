/** From purchase to the reader: orders, personalisation through SIFILMA, the configuration file, readers and pairing (R-060…R-063). */
import { type Failure, failed, ok, type Result } from '../../native/failure.ts';
import { type Acting, appFailure } from '../contract/index.ts';
import type { Writer } from '../store/index.ts';
import type { ActOf } from './act.ts';
import { type Books, nameOf, outOfOrder } from './books.ts';
import type { ConfigurationFile } from './configuration.ts';
import type { CardRow } from './tables.ts';

export function arriving(books: Books) {
  const { tables, ports, clock, seal } = books;

  /** @param id of the order; the cards are named after it */
  function procure(writer: Writer, act: ActOf<'PROCURE'>, acting: Acting, id: string): Result<string> {
    const { agreementId, count, vendor, document } = act;
    const facts = ports.agreement(agreementId);
    if (facts === undefined || facts.ended) return outOfOrder('no agreement to order for');
    if (!facts.allowsReader) return failed(appFailure('READER_NOT_ALLOWED', 'custody'));
    if (document.date > facts.today) {
      return failed(appFailure('DATE_AHEAD', 'custody', undefined, { tanggal: document.date }));
    }
    tables.orders.insert(writer, {
      order_id: id,
      agreement_id: agreementId,
      count,
      vendor,
      document_number: document.number,
      document_date: document.date,
      ordered_by: acting.personId,
      ordered_at: clock.now(),
    });
    for (let place = 1; place <= count; place += 1) {
      tables.cards.insert(writer, newCard(id, place, agreementId, document.date, clock.now()));
    }
    const step = { id, agreementId, from: '', to: 'PROCURED' };
    const ordered = { event: 'SAM_ORDERED', orderId: id, count } as const;
    const noted = books.note(writer, acting, step, 'PROCURE', { vendor, document, count }, ordered);
    return noted.ok ? ok(id) : noted;
  }

  function requestPersonalisation(
    writer: Writer,
    row: CardRow,
    act: ActOf<'REQUEST_PERSO'>,
    acting: Acting,
  ): Result<unknown> {
    const { letter, ticket, ticketOn } = act;
    if (ticket === '') return failed(appFailure('SIFILMA_REFERENCE_REQUIRED', 'custody'));
    if (ticketOn < letter.date) {
      const words = { tanggal: ticketOn, sebelum: letter.date };
      return failed(appFailure('DATES_CONTRADICT', 'custody', 'ticket', words));
    }
    if (ports.agreement(row.agreement_id)?.inForce !== true) {
      return failed(appFailure('AGREEMENT_NOT_IN_FORCE', 'custody'));
    }
    const early = books.wrongDay(row, letter.date) ?? books.outsideAgreement(row.agreement_id, letter.date);
    if (early !== undefined) return failed(early);
    return books.move(writer, row, 'REQUEST_PERSO', acting, {
      reference: { letter, ticket, ticketOn },
      on: ticketOn,
      change: { ticket, ticket_on: ticketOn, rejected: 0 },
    });
  }

  function receive(writer: Writer, row: CardRow, act: ActOf<'RECEIVE'>, acting: Acting): Result<unknown> {
    const { letter, serial } = act;
    if (tables.cards.select(writer, 'WHERE serial = ? COLLATE NOCASE', serial).length > 0) {
      return failed(appFailure('DEVICE_SERIAL_TAKEN', 'custody', undefined, { nomor: serial }));
    }
    const step = { reference: { letter, serial }, on: letter.date, change: { serial } };
    return books.move(writer, row, 'RECEIVE', acting, step);
  }

  /** Once for each card: the file names the card it is for, and no two cards have the same PCID. */
  function importConfiguration(
    writer: Writer,
    row: CardRow,
    file: ConfigurationFile,
    acting: Acting,
  ): Result<unknown> {
    if (row.status !== 'PERSONALISED') return outOfOrder(`a configuration in ${row.status}`);
    const ofAnother = file.serial !== row.serial || books.anotherHasUid(writer, row, file.uid);
    if (ofAnother) {
      return failed(
        appFailure('SAM_FILE_OF_ANOTHER', 'custody.configuration', undefined, { nomor: nameOf(row) }),
      );
    }
    const mark = seal.mark(file);
    const known = tables.cards.select(writer, 'WHERE config_sha256 = ? OR pcid_mark = ?', file.sha256, mark);
    if (known.length > 0 || row.config_sha256 !== null) {
      return failed(appFailure('SAM_FILE_TAKEN', 'custody.configuration'));
    }
    tables.configurations.insert(writer, {
      sam_id: row.sam_id,
      sealed: seal.seal(row.sam_id, file),
      imported_by: acting.personId,
      imported_at: clock.now(),
    });
    return books.move(writer, row, 'IMPORT_CONFIG', acting, {
      reference: { sha256: file.sha256 },
      change: {
        config_sha256: file.sha256,
        pcid_mark: mark,
        ...(file.uid === undefined ? {} : { uid: file.uid }),
      },
    });
  }

  function registerReader(
    writer: Writer,
    act: ActOf<'REGISTER_READER'>,
    acting: Acting,
    id: string,
  ): Result<string> {
    const { agreementId, serial, model, terminal, counter } = act;
    const facts = ports.agreement(agreementId);
    if (facts === undefined || facts.ended) return outOfOrder('no agreement to register for');
    if (!facts.allowsReader) return failed(appFailure('READER_NOT_ALLOWED', 'custody'));
    if (tables.readers.select(writer, 'WHERE serial = ? COLLATE NOCASE', serial).length > 0) {
      return failed(appFailure('DEVICE_SERIAL_TAKEN', 'custody', undefined, { nomor: serial }));
    }
    const taken = placeTaken(writer, counter);
    if (taken !== undefined) return failed(taken);
    tables.readers.insert(writer, {
      reader_id: id,
      agreement_id: agreementId,
      serial,
      model,
      terminal,
      counter,
      status: 'REGISTERED',
      registered_by: acting.personId,
      registered_at: clock.now(),
      changed_at: clock.now(),
    });
    const step = { id, agreementId, from: '', to: 'REGISTERED' };
    const moved = { event: 'READER_MOVED', readerId: id, by: 'REGISTER', to: 'REGISTERED' } as const;
    const noted = books.note(writer, acting, step, 'REGISTER', { serial, model, terminal, counter }, moved);
    return noted.ok ? ok(id) : noted;
  }

  function placeTaken(writer: Writer, counter: string, by?: string): Failure | undefined {
    return books.readersAt(writer, counter).some((reader) => reader.reader_id !== by)
      ? appFailure('DEVICE_PLACE_TAKEN', 'custody', undefined, { nomor: counter })
      : undefined;
  }

  /** Only while no card reads in it; a card that is in it stays in it, and is confirmed or resumed at the new place. */
  function moveReader(writer: Writer, act: ActOf<'MOVE_READER'>, acting: Acting): Result<string> {
    const { readerId, terminal, counter, reason } = act;
    const reader = tables.readers.find(writer, readerId);
    if (reader === undefined) return outOfOrder('no such reader');
    const { status, agreement_id: agreementId } = reader;
    if (status !== 'REGISTERED' && status !== 'OUT_OF_SERVICE') {
      return outOfOrder(`MOVE of a reader in ${status}`);
    }
    const taken = placeTaken(writer, counter, readerId);
    if (taken !== undefined) return failed(taken);
    tables.readers.update(writer, { ...reader, terminal, counter, changed_at: clock.now() });
    const step = { id: readerId, agreementId, from: status, to: status };
    const moved = { event: 'READER_MOVED', readerId, by: 'MOVE', from: status, to: status } as const;
    const reference = { terminal, counter, reason, before: reader.counter };
    const noted = books.note(writer, acting, step, 'MOVE', reference, moved);
    return noted.ok ? ok(readerId) : noted;
  }

  function pair(writer: Writer, row: CardRow, act: ActOf<'PAIR'>, acting: Acting): Result<unknown> {
    if (row.config_sha256 === null) {
      const words = { nomor: nameOf(row), daftar: 'berkas konfigurasi' };
      return failed(appFailure('SAM_NOT_PREPARED', 'custody', 'configuration', words));
    }
    const reader = tables.readers.find(writer, act.readerId);
    if (reader === undefined || reader.agreement_id !== row.agreement_id) return outOfOrder('no such reader');
    if (reader.status === 'DEACTIVATED') return outOfOrder('the reader was deactivated');
    const inReader =
      "WHERE reader_id = ? AND sam_id <> ? AND status IN ('PERSONALISED', 'ACTIVE', 'SUSPENDED')";
    if (tables.cards.select(writer, inReader, act.readerId, row.sam_id).length > 0) {
      return failed(appFailure('DEVICE_PLACE_TAKEN', 'custody', undefined, { nomor: reader.serial }));
    }
    const moved = books.move(writer, row, 'PAIR', acting, {
      reference: { reader: reader.serial, counter: reader.counter },
      change: { reader_id: act.readerId },
    });
    // Whoever confirms is to confirm the place that was proposed.
    return moved.ok ? ports.withdrawProposals(row.sam_id, acting) : moved;
  }

  return {
    procure,
    requestPersonalisation,
    receive,
    importConfiguration,
    registerReader,
    moveReader,
    pair,
  };
}

function newCard(orderId: string, place: number, agreementId: string, on: string, now: number): CardRow {
  return {
    sam_id: `${orderId}-${place}`,
    order_id: orderId,
    place,
    agreement_id: agreementId,
    status: 'PROCURED',
    rejected: 0,
    ticket: null,
    ticket_on: null,
    serial: null,
    uid: null,
    config_sha256: null,
    pcid_mark: null,
    reader_id: null,
    proposed_by: null,
    confirmed_by: null,
    incident: null,
    bast_number: null,
    bast_on: null,
    last_on: on,
    changed_at: now,
  };
}
