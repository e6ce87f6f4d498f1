/** The shape every language must fill; the Indonesian catalogue sets it. */
import type { id } from './id.ts';

type Words<T> = { readonly [K in keyof T]: T[K] extends string ? string : Words<T[K]> };
export type Messages = Words<typeof id>;
