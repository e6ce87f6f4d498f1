/** The door of the simulated gateway: lookup and data balikan as the gateway fact sheet describes them, on loopback only. */
export { type Certificate, createCertificate } from './certificate.ts';
export { keySpellings } from './consumer.ts';
export { type GatewayOptions, type SimulatedGateway, startGateway } from './gateway.ts';
