// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { whileVisible } from '../src/console/while-visible';

describe('asking while the page is shown', () => {
  let hidden: boolean;
  let asked: number;
  let cancel: () => void;

  beforeEach(() => {
    vi.useFakeTimers();
    [hidden, asked] = [false, 0];
    vi.spyOn(document, 'hidden', 'get').mockImplementation(() => hidden);
    cancel = whileVisible(() => {
      asked++;
      return Promise.resolve();
    }, 5000);
  });

  afterEach(() => {
    cancel();
    vi.useRealTimers();
    vi.restoreAllMocks();
  });

  function becomes(isHidden: boolean): void {
    hidden = isHidden;
    document.dispatchEvent(new Event('visibilitychange'));
  }

  it('asks at once and every five seconds', async () => {
    expect(asked).toBe(1);
    await vi.advanceTimersByTimeAsync(10_000);
    expect(asked).toBe(3);
  });

  it('rests while the page is hidden, and asks once when it is shown again', async () => {
    becomes(true);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(asked).toBe(1);
    becomes(false);
    expect(asked).toBe(2);
    await vi.advanceTimersByTimeAsync(5000);
    expect(asked).toBe(3);
  });

  it('asks no sooner for a short look elsewhere', async () => {
    becomes(true);
    becomes(false);
    await vi.advanceTimersByTimeAsync(4999);
    expect(asked).toBe(1);
  });

  it('ends', async () => {
    cancel();
    becomes(false);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(asked).toBe(1);
  });
});
