import { useId, useState } from 'react';
import type { Audit, AuditEntry } from './facts';
import { asCsv, asJson, matches, save } from './audit-export';

const SHOWN = 100;

/** Every change with who, why and when; searched by words, and saved as it is shown. */
export function AuditTrail({ audit }: { readonly audit: Audit | undefined }) {
  const id = useId();
  const [search, setSearch] = useState('');
  const found = (audit?.entries ?? []).filter((entry) => matches(entry, search));
  return (
    <section className="panel" aria-labelledby={id} id="audit">
      <header className="panel-head">
        <h2 id={id}>Audit trail</h2>
        <p className={audit?.broken ? 'problem' : 'muted'}>
          {audit && (audit.broken ? `The chain is broken: ${audit.broken}` : 'The chain of hashes holds')}
        </p>
      </header>
      <div className="tools">
        <label htmlFor={`${id}-search`}>Search</label>
        <input
          id={`${id}-search`}
          type="search"
          placeholder="feature, actor, verb or reason"
          value={search}
          onChange={(event) => setSearch(event.target.value)}
        />
        <span className="muted" role="status">
          {found.length} of {audit?.entries.length ?? 0}
        </span>
        <button type="button" className="quiet" onClick={() => save('audit.csv', 'text/csv', asCsv(found))}>
          Save CSV
        </button>
        <button type="button" className="quiet" onClick={() => save('audit.json', 'application/json', asJson(found))}>
          Save JSON
        </button>
      </div>
      {found.length === 0 ? <p className="muted">No entry.</p> : <Entries entries={found.slice(0, SHOWN)} />}
      {found.length > SHOWN && <p className="muted">The newest {SHOWN} are shown; what is saved has all.</p>}
    </section>
  );
}

function Entries({ entries }: { readonly entries: readonly AuditEntry[] }) {
  return (
    // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a scrolling region must take the focus
    <div className="scroll tall" role="region" aria-label="Audit entries, scrolls" tabIndex={0}>
      <table>
        <thead>
          <tr>
            {['Revision', 'Time (UTC)', 'Feature', 'Order', 'By', 'Change', 'Reason'].map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {entries.map((entry) => (
            <tr key={entry.revision}>
              <th scope="row">{entry.revision}</th>
              <td>{entry.at.slice(0, 19).replace('T', ' ')}</td>
              <td>{entry.feature}</td>
              <td>{entry.verb}</td>
              <td>
                {entry.actor} {entry.via !== entry.actor && <span className="muted">by {entry.via}</span>}
              </td>
              <td>
                {entry.before} → {entry.after}
              </td>
              <td className="words">{entry.reason}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
