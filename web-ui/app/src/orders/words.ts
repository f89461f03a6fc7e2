import { decimal, quantity } from '../format';
import type { Order } from './orders';

/** What was asked for: `Buy 0.5 BTC-USD at 980.00 or better`. */
export function asked({ side, quantity: units, symbol, limitPrice }: Order): string {
  const what = `${side === 'BUY' ? 'Buy' : 'Sell'} ${quantity(units)} ${symbol}`;
  return limitPrice === undefined ? `${what} at the market` : `${what} at ${price(limitPrice)} or better`;
}

/** What has become of it. */
export function outcome(order: Order): string {
  const done = `${order.side === 'BUY' ? 'Bought' : 'Sold'} ${quantity(order.quantity)} ${order.symbol}`;
  switch (order.status) {
    case 'FILLED':
      return `${done} at ${price(order.fillPrice)}.`;
    case 'REJECTED':
      return `Rejected: ${order.reason ?? 'no reason was given'}.`;
    case 'CANCELLED':
      return `Cancelled: ${asked(order)}.`;
    default:
      return `Waiting for a trade: ${asked(order)}.`;
  }
}

/** Two decimals, and more where the price has them. */
function price(value: number | undefined): string {
  const two = decimal(value, 2);
  return value === undefined || Number(value.toFixed(2)) === value ? two : quantity(value);
}
