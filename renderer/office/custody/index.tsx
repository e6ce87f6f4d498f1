/** The door of SAM custody on screen: the inventory on the page of devices, and the page of one card. */
import { useState } from 'react';
import type { OpenHome } from '../../../electron/contract/index.ts';
import { ask } from '../../bridge.ts';
import { go } from '../../home/place.ts';
import { useList } from '../../home/use-list.ts';
import { testOf } from '../devices/index.tsx';
import { isForm, type Wanted, type WantedForm } from './about.ts';
import { CardPage } from './CardPage.tsx';
import { CustodyAct } from './CustodyAct.tsx';
import { Inventory } from './Inventory.tsx';
import { LostHere } from './LostHere.tsx';

interface CustodyProps {
  readonly home: OpenHome;
  /** A card whose page is open; `undefined` shows the whole inventory. */
  readonly samId: string | undefined;
}

export function Custody({ home, samId }: CustodyProps) {
  const [wanted, setWanted] = useState<WantedForm>();
  const { rows: view, reload } = useList(
    () => ask('custody.view', undefined),
    (answer) => answer.value,
  );
  if (view === undefined) return null;

  function want(wish: Wanted): void {
    if (isForm(wish)) setWanted(wish);
    else go('devices', testOf(wish.card?.samId));
  }

  const dialog = wanted !== undefined && (
    <CustodyAct
      wanted={wanted}
      view={view}
      counter={home.counter}
      onDone={() => {
        setWanted(undefined);
        void reload();
      }}
      onClose={() => setWanted(undefined)}
    />
  );
  const looksAfter = home.person.maySee.includes('MANAGE_DEVICES');
  return (
    <>
      {samId !== undefined ? (
        <CardPage card={view.cards.find((card) => card.samId === samId)} view={view} onWant={want} />
      ) : looksAfter ? (
        <Inventory view={view} may={home.person.may.includes('MANAGE_DEVICES')} onWant={want} />
      ) : (
        <LostHere view={view} onWant={want} />
      )}
      {dialog}
    </>
  );
}
