'use client';
import { useId } from 'react';
import { useFormAnswer } from '../../../../_components/action-form.tsx';

/** One labelled choice of an ActionForm: keeps what was chosen through a failure and says if it was the cause. */
export function Choice({
  name,
  label,
  hint,
  value,
  options,
}: {
  name: string;
  label: string;
  hint?: string;
  value: string;
  options: readonly { value: string; label: string }[];
}) {
  const id = useId();
  const answer = useFormAnswer();
  const wrong = answer?.error?.params.field === name;
  const chosen = answer?.error ? answer.typed[name] : undefined;
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <select
        // React empties a form its action has answered: another key brings back what was chosen.
        key={chosen ?? value}
        id={id}
        name={name}
        defaultValue={chosen ?? value}
        aria-invalid={wrong || undefined}
        aria-describedby={hint ? `${id}-hint` : undefined}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
      {hint && (
        <p className="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
    </div>
  );
}
