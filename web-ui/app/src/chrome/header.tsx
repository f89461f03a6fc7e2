import type { ReactNode } from 'react';
import type { User } from '../user';
import { ConnectionBadge } from './connection-badge';
import { CutoverLine } from './cutover-line';
import { EndedFeeds } from './ended-feeds';

interface Props {
  readonly user: User;
  /** Which of the pages this is. */
  readonly here: '/' | '/console/' | '/examples/';
  readonly onSignOut: () => void;
  readonly children?: ReactNode;
}

const STEERING = ['operator', 'viewer'];

export function Header({ user, here, onSignOut, children }: Props) {
  const steers = user.roles.some((role) => STEERING.includes(role));
  return (
    <header className="bar">
      <h1>Thor</h1>
      {(steers || here === '/examples/') && (
        <nav className="pages" aria-label="Pages">
          <PageLink to="/" here={here} label="Dashboard" />
          {steers && <PageLink to="/console/" here={here} label="Console" />}
          <PageLink to="/examples/" here={here} label="Examples" />
        </nav>
      )}
      <ConnectionBadge />
      <EndedFeeds />
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
