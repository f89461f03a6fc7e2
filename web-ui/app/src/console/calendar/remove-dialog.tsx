import { useThorClient } from '@thor/react';
import { useState } from 'react';
import { ModalForm, OutcomeLine } from '../modal-form';
import { hours, removeDay, type Changed, type Day } from './overrides';

interface Props {
  readonly market: string;
  readonly day: Day;
  readonly onChanged: () => void;
  readonly onClose: () => void;
}

/** Asks before a market follows its calendar again. */
export function RemoveDialog({ market, day, onChanged, onClose }: Props) {
  const { rest } = useThorClient();
  const [changed, setChanged] = useState<Changed>();
  const done = changed?.done ?? false;

  const remove = async () => {
    setChanged(await removeDay(rest, market, day.date));
    onChanged();
  };

  return (
    <ModalForm
      title={`Remove ${day.date} of ${market}`}
      outcome={changed && <OutcomeLine {...changed} />}
      outcomeKind={changed && (done ? 'done' : 'refused')}
      action={!done && <button type="submit">Confirm</button>}
      done={done}
      onSubmit={remove}
      onClose={onClose}
    >
      <p>
        On {day.date} it is {hours(day)} now, for “{day.name}”. It will follow its calendar again, at once and for
        everybody.
      </p>
    </ModalForm>
  );
}
