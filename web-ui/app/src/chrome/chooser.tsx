import { useId } from 'react';

interface Props {
  readonly label: string;
  readonly all: readonly string[];
  readonly chosen: string | undefined;
  readonly onChoose: (value: string) => void;
}

export function Chooser({ label, all, chosen, onChoose }: Props) {
  const id = useId();
  return (
    <div className="chooser">
      <label htmlFor={id}>{label}</label>
      <select id={id} value={chosen ?? ''} onChange={(event) => onChoose(event.target.value)}>
        {all.map((one) => (
          <option key={one}>{one}</option>
        ))}
      </select>
    </div>
  );
}
