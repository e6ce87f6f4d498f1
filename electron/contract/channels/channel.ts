/** One thing that a page may ask of main: who may ask it, in what form, from which pages, and what the answer is. */
import { z } from 'zod';
import type { Action } from '../permissions.ts';

/** The kinds of page; main knows them by their origin. */
export type Page = 'home' | 'visit' | 'record';

/**
 * `ANYBODY`: also without a session · `SIGNED_IN`: every session that is open · an action: who may do it, or for a list who may look
 * at it. The acts of a union are checked one by one where they are carried out.
 */
export type Asker = 'ANYBODY' | 'SIGNED_IN' | { readonly do: Action } | { readonly see: Action };

interface ChannelRow<Input extends z.ZodType, Output> {
  readonly who: Asker;
  readonly input: Input;
  readonly pages: readonly Page[];
  /** Says what comes back. Without it a page only learns that it was done. */
  answers<T>(): ChannelRow<Input, T>;
  /** Never there: it carries the type of the answer. */
  readonly output?: Output;
}

const home: readonly Page[] = ['home'];
export const everywhere: readonly Page[] = ['home', 'visit', 'record'];
export const atCounter: readonly Page[] = ['home', 'visit'];

export const nothing = z.undefined();
export const password = z.string().max(200);

/** The page of a visit needs little, and what it cannot name it cannot ask for: without `pages` only home may ask. */
export function channel<Input extends z.ZodType>(
  who: Asker,
  input: Input,
  pages: readonly Page[] = home,
): ChannelRow<Input, null> {
  const row: ChannelRow<Input, never> = { who, input, pages, answers: () => row };
  return row;
}

export type OutputOf<Row> = Row extends ChannelRow<z.ZodType, infer Output> ? Output : never;
