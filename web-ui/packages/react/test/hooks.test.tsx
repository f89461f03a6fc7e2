// @vitest-environment jsdom
import { act, cleanup, render, renderHook } from '@testing-library/react';
import { accountBalance, ThorClient } from '@thor/client';
import { StrictMode, type ReactNode } from 'react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { FakeRuntime } from '../../client/test/fake-runtime.js';
import { balance, balanceData, cutover, restState, subscribed, welcome } from '../../client/test/wire.js';
import {
  getDataSource,
  ThorProvider,
  useConnection,
  useCutoverStatus,
  useFeature,
  useMonitor,
  useThorClient,
  useWebSocketEnabled,
  useWebSocketFeatureData,
  useWebSocketMessage,
} from '../src/index.js';

const TOPIC = 'account_balance:A1';

describe('the hooks', () => {
  let runtime: FakeRuntime;
  let client: ThorClient;
  let revision: number;

  const wrapper = ({ children }: { children: ReactNode }) => (
    <StrictMode>
      <ThorProvider client={client}>{children}</ThorProvider>
    </StrictMode>
  );

  beforeEach(() => {
    vi.spyOn(console, 'log').mockImplementation(() => undefined);
    runtime = new FakeRuntime();
    revision = 1;
    runtime.answer = (path) =>
      path === '/api/cutover' ? { body: cutover('REST') } : restState(TOPIC, 1, balanceData(1));
    client = new ThorClient({ runtime, socketUrl: 'ws://thor/ws/' });
    client.start();
  });

  afterEach(() => {
    cleanup();
    client.stop();
    vi.restoreAllMocks();
  });

  const passes = (ms: number) => act(() => runtime.passes(ms));

  async function opens(): Promise<void> {
    runtime.socket.opens();
    runtime.socket.says(welcome(cutover('REST')));
    await passes(1);
    subscribed(runtime.socket, { [TOPIC]: { seq: 2 } });
    runtime.socket.says(balance(2));
    await passes(20);
  }

  async function switches(renders: 'REST' | 'WebSocket'): Promise<void> {
    runtime.socket.says({ type: 'cutover_status', data: cutover(renders, ++revision) });
    await passes(20);
  }

  it('show a feature from the path of its stage, without a blank and without going back', async () => {
    const drawn: string[] = [];
    function Balance() {
      const { data, source, stale } = useFeature(accountBalance, 'A1');
      drawn.push(`${data?.cash ?? 'nothing'} ${source}${stale ? ' stale' : ''}`);
      return <p>{data?.cash}</p>;
    }
    render(<Balance />, { wrapper });
    await passes(50);
    await opens();
    await switches('WebSocket');
    await switches('REST');
    await passes(3000);
    const steps = drawn.filter((step, index) => step !== drawn[index - 1]);
    expect(steps).toEqual(['nothing REST (Shadow)', '1 REST (Shadow)', '2 WebSocket', '2 REST (Shadow)']);
  });

  it('share one subscription however many components show a feature', async () => {
    const all = renderHook(() => [useFeature(accountBalance, 'A1'), useFeature(accountBalance, 'A1')], { wrapper });
    await passes(50);
    await opens();
    expect(all.result.current[0]).toBe(all.result.current[1]);
    expect(runtime.socket.sent.filter(({ type }) => type === 'subscribe')).toHaveLength(1);
    all.unmount();
    await passes(3000);
    expect(runtime.socket.last('unsubscribe')).toEqual({ topics: [{ topic: TOPIC }] });
  });

  it('give the data of the stream only where it is drawn from there', async () => {
    const { result } = renderHook(() => useWebSocketFeatureData(accountBalance, 'A1')?.cash, { wrapper });
    await passes(50);
    await opens();
    expect(result.current).toBeUndefined();
    await switches('WebSocket');
    expect(result.current).toBe(2);
  });

  it('tell of stages and connection', async () => {
    const { result } = renderHook(
      () => ({
        enabled: useWebSocketEnabled('positions'),
        cutover: useCutoverStatus(),
        state: useConnection().state,
        features: useMonitor().features.length,
      }),
      { wrapper },
    );
    expect(result.current.state).toBe('connecting');
    await passes(1100);
    await act(opens);
    expect(result.current).toMatchObject({ enabled: false, state: 'open', features: 4 });
    await switches('WebSocket');
    expect(result.current).toMatchObject({
      enabled: true,
      cutover: { isFullyCutover: true, isPartiallyCutover: false },
    });
    expect(result.current.cutover.summary).toBe('FULL CUTOVER - all features using WebSocket (4/4)');
    expect(getDataSource(client, 'positions')).toBe('WebSocket');
  });

  it('hand messages to the newest handler', async () => {
    const seen: string[] = [];
    const { rerender } = renderHook(
      ({ name }: { name: string }) => {
        useFeature(accountBalance, 'A1');
        useWebSocketMessage('account_balance', ({ data }) => seen.push(`${name} ${data.cash}`));
      },
      { wrapper, initialProps: { name: 'first' } },
    );
    await passes(50);
    await opens();
    rerender({ name: 'second' });
    runtime.socket.says(balance(3));
    expect(seen).toEqual(['first 2', 'second 3']);
  });

  it('say what is missing where there is no provider', () => {
    vi.spyOn(console, 'error').mockImplementation(() => undefined);
    expect(() => renderHook(() => useThorClient())).toThrow('wrap the page in <ThorProvider');
  });
});
