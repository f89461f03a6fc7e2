import { useId, useState } from 'react';
import { title } from '../format';
import type { Sample } from './facts';
import { sideBySide } from './side-by-side';

/** The findings of a feature, each with both paths side by side. */
export function EvidenceViewer({ samples }: { readonly samples: readonly Sample[] }) {
  const id = useId();
  const [chosen, setChosen] = useState<string>();
  const shown = samples.find((sample) => sample.id === chosen) ?? samples[0];
  return (
    <details className="evidence">
      <summary>
        Findings <span className="muted">{samples.length}</span>
      </summary>
      <label htmlFor={id}>Finding</label>
      <select id={id} value={shown?.id} onChange={(event) => setChosen(event.target.value)}>
        {samples.map((sample) => (
          <option key={sample.id} value={sample.id}>
            {`${sample.found.slice(11, 19)} ${sample.topic} ${sample.verdict} ${sample.result}`}
          </option>
        ))}
      </select>
      {shown && <Comparison sample={shown} />}
    </details>
  );
}

function Comparison({ sample }: { readonly sample: Sample }) {
  const lines = sideBySide(sample.stream, sample.rest);
  return (
    <>
      <p>
        {title(sample.verdict)}, {sample.result.toLowerCase() || 'no fault'}, found by {sample.source.toLowerCase()} at{' '}
        {sample.found}: {sample.words}
      </p>
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a scrolling region must take the focus */}
      <div className="scroll" role="region" aria-label="Both paths side by side, scrolls" tabIndex={0}>
        <table className="side-by-side">
          <thead>
            <tr>
              <th scope="col">Field</th>
              <th scope="col">WebSocket</th>
              <th scope="col">REST</th>
            </tr>
          </thead>
          <tbody>
            {lines.map(({ path, stream, rest, differs }) => (
              <tr key={path} data-differs={differs}>
                <th scope="row">
                  {path}
                  {differs && <span className="differs"> differs</span>}
                </th>
                <td>{stream}</td>
                <td>{rest}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}
