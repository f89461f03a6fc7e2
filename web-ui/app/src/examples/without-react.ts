import { globalMarket, type ThorClient } from '@thor/client';

/** Keeps an element up to date; what it returns ends that. */
export function showMarket(client: ThorClient, market: string, element: HTMLElement): () => void {
  const feature = client.feature(globalMarket, market);
  const show = () => {
    const { data, source } = feature.getSnapshot();
    element.textContent = data ? `${data.market_id} is ${data.status}, from ${source}` : 'Waiting…';
  };
  show();
  return feature.subscribe(show);
}
