/** What can be put into a slot: anything that answers to reset and to commands. */

export interface Device {
  /** `contactless`: over the air, ISO 14443. `contact`: in a SAM slot, ISO 7816 T=1. Decides what an exchange costs. */
  readonly link: 'contactless-a' | 'contactless-b' | 'contact';
  /** As a PC/SC reader shows it. */
  readonly atr: Uint8Array;
  /** Power comes: every volatile state is new. */
  powerUp(): void;
  /** Power is gone: sessions and challenges with it. */
  powerDown(): void;
  /** One command in, one answer out, the two status bytes last. Never throws on bytes from outside. */
  exchange(command: Uint8Array): Uint8Array;
  /** Milliseconds this command takes beyond what the timing profile says. */
  extraMs?(command: Uint8Array): number;
}
