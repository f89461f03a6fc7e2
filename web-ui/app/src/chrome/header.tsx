import { useId } from 'react';
import type { User } from '../user';
import { ConnectionBadge } from './connection-badge';
import { CutoverLine } from './cutover-line';

interface Choice {
  readonly all: readonly string[];
  readonly chosen: string | undefined;
  readonly onChoose: (value: string) => void;
}

interface Props {
  readonly user: User;
  readonly accounts: Choice;
  readonly symbols: Choice;
  readonly onSignOut: () => void;
}

export function Header({ user, accounts, symbols, onSignOut }: Props) {
  return (
    <header className="bar">
      <h1>Thor</h1>
      <ConnectionBadge />
      <CutoverLine />
      <div className="bar-right">
        <Chooser label="Account" choice={accounts} />
        <Chooser label="Symbol" choice={symbols} />
        <span className="muted who">{user.username}</span>
        <button type="button" className="quiet" onClick={onSignOut}>
          Sign out
        </button>
      </div>
    </header>
  );
}

function Chooser({ label, choice }: { readonly label: string; readonly choice: Choice }) {
  const id = useId();
  return (
    <div className="chooser">
      <label htmlFor={id}>{label}</label>
      <select id={id} value={choice.chosen ?? ''} onChange={(event) => choice.onChoose(event.target.value)}>
        {choice.all.map((one) => (
          <option key={one}>{one}</option>
        ))}
      </select>
    </div>
  );
}
