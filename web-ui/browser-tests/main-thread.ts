import type { CDPSession, Page } from '@playwright/test';

/** A task of the page's main thread, in milliseconds. */
export interface Task {
  /** As it passed: on a machine with other work also the time in which the thread had to wait for a processor. */
  readonly wallMs: number;
  /** What the thread itself computed. */
  readonly cpuMs: number;
}

interface TraceEvent {
  readonly name: string;
  readonly pid: number;
  readonly tid: number;
  /** Microseconds. */
  readonly dur?: number;
  readonly tdur?: number;
  readonly args: { readonly name?: string; readonly data?: { readonly frames?: readonly { processId: number }[] } };
}

const CATEGORIES = ['disabled-by-default-devtools.timeline'];

/** Every task of a page's main thread while something goes on, as Chromium traces them. */
export async function tasksDuring(page: Page, work: () => Promise<void>): Promise<readonly Task[]> {
  const browser = page.context().browser();
  if (!browser) {
    throw new Error('The page has no browser to trace.');
  }
  await browser.startTracing(page, { categories: CATEGORIES });
  await work();
  const { traceEvents } = JSON.parse((await browser.stopTracing()).toString()) as { traceEvents: TraceEvent[] };
  const renderer = traceEvents.find(({ name }) => name === 'TracingStartedInBrowser')?.args.data?.frames?.[0]
    ?.processId;
  const main = traceEvents.find(({ name, pid, args }) => {
    return name === 'thread_name' && pid === renderer && args.name === 'CrRendererMain';
  });
  return traceEvents
    .filter(({ name, pid, tid }) => name === 'RunTask' && pid === renderer && tid === main?.tid)
    .map(({ dur = 0, tdur = 0 }) => ({ wallMs: dur / 1000, cpuMs: tdur / 1000 }));
}

/** Bytes that are still reachable. */
export async function heapBytes(session: CDPSession): Promise<number> {
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  return usedSize;
}
