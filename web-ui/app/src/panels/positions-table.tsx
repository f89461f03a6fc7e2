import { positions, type Holding } from '@thor/client';
import { useFeature } from '@thor/react';
import { memo } from 'react';
import { decimal, quantity, signed } from '../format';
import { Panel } from './panel';

const COLUMNS = ['PnL', 'PnL %', 'Quantity', 'Price', 'Entry', 'Market value', 'Realized'];

/** What the account holds, with what it gains and loses. */
export function PositionsTable({ account }: { readonly account: string }) {
  const state = useFeature(positions, account);
  const held = state.data?.positions ?? [];
  return (
    <Panel title="Positions" className="positions" state={state}>
      {held.length === 0 ? <p className="muted waiting">No open positions.</p> : <Holdings held={held} />}
    </Panel>
  );
}

/** On a narrow screen the table is wider than its frame, which the keyboard can scroll. */
function Holdings({ held }: { readonly held: readonly Holding[] }) {
  return (
    // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a scrolling region must take the focus
    <div className="scroll" role="region" aria-label="Positions, scrolls sideways" tabIndex={0}>
      <table>
        <thead>
          <tr>
            <th scope="col">Symbol</th>
            {COLUMNS.map((column) => (
              <th key={column} scope="col" className="number">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {held.map((holding) => (
            <Row key={holding.symbol} holding={holding} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

const Row = memo(function Row({ holding }: { readonly holding: Holding }) {
  const { symbol, description, pnl, pnl_percent, current_price, entry_price, market_value, realized_pnl } = holding;
  return (
    <tr>
      <th scope="row">
        {symbol}
        <span className="muted under">{description}</span>
      </th>
      <td className="number" data-tone={tone(pnl)}>
        {signed(pnl, 2)}
      </td>
      <td className="number" data-tone={tone(pnl)}>
        {signed(pnl_percent, 2)}
      </td>
      <td className="number">{quantity(holding.quantity)}</td>
      <td className="number">{decimal(current_price, 2)}</td>
      <td className="number">{decimal(entry_price, 2)}</td>
      <td className="number">{decimal(market_value, 2)}</td>
      <td className="number" data-tone={tone(realized_pnl)}>
        {signed(realized_pnl, 2)}
      </td>
    </tr>
  );
});

function tone(value: number): string | undefined {
  return value > 0 ? 'gain' : value < 0 ? 'loss' : undefined;
}
