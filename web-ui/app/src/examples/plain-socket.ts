/** Listens without a library, counts by type, and comes back with a growing delay. */
export function listen(onCount: (type: string, count: number) => void): () => void {
  const counts = new Map<string, number>();
  let socket: WebSocket;
  let timer = 0;
  let delayMs = 500;
  const connect = () => {
    socket = new WebSocket(location.origin.replace('http', 'ws') + '/ws/');
    socket.onopen = () => {
      delayMs = 500;
    };
    socket.onmessage = ({ data }: MessageEvent<string>) => {
      const { type } = JSON.parse(data) as { type: string };
      const count = (counts.get(type) ?? 0) + 1;
      counts.set(type, count);
      onCount(type, count);
    };
    socket.onclose = () => {
      timer = window.setTimeout(connect, delayMs);
      delayMs = Math.min(delayMs * 2, 30_000);
    };
  };
  connect();
  return () => {
    socket.onclose = null;
    clearTimeout(timer);
    socket.close();
  };
}
