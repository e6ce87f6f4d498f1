/** The acts of the office on people, as types: what carries out which, so that none can be forgotten. */
import type { Result } from '../../native/failure.ts';
import type { Acting, PeopleAct } from '../contract/index.ts';
import type { Writer } from '../store/index.ts';

/** Everything but what needs a password hash. */
export type DirectAct = Exclude<PeopleAct, { act: 'GIVE_ACCOUNT' | 'RESET_PASSWORD' }>;

export type ActName = DirectAct['act'];
export type ActMap = { readonly [Act in DirectAct as Act['act']]: Act };

/** Runs inside one transaction. @param id of what is made. Gives it back, or the id of what was changed. */
export type Handler<Name extends ActName> = (
  writer: Writer,
  act: ActMap[Name],
  acting: Acting,
  id: string,
) => Result<string>;

export type Handlers<Names extends ActName> = { readonly [Name in Names]: Handler<Name> };
