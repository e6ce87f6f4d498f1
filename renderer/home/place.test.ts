import { describe, expect, it } from 'vitest';
import { actions, maySee, type Role } from '../../electron/contract/permissions.ts';
import { addressOf, mayEnter, type Place, places, whereaboutsOf } from './place.ts';

const seenAs = (role: Role) => actions.filter((action) => maySee([role], action));
const placesOf = (role: Role): Place[] => places.filter((place) => mayEnter(place, seenAs(role)));

describe('the places of home', () => {
  it('reads back the address of a place and of one thing in it', () => {
    for (const place of places) {
      expect(whereaboutsOf(addressOf(place))).toEqual({ place, detail: undefined });
      expect(whereaboutsOf(addressOf(place, 'a-1'))).toEqual({ place, detail: 'a-1' });
    }
  });

  it('leads home from an address nobody knows', () => {
    expect(whereaboutsOf('#entah')).toEqual({ place: 'start', detail: undefined });
  });

  it('shows an operator the counter and nothing of the office', () => {
    expect(placesOf('OPERATOR')).toEqual(['start', 'incidents', 'outbox', 'kept', 'requests', 'devices']);
  });

  it('shows IT staff the set-up and the people, and no audit trail', () => {
    expect(placesOf('SAM_OFFICER')).toEqual([
      'start',
      'agenda',
      'reports',
      'incidents',
      'outbox',
      'devices',
      'setup',
      'people',
      'papers',
      'approvals',
    ]);
  });

  it('shows the auditor everything there is to read', () => {
    expect(placesOf('AUDITOR')).toEqual([...places]);
  });
});
