import { useCutoverStatus } from '@thor/react';

/** One line on which path the page renders. */
export function CutoverLine() {
  const { status, summary } = useCutoverStatus();
  return (
    <p className="cutover-line muted" id="cutover-summary">
      {status.revision < 0 ? 'Asking for the stages…' : `${summary}, revision ${status.revision}`}
    </p>
  );
}
