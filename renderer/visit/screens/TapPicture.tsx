/** A card coming down on a reader, and the knock it makes. */
import { useTranslation } from 'react-i18next';
import classes from './TapPicture.module.css';

export function TapPicture({ still = false, lift = false }: { still?: boolean; lift?: boolean }) {
  const { t } = useTranslation();
  return (
    <svg
      className={classes.picture}
      data-still={still || undefined}
      data-lift={lift || undefined}
      viewBox="40 10 440 280"
      role="img"
      aria-label={t(lift ? 'visit.ready.lift' : 'visit.ready.title')}
    >
      <g className={classes.rings}>
        {[0, 1, 2].map((ring) => (
          <rect
            key={ring}
            className={classes.ring}
            style={{ animationDelay: `${ring * 0.5}s` }}
            x={130 - ring * 36}
            y={176 - ring * 15}
            width={260 + ring * 72}
            height={74 + ring * 30}
            rx={37 + ring * 15}
          />
        ))}
      </g>
      <g className={classes.reader}>
        <rect x="130" y="188" width="260" height="70" rx="26" className={classes.body} />
        <rect x="130" y="176" width="260" height="70" rx="26" className={classes.face} />
        <circle cx="260" cy="211" r="5" className={classes.light} />
      </g>
      <g className={classes.card}>
        <g transform="rotate(-8 260 110)">
          <rect x="160" y="48" width="200" height="126" rx="13" className={classes.plastic} />
          <rect x="160" y="48" width="200" height="27" rx="13" className={classes.head} />
          <rect x="160" y="62" width="200" height="13" className={classes.head} />
          <rect x="302" y="88" width="44" height="56" rx="5" className={classes.photo} />
          <circle cx="324" cy="109" r="9" className={classes.figure} />
          <path d="M307 144 C307 128 315 123 324 123 C333 123 341 128 341 144 Z" className={classes.figure} />
          {[94, 108, 122, 136, 150].map((y, index) => (
            <rect
              key={y}
              x="175"
              y={y}
              width={[108, 84, 96, 70, 88][index]}
              height="5.5"
              rx="2.75"
              className={classes.line}
            />
          ))}
        </g>
      </g>
    </svg>
  );
}
