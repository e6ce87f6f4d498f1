/** The door of the people room. */
export type {
  DirectAct,
  FirstOfficer,
  HeadProposal,
  Holder,
  People,
  PeopleFactory,
  ReadyOperator,
  Revoked,
  SptjmFact,
} from './people.ts';
export type { AgreementFacts, Passwords, PeoplePorts } from './ports.ts';
export type { CoSigner, Session, Sessions } from './session-port.ts';
