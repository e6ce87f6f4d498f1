/** The three lamps: shape, word and colour say the same, and one key opens the cause and the cure. */
import {
  IconAlertTriangleFilled,
  IconCircleCheckFilled,
  IconCircleDashed,
  IconLoader2,
  IconOctagonMinusFilled,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { LampColour, Lamps as LampsView } from '../../electron/contract/index.ts';
import { Keycap } from './Keycap.tsx';
import { keepFocus } from './keep-focus.ts';
import { keys } from './key-map.ts';
import classes from './Lamps.module.css';
import { type LampName, openPanel } from './panel.ts';

const shapes: Readonly<Record<LampColour, typeof IconCircleDashed>> = {
  ready: IconCircleCheckFilled,
  busy: IconLoader2,
  warning: IconAlertTriangleFilled,
  broken: IconOctagonMinusFilled,
  off: IconCircleDashed,
};

export const lampNames: readonly LampName[] = ['reader', 'sam', 'network'];

export function Lamps({ lamps }: { lamps: LampsView | undefined }) {
  const { t } = useTranslation();
  return (
    <ul className={classes.lamps} aria-label={t('lamps.title')}>
      {lampNames.map((name) => {
        const colour = lamps?.[name].colour ?? 'off';
        return (
          <li key={name}>
            <button
              type="button"
              className={classes.lamp}
              data-colour={colour}
              aria-keyshortcuts={keys[name]}
              onMouseDown={keepFocus}
              onClick={() => openPanel(name)}
            >
              <LampShape colour={colour} />
              <span className={classes.words}>
                <span className={classes.name}>{t(`lamps.${name}`)}</span>
                <span className={classes.state}>{t(`lamps.${colour}`)}</span>
              </span>
              <Keycap of={keys[name]} />
            </button>
          </li>
        );
      })}
    </ul>
  );
}

export function LampShape({ colour, size = 22 }: { colour: LampColour; size?: number }) {
  const Shape = shapes[colour];
  return <Shape className={classes.shape} data-colour={colour} size={size} aria-hidden="true" />;
}
