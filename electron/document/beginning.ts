/** The pages of a paper that can be shown before its long annexes are laid out. */
import type { PaperModel } from '../contract/index.ts';

/**
 * Without its annexes, which begin on pages of their own, a paper has the same first pages. `undefined`: it has none, or its head
 * counts the pages of the whole.
 */
export function beginningOf(model: PaperModel): PaperModel | undefined {
  return model.annexes.length === 0 || model.head.kind === 'form' ? undefined : { ...model, annexes: [] };
}
