import { decimal } from '../format';
import type { Look } from './use-figures';

const WIDTH = 600;
const HEIGHT = 60;
const SHOWN_MS = 600_000;
const PATHS = [
  { name: 'websocket', label: 'WebSocket' },
  { name: 'rest', label: 'REST' },
] as const;

/** How old the newest state of each path is, over the last ten minutes. */
export function AgeChart({ feature, looks }: { readonly feature: string; readonly looks: readonly Look[] }) {
  const known = looks.filter(({ ages }) => PATHS.some(({ name }) => ages.has(`${feature} ${name}`)));
  const newest = known.at(-1);
  if (!newest) {
    return <p className="muted no-chart">No ages yet.</p>;
  }
  const all = known.flatMap(({ ages }) => PATHS.map(({ name }) => ages.get(`${feature} ${name}`) ?? 0));
  const highest = Math.max(1, ...all);
  return (
    <figure className="chart-figure">
      <figcaption>
        <span>Age of the newest state, up to {decimal(highest, 0)} s</span>
        <span className="legend">
          {PATHS.map(({ name, label }) => (
            <span key={name} data-path={name}>
              <span className="swatch" aria-hidden="true" /> {label} {decimal(newest.ages.get(`${feature} ${name}`), 1)}{' '}
              s
            </span>
          ))}
        </span>
      </figcaption>
      <svg
        className="ages"
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        preserveAspectRatio="none"
        role="img"
        aria-label={`Ages of ${feature} on both paths`}
      >
        <line className="axis" x1="0" y1={HEIGHT} x2={WIDTH} y2={HEIGHT} />
        {PATHS.map(({ name }) => (
          <polyline key={name} data-path={name} points={line(known, `${feature} ${name}`, newest.atMs, highest)} />
        ))}
      </svg>
      <p className="chart-scale muted">
        <span>10 min ago</span>
        <span>now</span>
      </p>
    </figure>
  );
}

function line(looks: readonly Look[], key: string, nowMs: number, highest: number): string {
  return looks
    .flatMap(({ atMs, ages }) => {
      const age = ages.get(key);
      const x = WIDTH * (1 - (nowMs - atMs) / SHOWN_MS);
      return age === undefined ? [] : [`${x.toFixed(1)},${(HEIGHT - 1 - (age / highest) * (HEIGHT - 3)).toFixed(1)}`];
    })
    .join(' ');
}
