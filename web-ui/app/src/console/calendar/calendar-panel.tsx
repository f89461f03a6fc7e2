import { useThorClient } from '@thor/react';
import { useCallback, useId, useState } from 'react';
import { Chooser } from '../../chrome/chooser';
import { useScope } from '../../use-scope';
import { useLoaded } from '../use-loaded';
import { DayDialog } from './day-dialog';
import { hours, loadOverrides, type Change, type Day } from './overrides';
import { RemoveDialog } from './remove-dialog';

const EVERY_MS = 10_000;

/** The days on which markets do not follow their calendars. */
export function CalendarPanel({ steers }: { readonly steers: boolean }) {
  const id = useId();
  const [{ markets }] = useScope(useThorClient());
  const [chosen, setChosen] = useState<string>();
  const market = chosen ?? markets[0];
  return (
    <section className="panel" aria-labelledby={id} id="calendar">
      <header className="panel-head">
        <h2 id={id}>Calendars</h2>
      </header>
      <div className="tools">
        <Chooser label="Market" all={markets} chosen={market} onChoose={setChosen} />
      </div>
      {market && <Overrides key={market} market={market} steers={steers} />}
    </section>
  );
}

function Overrides({ market, steers }: { readonly market: string; readonly steers: boolean }) {
  const { rest, clock } = useThorClient();
  const [changes, setChanges] = useState(0);
  const [adding, setAdding] = useState(false);
  const [removing, setRemoving] = useState<Day>();
  const { data, problem } = useLoaded(() => loadOverrides(rest, market, clock.nowMs()), EVERY_MS, changes);
  const changed = useCallback(() => setChanges((count) => count + 1), []);
  return (
    <>
      {problem && (
        <p className="problem" role="alert">
          {problem}
        </p>
      )}
      {data && (
        <p className="muted" role="status">
          {data.now}.
        </p>
      )}
      {data?.days.length === 0 && <p className="muted">{market} follows its calendar on every day.</p>}
      {data && data.days.length > 0 && <Days market={market} days={data.days} onRemove={steers && setRemoving} />}
      {steers && (
        <button type="button" className="quiet" onClick={() => setAdding(true)}>
          Change a day
        </button>
      )}
      {data && data.changes.length > 0 && <Changes changes={data.changes} />}
      {adding && <DayDialog market={market} onChanged={changed} onClose={() => setAdding(false)} />}
      {removing && (
        <RemoveDialog market={market} day={removing} onChanged={changed} onClose={() => setRemoving(undefined)} />
      )}
    </>
  );
}

interface DaysProps {
  readonly market: string;
  readonly days: readonly Day[];
  /** False for who may only look. */
  readonly onRemove: ((day: Day) => void) | false;
}

function Days({ market, days, onRemove }: DaysProps) {
  return (
    // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a scrolling region must take the focus
    <div className="scroll days" role="region" aria-label={`Changed days of ${market}, scrolls`} tabIndex={0}>
      <table>
        <thead>
          <tr>
            {['Date', 'Hours (venue)', 'Code', 'Notice', ...(onRemove ? ['Order'] : [])].map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {days.map((day) => (
            <tr key={day.date}>
              <th scope="row">{day.date}</th>
              <td>{hours(day)}</td>
              <td>{day.reason}</td>
              <td className="words">{day.name}</td>
              {onRemove && (
                <td>
                  <button
                    type="button"
                    className="quiet"
                    onClick={() => onRemove(day)}
                    aria-label={`Remove ${day.date}`}
                  >
                    Remove
                  </button>
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Changes({ changes }: { readonly changes: readonly Change[] }) {
  return (
    <details className="changes">
      <summary>
        Who changed what <span className="muted">{changes.length}</span>
      </summary>
      <ul>
        {changes.map(({ id, at, actor, date, words }) => (
          <li key={id}>
            <span className="muted">{at.slice(0, 19).replace('T', ' ')}</span> {actor} set {date}: {words}
          </li>
        ))}
      </ul>
    </details>
  );
}
