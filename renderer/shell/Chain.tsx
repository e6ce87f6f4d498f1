/** The chain from card to Dukcapil with the broken link marked by shape, word and colour. */
import { IconBuildingBank, IconCpu, IconDeviceTablet, IconId, IconNetwork, IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Failure } from '../bridge.ts';
import classes from './Chain.module.css';

export type ChainNode = 'card' | 'reader' | 'sam' | 'network' | 'gateway';

const nodes: readonly { readonly node: ChainNode; readonly Icon: typeof IconId }[] = [
  { node: 'card', Icon: IconId },
  { node: 'reader', Icon: IconDeviceTablet },
  { node: 'sam', Icon: IconCpu },
  { node: 'network', Icon: IconNetwork },
  { node: 'gateway', Icon: IconBuildingBank },
];

/** Where a link lies on the chain a tap goes through; agreement, store and program lie beside it. */
export const nodeOfLink: Readonly<Record<Failure['link'], ChainNode | undefined>> = {
  card: 'card',
  'this-card': 'card',
  service: 'reader',
  driver: 'reader',
  reader: 'reader',
  slot: 'reader',
  sam: 'sam',
  network: 'network',
  gateway: 'gateway',
  agreement: undefined,
  store: undefined,
  program: undefined,
};

export function Chain({ link }: { link: Failure['link'] }) {
  const { t } = useTranslation();
  const broken = nodeOfLink[link];
  if (broken === undefined) return null;
  return (
    <ol className={classes.chain} aria-hidden="true">
      {nodes.map(({ node, Icon }) => (
        <li key={node} data-broken={node === broken || undefined}>
          <span className={classes.disc}>
            {node === broken ? <IconX size={26} stroke={2.6} /> : <Icon size={24} stroke={1.7} />}
          </span>
          {t(`chain.${node}`)}
        </li>
      ))}
    </ol>
  );
}
