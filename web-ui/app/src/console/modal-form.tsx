import { useEffect, useId, useRef, type ReactNode, type SubmitEvent } from 'react';

interface Props {
  readonly title: string;
  /** What will happen, and the fields. */
  readonly children: ReactNode;
  /** What became of the last attempt. */
  readonly outcome: ReactNode;
  readonly outcomeKind: string | undefined;
  /** The button that goes on; nothing once it is done. */
  readonly action: ReactNode;
  /** Whether closing gives nothing up. */
  readonly done: boolean;
  readonly onSubmit: (form: FormData) => Promise<void>;
  readonly onClose: () => void;
}

/** A dialog that asks before something is changed, and stays open to show what the server answers. */
export function ModalForm({ title, children, outcome, outcomeKind, action, done, onSubmit, onClose }: Props) {
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);

  useEffect(() => {
    dialog.current?.showModal();
  }, []);

  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    void onSubmit(new FormData(event.currentTarget));
  };

  return (
    <dialog ref={dialog} className="panel order" aria-labelledby={id} onClose={onClose}>
      <form onSubmit={submit}>
        <h2 id={id}>{title}</h2>
        {children}
        <div className="outcome" role="status" data-kind={outcomeKind}>
          {outcome}
        </div>
        <div className="dialog-buttons">
          <button type="button" className="quiet" onClick={() => dialog.current?.close()}>
            {done ? 'Close' : 'Cancel'}
          </button>
          {action}
        </div>
      </form>
    </dialog>
  );
}

/** Such as `✓ positions is SHADOW.`; done or not is a sign, not only a colour. */
export function OutcomeLine({ done, words }: { readonly done: boolean; readonly words: string }) {
  return (
    <p>
      <span aria-hidden="true">{done ? '✓ ' : '✕ '}</span>
      {words}
    </p>
  );
}

/** The text of a field, without spaces around it. */
export function entered(form: FormData, name: string): string {
  const field = form.get(name);
  return typeof field === 'string' ? field.trim() : '';
}
