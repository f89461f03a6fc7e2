// @vitest-environment jsdom
import type { FeatureSnapshot } from '@thor/client';
import { cleanup, render } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { Panel } from '../src/panels/panel';

afterEach(cleanup);

function shows(state: Partial<FeatureSnapshot<unknown>>): string | null | undefined {
  const loading: FeatureSnapshot<unknown> = {
    data: undefined,
    source: 'REST (Shadow)',
    ageMs: undefined,
    stale: false,
    staleBecause: undefined,
    problem: '',
  };
  const { container } = render(
    <Panel title="Account" className="account" state={{ ...loading, ...state }}>
      1,000.00
    </Panel>,
  );
  return container.querySelector('.panel-body')?.textContent;
}

it.each([
  [{}, 'Waiting for the first figures…'],
  [{ problem: 'The server cannot be reached.' }, 'The server cannot be reached.'],
  [{ data: {} }, '1,000.00'],
  [{ data: {}, problem: 'The server cannot be reached.' }, '1,000.00'],
])('shows for %j: %s', (state, words) => {
  expect(shows(state)).toBe(words);
});
