/** The door of the people room. */
export type { DirectAct } from './act.ts';
export type { HeadProposal } from './appointments.ts';
export type { Revoked } from './base.ts';
export type { Holder, ReadyOperator } from './facts.ts';
export type { SptjmFact } from './papers.ts';
export { slowPasswords } from './passwords.ts';
export { type FirstOfficer, type People, people } from './people.ts';
export type { AgreementFacts, Passwords, PeoplePorts } from './ports.ts';
export type { CoSigner, Session, Sessions } from './session-port.ts';
