/**
 * Runs a task at once, and again some time after each end. What is due while the page is hidden waits until it is shown.
 *
 * @param task never fails
 * @returns ends it
 */
export function whileVisible(task: () => Promise<void>, everyMs: number): () => void {
  let timer = 0;
  let due = true;
  let gone = false;
  const run = async () => {
    if (gone || !due || document.hidden) {
      return;
    }
    due = false;
    await task();
    if (!gone) {
      timer = window.setTimeout(() => {
        due = true;
        void run();
      }, everyMs);
    }
  };
  const look = () => void run();
  document.addEventListener('visibilitychange', look);
  look();
  return () => {
    gone = true;
    clearTimeout(timer);
    document.removeEventListener('visibilitychange', look);
  };
}
