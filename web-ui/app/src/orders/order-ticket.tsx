import { useThorClient } from '@thor/react';
import { useId, useState } from 'react';
import { OpenOrders } from './open-orders';
import { OrderForm } from './order-form';
import { cancelOrder, type Order } from './orders';
import './orders.css';
import { useOrders } from './use-orders';
import { outcome } from './words';

interface Props {
  readonly account: string;
  readonly symbol: string;
}

/** Places paper orders, says what became of the last one, and lists what waits. */
export function OrderTicket({ account, symbol }: Props) {
  const { rest } = useThorClient();
  const { open, watched, watch, problem } = useOrders(account);
  const [failure, setFailure] = useState('');
  const id = useId();

  const placed = (order: Order) => {
    setFailure('');
    watch(order);
  };
  const cancel = (order: Order) => {
    cancelOrder(rest, order.id).then(placed, (error: unknown) =>
      setFailure(error instanceof Error ? error.message : 'Not cancelled.'),
    );
  };
  const words = failure || problem;

  return (
    <section className="panel orders" aria-labelledby={id}>
      <header className="panel-head">
        <h2 id={id}>Paper order</h2>
        <span className="muted">{symbol}</span>
      </header>
      <OrderForm account={account} symbol={symbol} onPlaced={placed} onFailed={setFailure} />
      <p className="order-outcome" role="status" data-status={words ? 'FAILED' : watched?.status}>
        {words || (watched && outcome(watched))}
      </p>
      {open.length > 0 && <OpenOrders open={open} onCancel={cancel} />}
    </section>
  );
}
