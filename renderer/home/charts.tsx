/** Two charts, large enough to be read standing: stacked bars side by side, and bars that compare. Told apart without colour. */
import type { CSSProperties } from 'react';
import classes from './charts.module.css';

interface BarChartProps {
  /** What it shows in one sentence, for who does not see it. */
  readonly label: string;
  readonly bars: readonly { readonly name: string; readonly parts: readonly [number, number] }[];
  readonly legend: readonly [string, string];
  /** A line that the bars are held against. */
  readonly limit?: number;
  readonly write: (value: number) => string;
}

/** So many bars, or figures so short, and each bar has room for its own. */
const wideBars = 5;
const shortFigure = 3;

export function BarChart({ label, bars, legend, limit, write }: BarChartProps) {
  const sums = bars.map(({ parts: [first, second] }) => first + second);
  const highest = Math.max(...sums);
  const most = Math.max(1, limit ?? 0, highest);
  const roomForAll = bars.length <= wideBars || sums.every((sum) => write(sum).length <= shortFigure);
  const peak = sums.lastIndexOf(highest);
  return (
    <div>
      <div role="img" aria-label={label} className={classes.bars} style={countOf(bars.length)}>
        {limit !== undefined && <span className={classes.limit} style={shareOf(limit, most)} />}
        {bars.map(({ name, parts: [first, second] }, index) => {
          const sum = first + second;
          const isWritten = sum > 0 && (roomForAll || index === peak);
          return (
            <div key={name} className={classes.bar} style={shareOf(sum, most)}>
              {isWritten && (
                <span className={classes.value} data-edge={edgeOf(index, bars.length)}>
                  {write(sum)}
                </span>
              )}
              {second > 0 && <span className={classes.second} style={shareOf(second, sum)} />}
              {first > 0 && <span className={classes.first} style={shareOf(first, sum)} />}
              <span className={classes.name}>{name}</span>
            </div>
          );
        })}
      </div>
      <ul className={classes.legend}>
        <li data-part="first">{legend[0]}</li>
        {legend[1] !== '' && <li data-part={limit === undefined ? 'second' : 'limit'}>{legend[1]}</li>}
      </ul>
    </div>
  );
}

/** A figure wider than its bar stays inside the chart. */
function edgeOf(index: number, length: number): 'start' | 'end' | undefined {
  if (length <= wideBars) return undefined;
  if (index < 2) return 'start';
  return index >= length - 2 ? 'end' : undefined;
}

function shareOf(value: number, whole: number): CSSProperties {
  return { '--share': value / whole } as CSSProperties;
}

function countOf(bars: number): CSSProperties {
  return { '--bars': bars } as CSSProperties;
}

interface ShareChartProps {
  readonly label: string;
  /** In the order in which they stand; what is late stands out. */
  readonly shares: readonly {
    readonly key: string;
    readonly name: string;
    readonly value: number;
    readonly written: string;
    readonly isLate?: boolean;
  }[];
}

export function ShareChart({ label, shares }: ShareChartProps) {
  const most = Math.max(1, ...shares.map(({ value }) => value));
  return (
    <div role="img" aria-label={label} className={classes.shares}>
      {shares.map(({ key, name, value, written, isLate = false }) => (
        <div key={key} className={classes.share} data-late={isLate || undefined}>
          <span>{name}</span>
          <strong>{written}</strong>
          <span
            className={isLate ? classes.second : classes.first}
            style={isLate ? shareOf(1, 1) : shareOf(value, most)}
          />
        </div>
      ))}
    </div>
  );
}
