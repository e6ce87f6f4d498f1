/** The mark of Ketuk: a kawung, the four-petalled batik figure, one petal for each step of a visit. */
import classes from './Mark.module.css';

const petal = 'M0 -3 C 9.5 -9 9.5 -20 0 -27 C -9.5 -20 -9.5 -9 0 -3 Z';
/** Clockwise from the upper left. */
const turns = [-45, 45, 135, 225];

export type PetalState = 'done' | 'now' | 'later';

export function Mark({ petals, size = 34 }: { petals?: readonly PetalState[]; size?: number }) {
  return (
    <svg className={classes.mark} width={size} height={size} viewBox="-24 -24 48 48" aria-hidden="true">
      {turns.map((turn, index) => (
        <g key={turn} transform={`rotate(${turn})`} data-state={petals?.[index] ?? 'done'}>
          <path d={petal} />
          <line x1="0" y1="-9" x2="0" y2="-18" />
        </g>
      ))}
      <circle r="2.2" />
    </svg>
  );
}
