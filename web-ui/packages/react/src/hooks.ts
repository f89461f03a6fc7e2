import type {
  ConnectionStatus,
  CutoverStatus,
  DataSource,
  FeatureDefinition,
  FeatureSnapshot,
  MonitorSnapshot,
  ServerMessage,
  ThorClient,
} from '@thor/client';
import { useCallback, useEffect, useRef, useSyncExternalStore } from 'react';
import { useThorClient } from './provider.js';

/** A feature for one key: its data, which path it comes from, how old it is, and whether it is stale. */
export function useFeature<Key extends string, Value>(
  definition: FeatureDefinition<Key, Value>,
  key: Key,
): FeatureSnapshot<Value> {
  const handle = useThorClient().feature(definition, key);
  return useSyncExternalStore(handle.subscribe, handle.getSnapshot);
}

/** The data of a feature where it is shown from the WebSocket; undefined where it comes from REST. */
export function useWebSocketFeatureData<Key extends string, Value>(
  definition: FeatureDefinition<Key, Value>,
  key: Key,
): Value | undefined {
  const { data, source } = useFeature(definition, key);
  return source === 'WebSocket' ? data : undefined;
}

/** Whether the cutover lets this session render a feature from the WebSocket. */
export function useWebSocketEnabled(feature: string): boolean {
  const { cutover } = useThorClient();
  const subscribe = useCallback((listener: () => void) => cutover.changes.add(listener), [cutover]);
  return useSyncExternalStore(subscribe, () => cutover.isWebSocketEnabled(feature));
}

/** Calls the newest handler for each message of a type, in order; nothing is drawn because of it. */
export function useWebSocketMessage<T extends ServerMessage['type']>(
  type: T,
  handler: (message: Extract<ServerMessage, { type: T }>) => void,
): void {
  const client = useThorClient();
  const newest = useRef(handler);
  useEffect(() => {
    newest.current = handler;
  });
  useEffect(() => client.onMessage(type, (message) => newest.current(message)), [client, type]);
}

/** The words for the path that a feature is to be drawn from, outside of components. */
export function getDataSource(client: ThorClient, feature: string): DataSource {
  return client.cutover.isWebSocketEnabled(feature) ? 'WebSocket' : 'REST (Shadow)';
}

/** What the cutover says, and what follows from it. */
export interface CutoverView {
  readonly status: CutoverStatus;
  readonly summary: string;
  readonly isFullyCutover: boolean;
  readonly isPartiallyCutover: boolean;
}

export function useCutoverStatus(): CutoverView {
  const { cutover } = useThorClient();
  const subscribe = useCallback((listener: () => void) => cutover.changes.add(listener), [cutover]);
  const status = useSyncExternalStore(subscribe, () => cutover.getStatus());
  return {
    status,
    summary: cutover.getSummary(),
    isFullyCutover: cutover.isFullyCutover(),
    isPartiallyCutover: cutover.isPartiallyCutover(),
  };
}

export function useConnection(): ConnectionStatus {
  const { connection } = useThorClient();
  const subscribe = useCallback((listener: () => void) => connection.statusChanges.add(listener), [connection]);
  return useSyncExternalStore(subscribe, () => connection.status);
}

/** What a shadow monitor shows, anew each second. */
export function useMonitor(): MonitorSnapshot {
  const client = useThorClient();
  const subscribe = useCallback((listener: () => void) => client.monitorChanges.add(listener), [client]);
  return useSyncExternalStore(subscribe, () => client.monitor);
}
