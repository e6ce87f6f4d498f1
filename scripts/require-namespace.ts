/** Keeps the card tests away from the readers of this machine: they start inside the private namespace or not at all. */
import { insideMark } from './pcsc-namespace.mjs';

export default function requireNamespace(): void {
  if (process.env[insideMark]) return;
  throw new Error(
    'These tests need the private card service. Run them with: npm test -- pcsc FILTER, or: npm test -- electron FILTER',
  );
}
