/** The door of the message catalogue: the language in use is loaded, the other is not. */
import type { id } from './id.ts';

type Words<T> = { readonly [K in keyof T]: T[K] extends string ? string : Words<T[K]> };
/** The shape every language must fill; the Indonesian catalogue sets it. */
export type Messages = Words<typeof id>;

export async function loadMessages(language: 'id' | 'en'): Promise<Messages> {
  return language === 'id' ? (await import('./id.ts')).id : (await import('./en.ts')).en;
}
