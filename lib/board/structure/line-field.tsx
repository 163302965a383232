import { type InputHTMLAttributes, useEffect, useRef } from 'react';

interface LineFieldProps extends Omit<InputHTMLAttributes<HTMLInputElement>, 'value' | 'defaultValue'> {
  value: string;
  /** With what was typed, trimmed, when it is another than before. */
  write: (value: string) => void;
}

/**
 * One line of a live document: written when it is left or Enter is pressed. What others write meanwhile
 * shows at once, except under somebody's own unfinished typing.
 */
export function LineField({ value, write, ...rest }: LineFieldProps) {
  const ref = useRef<HTMLInputElement>(null);
  const known = useRef(value);
  useEffect(() => {
    const field = ref.current;
    if (field && (field.value === known.current || document.activeElement !== field)) field.value = value;
    known.current = value;
  }, [value]);
  const commit = () => {
    const typed = ref.current?.value.trim() ?? '';
    if (typed !== known.current) write(typed);
  };
  return (
    // A form of its own, because Enter submits it only when no input method is composing.
    <form
      onSubmit={(event) => {
        event.preventDefault();
        commit();
      }}
    >
      <input {...rest} ref={ref} defaultValue={value} autoComplete="off" onBlur={commit} />
    </form>
  );
}
