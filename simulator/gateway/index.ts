/** The door of the simulated gateway: lookup and data balikan as the gateway fact sheet describes them, on loopback only. */
export type { ConsumerAddress, GatewayAddress } from './address.ts';
export { type Certificate, createCertificate } from './certificate.ts';
export type { AccessHours } from './clock.ts';
export { runGatewayCommand } from './command.ts';
export type { AnswerStyle, ConsumerOptions, RequestKeys } from './consumer.ts';
export { keySpellings } from './consumer.ts';
export type { ElementKey } from './elements.ts';
export { type GatewayOptions, type SimulatedGateway, startGateway } from './gateway.ts';
export type { Latency } from './latency.ts';
export type { LedgerEntry } from './ledger.ts';
export type { NoticeCode } from './notices.ts';
export type { PacingReport } from './pacing.ts';
export { type NewResident, type Standing, sampleResidents } from './population.ts';
export type { JournalEntry } from './service.ts';
export type { NoTrouble, Trouble } from './trouble.ts';
