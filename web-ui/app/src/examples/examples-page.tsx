import { useThorClient } from '@thor/react';
import { useId, useState } from 'react';
import type { PageProps } from '../app';
import { Header } from '../chrome/header';
import { ShadowMonitor } from '../chrome/shadow-monitor';
import { useScope } from '../use-scope';
import { leavePage } from '../user';
import { examples, type Example } from './all';

/** Patterns for front-end developers: each runs, and its code can be copied. */
export function ExamplesPage({ user, onSignedOut }: PageProps) {
  const [scope, problem] = useScope(useThorClient());
  return (
    <>
      <a className="skip" href="#content">
        Skip to the examples
      </a>
      <Header user={user} here="/examples/" onSignOut={() => void leavePage(onSignedOut)} />
      <main id="content" className="examples" tabIndex={-1}>
        <h2>Examples</h2>
        {problem && (
          <p className="problem" role="alert">
            {problem}
          </p>
        )}
        {examples(scope.accounts[0], scope.markets[0]).map((example) => (
          <Shown key={example.title} example={example} />
        ))}
      </main>
      <ShadowMonitor />
    </>
  );
}

function Shown({ example: { title, words, source, live } }: { readonly example: Example }) {
  const id = useId();
  return (
    <section className="panel example" aria-labelledby={id}>
      <header className="panel-head">
        <h3 id={id}>{title}</h3>
        <CopyButton title={title} source={source} />
      </header>
      <p className="muted">{words}</p>
      <div className="live" role="group" aria-label={`${title}, live`}>
        {live ?? <p className="muted">Needs an account: sign in as its trader.</p>}
      </div>
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a scrolling region must take the focus */}
      <pre tabIndex={0} aria-label={`${title}, code`}>
        <code>{source}</code>
      </pre>
    </section>
  );
}

function CopyButton({ title, source }: { readonly title: string; readonly source: string }) {
  const [told, setTold] = useState('Copy');
  const copy = () => {
    navigator.clipboard.writeText(source).then(
      () => setTold('Copied'),
      () => setTold('Select it by hand'),
    );
  };
  return (
    <button type="button" className="quiet" aria-label={`${told}: ${title}`} onClick={copy}>
      {told}
    </button>
  );
}
