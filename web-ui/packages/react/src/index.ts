export { ThorProvider, useThorClient } from './provider.js';
export {
  getDataSource,
  useConnection,
  useCutoverStatus,
  useFeature,
  useMonitor,
  useWebSocketEnabled,
  useWebSocketFeatureData,
  useWebSocketMessage,
  type CutoverView,
} from './hooks.js';
