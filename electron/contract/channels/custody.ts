/** What pages may ask about SAM cards and readers, and about the way back of a configuration file. */
import { z } from 'zod';
import {
  type CustodyEntry,
  type CustodyView,
  configurationReturn,
  custodyAct,
  type UnfinishedReturn,
} from '../custody.ts';
import { officeId } from '../office.ts';
import { channel, nothing } from './channel.ts';

export const custodyChannels = {
  'custody.view': channel('SIGNED_IN', nothing).answers<CustodyView>(),
  /** What happened to a card, newest first. */
  'custody.history': channel({ see: 'MANAGE_DEVICES' }, z.object({ samId: officeId })).answers<
    readonly CustodyEntry[]
  >(),
  'custody.act': channel({ do: 'SUSPEND_DEVICE' }, custodyAct),
  /**
   * A file dialog of main's; the file came with this card and is checked before it is sealed.
   * `null`: the dialog was closed.
   */
  'custody.importConfiguration': channel({ do: 'MANAGE_DEVICES' }, z.object({ samId: officeId })).answers<{
    readonly name: string;
  } | null>(),
  /**
   * To a place that somebody chooses in a dialog of main's; the copy is read back before anything is shredded here.
   * `null`: the dialog was closed.
   */
  'configuration.return': channel({ do: 'MANAGE_DEVICES' }, configurationReturn).answers<{
    readonly fileName: string;
    readonly sha256: string;
  } | null>(),
  'configuration.unfinished': channel({ see: 'MANAGE_DEVICES' }, nothing).answers<
    readonly UnfinishedReturn[]
  >(),
};
