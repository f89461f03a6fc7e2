import { decimal } from '../format';
import type { Minute } from './facts';

const KINDS = [
  { name: 'equal', label: 'equal' },
  { name: 'undecided', label: 'undecided' },
  { name: 'vanished', label: 'vanished on a second look' },
  { name: 'confirmed', label: 'confirmed faults' },
] as const;

const SHOWN_MINUTES = 60;
const WIDTH = 600;
const HEIGHT = 90;
const MINUTE_MS = 60_000;

/** What comparing both paths found in each of the last sixty minutes. */
export function VerdictChart({ feature, minutes }: { readonly feature: string; readonly minutes: readonly Minute[] }) {
  const last = Math.max(...minutes.map(({ minute }) => Date.parse(minute)));
  const highest = Math.max(1, ...minutes.map(total));
  return (
    <figure className="chart-figure">
      <figcaption>
        <span>Comparisons per minute, at most {decimal(highest, 0)}</span>
        <Legend minutes={minutes} />
      </figcaption>
      <svg
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        preserveAspectRatio="none"
        role="img"
        aria-label={words(feature, minutes)}
      >
        <line className="axis" x1="0" y1={HEIGHT} x2={WIDTH} y2={HEIGHT} />
        {minutes.map((one) => {
          const slot = SHOWN_MINUTES - 1 - Math.round((last - Date.parse(one.minute)) / MINUTE_MS);
          return slot >= 0 && <Bar key={one.minute} minute={one} slot={slot} highest={highest} />;
        })}
      </svg>
      <p className="chart-scale muted">
        <span>60 min ago</span>
        <span>now</span>
      </p>
    </figure>
  );
}

function Bar({ minute, slot, highest }: { readonly minute: Minute; readonly slot: number; readonly highest: number }) {
  const step = WIDTH / SHOWN_MINUTES;
  const heights = KINDS.map(({ name }) => (minute[name] / highest) * HEIGHT);
  return KINDS.map(({ name }, index) => {
    const below = heights.slice(0, index).reduce((sum, height) => sum + height, 0);
    const height = minute[name] > 0 ? Math.max(2, heights[index] ?? 0) : 0;
    return (
      <rect
        key={name}
        data-kind={name}
        x={slot * step + 1}
        y={HEIGHT - below - height}
        width={step - 2}
        height={height}
      />
    );
  });
}

function Legend({ minutes }: { readonly minutes: readonly Minute[] }) {
  return (
    <span className="legend">
      {KINDS.map(({ name, label }) => (
        <span key={name} data-kind={name}>
          <span className="swatch" aria-hidden="true" /> {decimal(sum(minutes, name), 0)} {label}
        </span>
      ))}
    </span>
  );
}

function total({ equal, undecided, vanished, confirmed }: Minute): number {
  return equal + undecided + vanished + confirmed;
}

function sum(minutes: readonly Minute[], name: (typeof KINDS)[number]['name']): number {
  return minutes.reduce((all, minute) => all + minute[name], 0);
}

function words(feature: string, minutes: readonly Minute[]): string {
  return `${feature} in the last hour: ${KINDS.map(({ name, label }) => `${sum(minutes, name)} ${label}`).join(', ')}`;
}
