import type { Order } from './orders';
import { asked } from './words';

interface Props {
  readonly open: readonly Order[];
  readonly onCancel: (order: Order) => void;
}

/** What waits for a trade. */
export function OpenOrders({ open, onCancel }: Props) {
  return (
    <>
      <h3 className="open-title">Open orders</h3>
      <ul className="open-orders">
        {open.map((order) => (
          <li key={order.id}>
            <span>{asked(order)}</span>
            <button
              type="button"
              className="quiet"
              aria-label={`Cancel: ${asked(order)}`}
              onClick={() => onCancel(order)}
            >
              Cancel
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}
