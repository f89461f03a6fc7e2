/**
 * Runs a task at once, and again some time after each end. What is due while the page is hidden waits until it is shown.
 *
 * @param task never fails
 * @returns ends it
 */
export function whileVisible(task: () => Promise<void>, everyMs: number): () => void {
  let timer = 0;
  let due = true;
  const ended = new AbortController();
  const plan = () => {
    if (!ended.signal.aborted) {
      timer = window.setTimeout(() => {
        due = true;
        look();
      }, everyMs);
    }
  };
  const look = () => {
    if (due && !document.hidden) {
      due = false;
      void task().then(plan);
    }
  };
  document.addEventListener('visibilitychange', look, { signal: ended.signal });
  look();
  return () => {
    ended.abort();
    clearTimeout(timer);
  };
}
