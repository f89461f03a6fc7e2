import type { ReactNode } from 'react';
import type { User } from '../user';
import { ConnectionBadge } from './connection-badge';
import { CutoverLine } from './cutover-line';

interface Props {
  readonly user: User;
  /** Which of the pages this is. */
  readonly here: '/' | '/console/';
  readonly onSignOut: () => void;
  readonly children?: ReactNode;
}

const STEERING = ['operator', 'viewer'];

export function Header({ user, here, onSignOut, children }: Props) {
  return (
    <header className="bar">
      <h1>Thor</h1>
      {user.roles.some((role) => STEERING.includes(role)) && (
        <nav className="pages" aria-label="Pages">
          <PageLink to="/" here={here} label="Dashboard" />
          <PageLink to="/console/" here={here} label="Console" />
        </nav>
      )}
      <ConnectionBadge />
      <CutoverLine />
      <div className="bar-right">
        {children}
        <span className="muted who">{user.username}</span>
        <button type="button" className="quiet" onClick={onSignOut}>
          Sign out
        </button>
      </div>
    </header>
  );
}

function PageLink({ to, here, label }: { readonly to: string; readonly here: string; readonly label: string }) {
  return (
    <a href={to} aria-current={to === here ? 'page' : undefined}>
      {label}
    </a>
  );
}
