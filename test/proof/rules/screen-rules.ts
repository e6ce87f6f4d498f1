/** What a screen must not show: every view that leaves for a page is held against what is known of its visit. */
import type { VisitView } from '../../../electron/contract/index.ts';
import { residentTextsIn, tokens } from './applicants.ts';
import { partsGranted, type VisitStory } from './visit-story.ts';

/** Nobody is there yet, not any more, or in doubt. */
const emptyStates: ReadonlySet<string> = new Set([
  'READY',
  'OPENED',
  'HOLDER_FAILED',
  'RESULT_NO_DATA',
  'AWAITING_APPLICANT',
  'CLOSED_SERVED',
  'CLOSED_NO_SERVICE',
  'CANCELLED',
]);
const beforeTheHolder: ReadonlySet<string> = new Set(['CARD_TAPPED', 'CARD_READ']);
const fromDukcapil = new Set(tokens.filter(({ origin }) => origin === 'GATEWAY').map(({ text }) => text));

export function whyNotShown(view: VisitView, story: VisitStory): string[] {
  const { photo, ...words } = view;
  const shown = residentTextsIn(JSON.stringify(words));
  const empty = emptyStates.has(view.state) || story.halted || view.notice !== undefined;
  return [
    ...(empty && shown.length > 0 ? [`${view.state} shows ${shown.length} texts of a resident`] : []),
    ...(empty && (view.identity.length > 0 || view.verdicts.length > 0)
      ? [`${view.state} shows values`]
      : []),
    ...somebodyElse(view, shown, story),
    ...photoTooMuch(view, photo !== undefined, story),
    ...valuesTooMany(view, story),
    ...answerTooSoon(view, story),
    ...consentTooMuch(view, story),
  ].map((reason) => `screen: ${reason}`);
}

function somebodyElse({ state }: VisitView, shown: readonly string[], { subject }: VisitStory): string[] {
  const strangers = shown.filter(
    (text) => !tokens.some((token) => token.text === text && token.nik === subject),
  );
  return strangers.length === 0 ? [] : [`${state} shows somebody who is not in this visit`];
}

function photoTooMuch({ state }: VisitView, hasPhoto: boolean, { briefing, holder }: VisitStory): string[] {
  if (!hasPhoto) return [];
  return [
    ...(briefing.agreement.photoForHolderCheck ? [] : ['a photo that the agreement does not allow']),
    ...(beforeTheHolder.has(state) && holder === 'UNKNOWN'
      ? []
      : [`a photo in ${state}, after the holder check`]),
  ];
}

function valuesTooMany(view: VisitView, { briefing, typed }: VisitStory): string[] {
  const { elements, accessMethods } = briefing.agreement;
  const granted = partsGranted(elements.CARD_READER ?? elements.WEB_SERVICE ?? elements.WEB_PORTAL ?? []);
  const asked = partsGranted(elements[view.method === 'PORTAL' ? 'WEB_PORTAL' : 'WEB_SERVICE'] ?? []);
  const beyond = (parts: readonly { readonly part: string }[], within: ReadonlySet<string>, what: string) =>
    parts
      .filter(({ part }) => !within.has(part))
      .map(({ part }) => `${what} of ${part}, which is not granted`);
  const compared = (view.comparison ?? []).flatMap(({ own, found }) => [...own, ...found]);
  const byCard = !typed && view.identity.length > 0 && !accessMethods.includes('CARD_READER');
  return [
    ...(byCard ? ['values of a card where none may be read'] : []),
    ...beyond(view.identity, granted, 'a value'),
    ...beyond(view.verdicts, asked, 'a verdict'),
    ...beyond(compared, asked, 'a comparison'),
  ];
}

/** what Dukcapil says of somebody is shown once it is known that it is they. R-022: and its values only to be compared. */
function answerTooSoon(view: VisitView, { typed, holder }: VisitStory): string[] {
  const { state, verdicts, notice, comparison, portal, consent } = view;
  const answer =
    verdicts.length > 0 || [notice, comparison, portal, consent].some((part) => part !== undefined);
  const isKnown = typed || holder !== 'UNKNOWN';
  const { comparison: _compared, photo: _photo, ...rest } = view;
  const leaked = residentTextsIn(JSON.stringify(rest)).some((text) => fromDukcapil.has(text));
  return [
    ...(answer && !isKnown ? [`${state} shows the answer before the holder was checked`] : []),
    ...(comparison !== undefined && state !== 'VERIFYING' ? [`a comparison in ${state}`] : []),
    ...(leaked ? [`${state} shows what only Dukcapil wrote`] : []),
  ];
}

function consentTooMuch({ state, consent }: VisitView, story: VisitStory): string[] {
  if (consent === undefined) return [];
  const { storableFromCard, storeAfterManualHolderCheck } = story.briefing.agreement;
  const storable = partsGranted(storableFromCard.map(({ element }) => element));
  const byHand = story.holder === 'SECOND_OFFICER' && !storeAfterManualHolderCheck;
  return [
    ...(['CONSENT_ASKED', 'CONSENT_GRANTED'].includes(state) ? [] : [`a consent in ${state}`]),
    ...(story.typed || byHand || !story.isPositive ? ['a consent that nobody may be asked for'] : []),
    ...consent.values
      .filter(({ part }) => !storable.has(part))
      .map(({ part }) => `a consent to keep ${part}, which is not storable`),
  ];
}
