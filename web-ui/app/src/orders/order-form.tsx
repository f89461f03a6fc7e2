import { useThorClient } from '@thor/react';
import { useId, useRef, useState, type SubmitEvent } from 'react';
import { newClientOrderId, placeOrder, type Draft, type Order, type Side } from './orders';

interface Props {
  readonly account: string;
  readonly symbol: string;
  readonly onPlaced: (order: Order) => void;
  /** Called with words for the user, and with none when a new attempt begins. */
  readonly onFailed: (words: string) => void;
}

/** An attempt whose answer has not come; the same draft goes on under the same name. */
interface Attempt {
  readonly draft: string;
  readonly clientOrderId: string;
}

export function OrderForm({ account, symbol, onPlaced, onFailed }: Props) {
  const { rest } = useThorClient();
  const [side, setSide] = useState<Side>('BUY');
  const [type, setType] = useState('MARKET');
  const [busy, setBusy] = useState(false);
  const attempt = useRef<Attempt>(undefined);
  const id = useId();

  const send = async (draft: Draft) => {
    const text = JSON.stringify(draft);
    if (attempt.current?.draft !== text) {
      attempt.current = { draft: text, clientOrderId: newClientOrderId() };
    }
    const order = await placeOrder(rest, draft, attempt.current.clientOrderId);
    attempt.current = undefined;
    onPlaced(order);
  };
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    setBusy(true);
    onFailed('');
    send({
      accountId: account,
      symbol,
      side,
      quantity: Number(form.get('quantity')),
      limitPrice: type === 'LIMIT' ? Number(form.get('limit')) : undefined,
    })
      .catch((error: unknown) => onFailed(error instanceof Error ? error.message : 'Not placed.'))
      .finally(() => setBusy(false));
  };

  return (
    <form className="order-form" onSubmit={submit} aria-label={`Order ${symbol}`}>
      <fieldset className="sides">
        <legend className="muted">Side</legend>
        <SideChoice side="BUY" label="Buy" chosen={side} onChoose={setSide} />
        <SideChoice side="SELL" label="Sell" chosen={side} onChoose={setSide} />
      </fieldset>
      <label htmlFor={`${id}-type`}>
        Type
        <select id={`${id}-type`} value={type} onChange={(event) => setType(event.target.value)}>
          <option value="MARKET">Market</option>
          <option value="LIMIT">Limit</option>
        </select>
      </label>
      <Amount id={`${id}-quantity`} name="quantity" label="Quantity" />
      <Amount id={`${id}-limit`} name="limit" label="Limit price" disabled={type !== 'LIMIT'} />
      <button type="submit" disabled={busy}>
        {busy ? 'Sending…' : side === 'BUY' ? 'Place buy order' : 'Place sell order'}
      </button>
    </form>
  );
}

interface SideProps {
  readonly side: Side;
  readonly label: string;
  readonly chosen: Side;
  readonly onChoose: (side: Side) => void;
}

function SideChoice({ side, label, chosen, onChoose }: SideProps) {
  return (
    <label className="side" data-side={side}>
      <input type="radio" name="side" value={side} checked={chosen === side} onChange={() => onChoose(side)} />
      {label}
    </label>
  );
}

interface AmountProps {
  readonly id: string;
  readonly name: string;
  readonly label: string;
  readonly disabled?: boolean;
}

function Amount({ id, name, label, disabled = false }: AmountProps) {
  return (
    <label htmlFor={id}>
      {label}
      <input
        id={id}
        name={name}
        type="number"
        inputMode="decimal"
        min="0.00000001"
        step="any"
        autoComplete="off"
        required={!disabled}
        disabled={disabled}
      />
    </label>
  );
}
