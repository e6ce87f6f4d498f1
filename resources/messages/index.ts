/** The door of the message catalogue: the language in use is loaded, the other is not. */
import type { Messages } from './shape.ts';

export type { Messages } from './shape.ts';

export async function loadMessages(language: 'id' | 'en'): Promise<Messages> {
  return language === 'id' ? (await import('./id.ts')).id : (await import('./en.ts')).en;
}
