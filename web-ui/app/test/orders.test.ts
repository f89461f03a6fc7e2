import { describe, expect, it } from 'vitest';
import { newClientOrderId, readOrder } from '../src/orders/orders';
import { asked, outcome } from '../src/orders/words';

const ORDER = { order_id: 7, symbol: 'BTC-USD', side: 'SELL', quantity: 0.5, status: 'OPEN' };

describe('an order in words', () => {
  it('says what was asked for', () => {
    expect(asked(readOrder(ORDER))).toBe('Sell 0.5 BTC-USD at the market');
    expect(asked(readOrder({ ...ORDER, side: 'BUY', limit_price: 980 }))).toBe('Buy 0.5 BTC-USD at 980.00 or better');
  });

  it('says what became of it', () => {
    expect(outcome(readOrder(ORDER))).toBe('Waiting for a trade: Sell 0.5 BTC-USD at the market.');
    expect(outcome(readOrder({ ...ORDER, status: 'FILLED', fill_price: 1031.123 }))).toBe(
      'Sold 0.5 BTC-USD at 1,031.123.',
    );
    expect(outcome(readOrder({ ...ORDER, status: 'REJECTED', reason: 'buying power is short' }))).toBe(
      'Rejected: buying power is short.',
    );
    expect(outcome(readOrder({ ...ORDER, status: 'CANCELLED' }))).toBe('Cancelled: Sell 0.5 BTC-USD at the market.');
  });

  it('refuses what is no order', () => {
    expect(() => readOrder({ orders: [] })).toThrow('no order');
  });
});

it('names each order anew, as the server allows', () => {
  const names = Array.from({ length: 100 }, newClientOrderId);
  expect(new Set(names).size).toBe(100);
  expect(names.every((name) => /^[A-Za-z0-9._-]{1,64}$/.test(name))).toBe(true);
});
