import { isObject, type Rest } from '@thor/client';

export type Side = 'BUY' | 'SELL';

/** What the form asks for; a market order has no limit. */
export interface Draft {
  readonly accountId: string;
  readonly symbol: string;
  readonly side: Side;
  readonly quantity: number;
  readonly limitPrice?: number | undefined;
}

/** An order as the server tells it. */
export interface Order {
  readonly id: number;
  readonly symbol: string;
  readonly side: Side;
  readonly quantity: number;
  readonly limitPrice?: number | undefined;
  readonly status: string;
  /** Why it was rejected. */
  readonly reason?: string | undefined;
  readonly fillPrice?: number | undefined;
}

/**
 * Sent again under the same name, an order is not placed again.
 *
 * Errors: as of Rest, with words for the user.
 */
export async function placeOrder(rest: Rest, draft: Draft, clientOrderId: string): Promise<Order> {
  const body = {
    account_id: draft.accountId,
    client_order_id: clientOrderId,
    symbol: draft.symbol,
    side: draft.side,
    type: draft.limitPrice === undefined ? 'MARKET' : 'LIMIT',
    quantity: draft.quantity,
    limit_price: draft.limitPrice,
  };
  return readOrder((await rest.send('POST', '/api/orders', { body })).json);
}

/** Errors: as of Rest. */
export async function cancelOrder(rest: Rest, id: number): Promise<Order> {
  return readOrder((await rest.send('DELETE', `/api/orders/${id}`)).json);
}

/** Errors: as of Rest. */
export async function getOrder(rest: Rest, id: number): Promise<Order> {
  return readOrder((await rest.get(`/api/orders/${id}`)).json);
}

/** The newest first. Errors: as of Rest. */
export async function openOrders(rest: Rest, accountId: string): Promise<readonly Order[]> {
  const query = new URLSearchParams({ account_id: accountId, status: 'OPEN', limit: '500' });
  const { json } = await rest.get(`/api/orders?${query.toString()}`);
  const orders: unknown = isObject(json) ? json['orders'] : undefined;
  return Array.isArray(orders) ? orders.map(readOrder) : [];
}

/** Errors: a TypeError for what is no order. */
export function readOrder(json: unknown): Order {
  if (!isObject(json) || typeof json['order_id'] !== 'number' || typeof json['symbol'] !== 'string') {
    throw new TypeError('The server answered with something that is no order.');
  }
  return {
    id: json['order_id'],
    symbol: json['symbol'],
    side: json['side'] === 'SELL' ? 'SELL' : 'BUY',
    quantity: number(json['quantity']) ?? 0,
    limitPrice: number(json['limit_price']),
    status: typeof json['status'] === 'string' ? json['status'] : '',
    reason: typeof json['reason'] === 'string' ? json['reason'] : undefined,
    fillPrice: number(json['fill_price']),
  };
}

/** A name that no other order of the account has. */
export function newClientOrderId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(12));
  return `web-${Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')}`;
}

function number(value: unknown): number | undefined {
  return typeof value === 'number' ? value : undefined;
}
