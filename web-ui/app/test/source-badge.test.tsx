// @vitest-environment jsdom
import type { FeatureSnapshot, StaleCause } from '@thor/client';
import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { SourceBadge } from '../src/chrome/source-badge';

afterEach(cleanup);

function state(staleBecause: StaleCause | undefined): FeatureSnapshot<unknown> {
  const stale = staleBecause !== undefined;
  return { data: {}, source: 'WebSocket', ageMs: 4000, stale, staleBecause, problem: '' };
}

it.each([
  ['path', '⚠ Stale'],
  ['feed stale', '⚠ Feed stale'],
  ['feed down', '⚠ Feed down'],
] as const)('names what has stopped: %s', (cause, words) => {
  render(<SourceBadge state={state(cause)} showAge />);
  expect(screen.getByText(/Stale|Feed/i).textContent).toBe(words);
});

it('says nothing of it while data flows', () => {
  const { container } = render(<SourceBadge state={state(undefined)} showAge />);
  expect(container.textContent).toBe('WebSocket4 s');
});
