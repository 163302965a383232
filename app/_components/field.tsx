'use client';
import { type InputHTMLAttributes, useId } from 'react';
import { useFormAnswer } from './action-form.tsx';

/** One labelled input of an ActionForm: keeps what was typed through a failure and says if it was the cause. */
export function Field({
  name,
  label,
  hint,
  defaultValue,
  ...input
}: {
  name: string;
  label: string;
  hint?: string;
} & Omit<InputHTMLAttributes<HTMLInputElement>, 'name' | 'id'>) {
  const id = useId();
  const answer = useFormAnswer();
  const wrong = answer?.error?.params.field === name;
  const typed = answer?.error ? answer.typed[name] : undefined;
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <input
        {...input}
        id={id}
        name={name}
        defaultValue={typed ?? defaultValue}
        aria-invalid={wrong || undefined}
        aria-describedby={hint ? `${id}-hint` : undefined}
      />
      {hint && (
        <p className="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
    </div>
  );
}
