/** One act on cards or readers as a dialog: what it brings about, what it asks for, and what main said when it refused. */
import { useTranslation } from 'react-i18next';
import { custodyChannels } from '../../../electron/contract/channels/custody.ts';
import { custodyAct } from '../../../electron/contract/custody.ts';
import type { CustodyView, ReaderRow } from '../../../electron/contract/index.ts';
import { ask } from '../../bridge.ts';
import { useList } from '../../home/use-list.ts';
import { refreshHome } from '../../preferences.ts';
import { ActDialog } from '../parts/index.ts';
import { causesFor, draftOf, freeReaders, handoversFor, mayBeBlank, type WantedForm } from './about.ts';
import { fieldsOf } from './fields.tsx';
import { ReturnConfiguration } from './ReturnConfiguration.tsx';

interface CustodyActProps {
  readonly wanted: WantedForm;
  readonly view: CustodyView;
  /** Name of this counter. */
  readonly counter: string;
  readonly onDone: () => void;
  readonly onClose: () => void;
}

export function CustodyAct({ wanted, view, counter, onDone, onClose }: CustodyActProps) {
  const { t } = useTranslation();
  const { act, card, reader } = wanted;
  const name = card?.name ?? reader?.serial ?? '';
  const words = {
    title: t(`custody.acts.${act}.title`, { name }),
    consequence: t(`custody.acts.${act}.consequence`, { name }),
    yes: t(`custody.acts.${act}.yes`),
  };
  const { rows: devices } = useList(
    () => ask('devices.list', undefined),
    (answer) => answer.value,
  );

  function done(): void {
    void refreshHome();
    onDone();
  }

  if (wanted.act === 'IMPORT_CONFIG') {
    return (
      <ActDialog
        {...words}
        schema={custodyChannels['custody.importConfiguration'].input}
        start={draftOf(wanted)}
        send={(asked) => ask('custody.importConfiguration', asked)}
        onDone={(file) => (file === null ? onClose() : done())}
        onClose={onClose}
      />
    );
  }
  if (wanted.act === 'RETURN_CONFIG') {
    return <ReturnConfiguration wanted={wanted} onDone={done} onClose={onClose} />;
  }
  // The form takes what it can know from the readers present; it begins once they are.
  if (devices === undefined) return null;
  const [first, second] = freeReaders(view, wanted.agreementId, card);
  const onlyFree = second === undefined ? (first?.readerId ?? '') : '';
  const [handover] = handoversFor(view, wanted);
  const [cause = '', otherCause] = causesFor(view, wanted);
  const known = {
    cause: otherCause === undefined ? cause : '',
    terminal: cardReaderOf(devices),
    counter,
    readerId: onlyFree,
    bast: handover?.paperId ?? '',
  };
  return (
    <ActDialog
      {...words}
      schema={custodyAct}
      start={draftOf(wanted, known, handover?.cards)}
      optional={mayBeBlank}
      send={(asked) => ask('custody.act', asked)}
      onDone={done}
      onClose={onClose}
    >
      {fieldsOf({ wanted, view, devices })}
    </ActDialog>
  );
}

/** The reader for the chip, also before a first tap has shown which it is: then the only one that does not hold the SAM. */
function cardReaderOf(devices: readonly ReaderRow[]): string {
  const others = devices.filter(({ role }) => role !== 'SAM');
  const known = others.find(({ role }) => role === 'CARD') ?? (others.length === 1 ? others[0] : undefined);
  return known?.name ?? '';
}
