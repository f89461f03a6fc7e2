import { useId, useState } from 'react';
import { stageWords, type Feature } from './facts';
import { entered, ModalForm, OutcomeLine } from './modal-form';
import type { Entered, Result } from './orders';

interface Props {
  readonly title: string;
  /** What confirming will do. */
  readonly consequences: string;
  readonly asksAccounts: boolean;
  /** The state on which the operator decides; not for orders of all features. */
  readonly seen?: Feature;
  readonly onSeen?: (current: Feature) => void;
  readonly give: (entered: Entered) => Promise<Result>;
  /** Told after each attempt, whatever became of it. */
  readonly onOrdered: () => void;
  readonly onClose: () => void;
}

const LONGEST_REASON = 300;

/** Says what an order will do, asks for the reason, and shows what the server answers. */
export function OrderDialog({ title, consequences, asksAccounts, seen, onSeen, give, onOrdered, onClose }: Props) {
  const id = useId();
  const [result, setResult] = useState<Result>();
  const [busy, setBusy] = useState(false);
  const done = result?.kind === 'done';
  const newer = result?.kind === 'stale' && seen?.revision !== result.current.revision ? result.current : undefined;

  const order = async (form: FormData) => {
    setBusy(true);
    try {
      setResult(await give({ reason: entered(form, 'reason'), accounts: words(entered(form, 'accounts')) }));
      onOrdered();
    } finally {
      setBusy(false);
    }
  };

  return (
    <ModalForm
      title={title}
      outcome={result && <Outcome result={result} seen={seen} />}
      outcomeKind={result?.kind}
      action={
        newer ? (
          <button type="button" onClick={() => onSeen?.(newer)}>
            I have seen this
          </button>
        ) : (
          !done && (
            <button type="submit" disabled={busy}>
              {busy ? 'Ordering…' : 'Confirm'}
            </button>
          )
        )
      }
      done={done}
      onSubmit={order}
      onClose={onClose}
    >
      <p>{consequences}</p>
      {asksAccounts && (
        <>
          <label htmlFor={`${id}-accounts`}>Accounts, where 1 % is fewer than five</label>
          <input id={`${id}-accounts`} name="accounts" placeholder="ACC-1001, ACC-1002" disabled={done} />
        </>
      )}
      <label htmlFor={`${id}-reason`}>Reason</label>
      <input id={`${id}-reason`} name="reason" required maxLength={LONGEST_REASON} disabled={done} />
    </ModalForm>
  );
}

function Outcome({ result, seen }: { readonly result: Result; readonly seen: Feature | undefined }) {
  return (
    <>
      <OutcomeLine done={result.kind === 'done'} words={result.words} />
      {result.kind === 'stale' && seen && <Difference seen={seen} current={result.current} />}
      {result.kind === 'refused' && (
        <ul>
          {result.checks
            .filter((check) => check.result !== 'PASS')
            .map(({ name, words }) => (
              <li key={name}>{words}</li>
            ))}
        </ul>
      )}
    </>
  );
}

/** What changed between looking and ordering. */
function Difference({ seen, current }: { readonly seen: Feature; readonly current: Feature }) {
  const lines = [
    ['Revision', String(seen.revision), String(current.revision)],
    ['Stage', stageWords(seen), stageWords(current)],
    ['Overlay', seen.overlay || 'none', current.overlay || 'none'],
    ['Why', seen.why, current.why],
  ] as const;
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">Differs</th>
          <th scope="col">You saw</th>
          <th scope="col">Now</th>
        </tr>
      </thead>
      <tbody>
        {lines
          .filter(([, before, now]) => before !== now)
          .map(([label, before, now]) => (
            <tr key={label}>
              <th scope="row">{label}</th>
              <td>{before}</td>
              <td>{now}</td>
            </tr>
          ))}
      </tbody>
    </table>
  );
}

function words(list: string): readonly string[] {
  return list.split(/[\s,]+/).filter((word) => word !== '');
}
