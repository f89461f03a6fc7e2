// @vitest-environment jsdom
import type { FeedStatus } from '@thor/client';
import { cleanup, render } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { Ended } from '../src/chrome/ended-feeds';

afterEach(cleanup);

function words(...statuses: readonly [string, FeedStatus][]): string | null {
  return render(<Ended feeds={statuses.map(([name, status]) => ({ name, status, last_message: undefined }))} />)
    .container.textContent;
}

it('names a feed that has ended, and no other', () => {
  expect(words(['replay', 'ENDED'], ['tcp', 'DOWN'])).toBe('Replay has ended');
});

it('says nothing while all go on', () => {
  expect(words(['replay', 'LIVE'], ['tcp', 'STALE'])).toBe('');
});
