/** Two charts as SVG, large enough to be read from two metres: stacked bars by day, and bars that compare. Told apart without colour. */
import classes from './Morning.module.css';

interface BarChartProps {
  /** What it shows in one sentence, for who does not see it. */
  readonly label: string;
  readonly bars: readonly { readonly name: string; readonly parts: readonly [number, number] }[];
  readonly legend: readonly [string, string];
  /** A line that the bars are held against. */
  readonly limit?: number;
  readonly write: (value: number) => string;
}

const width = 560;
const height = 240;
const ground = height - 34;
const top = 30;

export function BarChart({ label, bars, legend, limit, write }: BarChartProps) {
  const most = Math.max(1, limit ?? 0, ...bars.map(({ parts: [a, b] }) => a + b));
  const step = width / bars.length;
  const scale = (value: number) => (value / most) * (ground - top);
  return (
    <div>
      <svg role="img" aria-label={label} viewBox={`0 0 ${width} ${height}`} className={classes.chart}>
        <line x1={0} y1={ground} x2={width} y2={ground} className={classes.axis} />
        {limit !== undefined && (
          <line
            x1={0}
            y1={ground - scale(limit)}
            x2={width}
            y2={ground - scale(limit)}
            className={classes.limit}
          />
        )}
        {bars.map(({ name, parts: [first, second] }, index) => {
          const x = index * step + step * 0.14;
          const wide = step * 0.72;
          const middle = index * step + step / 2;
          const all = first + second;
          return (
            <g key={name}>
              <rect
                x={x}
                y={ground - scale(first)}
                width={wide}
                height={scale(first)}
                className={classes.first}
              />
              <rect
                x={x}
                y={ground - scale(all)}
                width={wide}
                height={scale(second)}
                className={classes.second}
              />
              {all > 0 && (
                <text x={middle} y={ground - scale(all) - 7} className={classes.value}>
                  {write(all)}
                </text>
              )}
              <text x={middle} y={height - 10} className={classes.name}>
                {name}
              </text>
            </g>
          );
        })}
      </svg>
      <ul className={classes.legend}>
        <li data-part="first">{legend[0]}</li>
        {legend[1] !== '' && <li data-part={limit === undefined ? 'second' : 'limit'}>{legend[1]}</li>}
      </ul>
    </div>
  );
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

const row = 44;

export function ShareChart({ label, shares }: ShareChartProps) {
  const most = Math.max(1, ...shares.map(({ value }) => value));
  return (
    <svg
      role="img"
      aria-label={label}
      viewBox={`0 0 ${width} ${shares.length * row}`}
      className={classes.chart}
    >
      {shares.map(({ key, name, value, written, isLate }, index) => (
        <g key={key}>
          <text x={0} y={index * row + 16} className={classes.share}>
            {name}
          </text>
          <text x={width} y={index * row + 16} className={classes.amount}>
            {written}
          </text>
          <rect
            x={0}
            y={index * row + 23}
            width={isLate ? width : Math.max(3, (value / most) * width)}
            height={13}
            rx={4}
            className={isLate ? classes.second : classes.first}
          />
        </g>
      ))}
    </svg>
  );
}
