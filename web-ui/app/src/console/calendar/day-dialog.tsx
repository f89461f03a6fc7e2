import { useThorClient } from '@thor/react';
import { useId, useState, type ComponentProps } from 'react';
import { entered, ModalForm, OutcomeLine } from '../modal-form';
import { inWords, setDay, type Changed, type Day } from './overrides';

interface Props {
  readonly market: string;
  readonly onChanged: () => void;
  readonly onClose: () => void;
}

const HOURS = [
  { name: 'open', label: 'Opens' },
  { name: 'close', label: 'Closes' },
  { name: 'breakStart', label: 'Break from, if any' },
  { name: 'breakEnd', label: 'Break until' },
] as const;
const CODES = ['early_close', 'holiday', 'late_open', 'mourning', 'special', 'storm', 'technical'];

/** Lays one day over a market's calendar, and says before what it will be. */
export function DayDialog({ market, onChanged, onClose }: Props) {
  const { rest } = useThorClient();
  const id = useId();
  const [closed, setClosed] = useState(true);
  const [date, setDate] = useState('');
  const [changed, setChanged] = useState<Changed>();
  const done = changed?.done ?? false;

  const set = async (form: FormData) => {
    const outcome = await setDay(rest, market, dayOf(form));
    setChanged(outcome);
    onChanged();
  };

  return (
    <ModalForm
      title={`Change a day of ${market}`}
      outcome={changed && <OutcomeLine {...changed} />}
      outcomeKind={changed && (done ? 'done' : 'refused')}
      action={!done && <button type="submit">Confirm</button>}
      done={done}
      onSubmit={set}
      onClose={onClose}
    >
      <p>
        {closed ? inWords(market, { ...NO_DAY, date }) : `${market} has the session below on ${date || 'the day'}.`} Its
        status follows at once, on both paths and for everybody.
      </p>
      <fieldset className="day-fields" disabled={done}>
        <Field
          id={`${id}-date`}
          name="date"
          label="Date"
          type="date"
          onChange={({ target }) => setDate(target.value)}
        />
        <label htmlFor={`${id}-kind`}>
          The market is
          <select
            id={`${id}-kind`}
            value={String(closed)}
            onChange={({ target }) => setClosed(target.value === 'true')}
          >
            <option value="true">closed all day</option>
            <option value="false">open at other times</option>
          </select>
        </label>
        {!closed &&
          HOURS.map(({ name, label }) => (
            <Field
              key={name}
              id={`${id}-${name}`}
              name={name}
              label={label}
              placeholder="09:30"
              required={!isBreak(name)}
            />
          ))}
        <Field id={`${id}-reason`} name="reason" label="Code" placeholder="storm" list={`${id}-codes`} />
        <Field id={`${id}-name`} name="name" label="As the notice calls it" placeholder="Typhoon" maxLength={200} />
        <datalist id={`${id}-codes`}>
          {CODES.map((code) => (
            <option key={code} value={code} />
          ))}
        </datalist>
      </fieldset>
    </ModalForm>
  );
}

const NO_DAY: Day = { date: '', open: '', breakStart: '', breakEnd: '', close: '', reason: '', name: '' };

function dayOf(form: FormData): Day {
  const [date, open, close] = [entered(form, 'date'), entered(form, 'open'), entered(form, 'close')];
  const [breakStart, breakEnd] = [entered(form, 'breakStart'), entered(form, 'breakEnd')];
  return { date, open, close, breakStart, breakEnd, reason: entered(form, 'reason'), name: entered(form, 'name') };
}

function isBreak(name: (typeof HOURS)[number]['name']): boolean {
  return name.startsWith('break');
}

function Field({ label, id, ...input }: ComponentProps<'input'> & { readonly label: string }) {
  return (
    <label htmlFor={id}>
      {label}
      <input id={id} autoComplete="off" required {...input} />
    </label>
  );
}
