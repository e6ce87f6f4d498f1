/**
 * The configuration of a SAM card goes back to Dukcapil: as the file it came in, on a medium somebody chose, read back and compared,
 * shredded here, and on record. Every step is durable before the next one begins, so that a power loss between any two leaves a
 * state the next start knows: until a copy was read back nothing is shredded, and from then on nothing is left to a person.
 */
import { createHash } from 'node:crypto';
import { failed, ok, type Result } from '../../native/failure.ts';
import {
  type Acting,
  appFailure,
  type ConfigurationReturn,
  type UnfinishedReturn,
} from '../contract/index.ts';
import type { Reader, Writer } from '../store/index.ts';
import { type Books, nameOf, outOfOrder } from './books.ts';
import { reconciled } from './reconcile.ts';
import type { CardRow, ReturnRow } from './tables.ts';

/** Where the copy goes; the name is what the books keep of it. */
export interface ReturnPlace {
  readonly path: string;
  readonly fileName: string;
}

export interface ReturningConfiguration {
  /** What the copy may be called, so that those of several cards do not stand in each other's way. */
  nameFor(samId: string): Result<string>;
  /** Gives the checksum under which the file came and goes back. */
  returnTo(
    place: ReturnPlace,
    asked: ConfigurationReturn,
    acting: Acting,
  ): Result<{ readonly sha256: string }>;
  /** Asked at every start: finishes what has a verified copy. Gives how many. */
  finish(): Result<number>;
  /** Begun, and without a copy that was read back: the configuration is still here. */
  unfinished(): Result<readonly UnfinishedReturn[]>;
}

export function returningConfiguration(books: Books): ReturningConfiguration {
  const { store, tables, clock, seal, ports } = books;

  function begin(
    { fileName }: ReturnPlace,
    { samId, medium, on, receivedBy }: ConfigurationReturn,
    acting: Acting,
  ): Result<{ readonly file: Uint8Array; readonly sha256: string }> {
    return store.transaction((writer) => {
      const row = books.card(writer, samId);
      if (row?.status !== 'DEACT_REQUESTED') return outOfOrder('RETURN_CONFIG of no card that was given up');
      const wrongDay = books.wrongDay(row, on);
      if (wrongDay !== undefined) return failed(wrongDay);
      const former = tables.returns.find(writer, samId);
      if (former !== undefined && former.status !== 'WRITING')
        return outOfOrder('the return has a verified copy');
      const kept = tables.configurations.find(writer, samId);
      const file = kept === undefined ? undefined : seal.fileOf(samId, kept.sealed);
      if (file === undefined || sumOf(file) !== row.config_sha256) {
        return failed(appFailure('CONFIG_UNREADABLE', 'custody.return', undefined, { nomor: nameOf(row) }));
      }
      if (former !== undefined) giveUp(writer, samId);
      tables.returns.insert(writer, {
        sam_id: samId,
        status: 'WRITING',
        file_name: fileName,
        sha256: row.config_sha256,
        medium,
        returned_on: on,
        received_by: receivedBy,
        started_by: acting.personId,
        counter: acting.counter,
        changed_at: clock.now(),
      });
      const noted = note(row, 'WRITING', acting);
      return noted.ok ? ok({ file, sha256: row.config_sha256 }) : noted;
    });
  }

  /** One step further, durable when it answers. */
  function step(
    samId: string,
    status: 'VERIFIED' | 'SHREDDED',
    work: (writer: Writer) => void = () => undefined,
  ): Result<unknown> {
    return store.transaction((writer) => {
      const row = tables.returns.find(writer, samId);
      const card = books.card(writer, samId);
      if (row === undefined || card === undefined) return outOfOrder('no such return');
      work(writer);
      tables.returns.update(writer, { ...row, status, changed_at: clock.now() });
      return note(card, status, actorOf(row));
    });
  }

  function record(samId: string): Result<unknown> {
    return store.transaction((writer) => {
      const row = tables.returns.find(writer, samId);
      const card = books.card(writer, samId);
      if (row === undefined || card === undefined) return outOfOrder('no such return');
      const { file_name: fileName, sha256, medium, received_by: receivedBy, returned_on: on } = row;
      // The day was checked when the return began; by a clock that was set back since, it is not refused any more.
      const moved = books.move(writer, card, 'RETURN_CONFIG', actorOf(row), {
        reference: { fileName, sha256, medium, on, receivedBy },
        change: { last_on: on },
      });
      if (!moved.ok) return moved;
      giveUp(writer, samId);
      return reconciled(writer, card.agreement_id);
    });
  }

  function giveUp(writer: Writer, samId: string): void {
    writer.run('DELETE FROM configuration_return WHERE sam_id = ?', samId);
  }

  function note(card: CardRow, step: ReturnRow['status'], acting: Acting): Result<unknown> {
    const { personId: actor, counter } = acting;
    const context = { actor, counter, agreementId: card.agreement_id };
    return books.audit.append(context, { event: 'SAM_CONFIG_RETURN', samId: card.sam_id, step });
  }

  /** From a verified copy, or from nothing left here, to the record. */
  function complete(samId: string, from: 'VERIFIED' | 'SHREDDED'): Result<unknown> {
    const shredded =
      from === 'SHREDDED' ? ok(undefined) : step(samId, 'SHREDDED', (writer) => books.shred(writer, samId));
    if (!shredded.ok) return shredded;
    ports.forgetNow();
    return record(samId);
  }

  /** Another file of that name may be all that is left of another card. A copy of this one that was cut short is written anew. */
  function isFree(path: string, file: Uint8Array): Result<unknown> {
    const present = ports.medium.present(path);
    if (!present.ok || present.value === undefined) return present;
    const isOwn = Buffer.compare(present.value, file.subarray(0, present.value.length)) === 0;
    return isOwn ? ok(undefined) : failed(appFailure('CONFIG_PLACE_TAKEN', 'custody.return'));
  }

  function copied(path: string, file: Uint8Array, sha256: string): Result<unknown> {
    const free = isFree(path, file);
    if (!free.ok) return free;
    const written = ports.medium.write(path, file);
    if (!written.ok) return written;
    const read = ports.medium.read(path);
    if (!read.ok) return read;
    return sumOf(read.value) === sha256
      ? ok(undefined)
      : failed(appFailure('CONFIG_COPY_DIFFERS', 'custody.return'));
  }

  function all(reader: Reader): readonly ReturnRow[] {
    return tables.returns.select(reader, 'ORDER BY changed_at, sam_id');
  }

  return {
    returnTo(place, asked, acting) {
      const begun = begin(place, asked, acting);
      if (!begun.ok) return begun;
      const { file, sha256 } = begun.value;
      const copy = copied(place.path, file, sha256);
      file.fill(0);
      if (!copy.ok) return copy;
      const verified = step(asked.samId, 'VERIFIED');
      if (!verified.ok) return verified;
      const done = complete(asked.samId, 'VERIFIED');
      return done.ok ? ok({ sha256 }) : done;
    },

    nameFor(samId) {
      const row = store.read((reader) => books.card(reader, samId));
      if (!row.ok) return row;
      if (row.value === undefined) return outOfOrder('no such SAM card');
      return ok(`konfigurasi-${nameOf(row.value).replaceAll(/[^A-Za-z0-9.-]/g, '-')}.txt`);
    },

    finish() {
      const open = store.read(all);
      if (!open.ok) return open;
      let finished = 0;
      for (const { sam_id: samId, status } of open.value) {
        if (status === 'WRITING') continue;
        const done = complete(samId, status);
        if (!done.ok) return done;
        finished += 1;
      }
      return ok(finished);
    },

    unfinished: () =>
      store.read((reader) =>
        all(reader).map(({ sam_id: samId, file_name: fileName, medium, changed_at: at, started_by }) => {
          const card = books.card(reader, samId);
          const name = card === undefined ? samId : nameOf(card);
          return { samId, name, fileName, medium, at, by: ports.nameOf(started_by) };
        }),
      ),
  };
}

/** The steps that a start finishes are still the act of who began them. */
function actorOf({ started_by: personId, counter }: ReturnRow): Acting {
  return { personId, roles: [], counter };
}

function sumOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
