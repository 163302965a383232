'use client';
import { createContext, type ReactNode, useActionState, useContext, useEffect, useRef } from 'react';
import type { FormAction, FormState } from '../_lib/form-action.ts';

const LastAnswer = createContext<FormState>(null);

/** What the surrounding form's action answered last. */
export function useFormAnswer<T>(): FormState<T> {
  return useContext(LastAnswer) as FormState<T>;
}

/**
 * A form around a server action: works before and without JavaScript; a failure stands above the fields in
 * words, is read out, and what was typed stays.
 */
export function ActionForm<T>({
  action,
  className = 'stack',
  label,
  children,
}: {
  action: FormAction<T>;
  className?: string;
  label?: string;
  children: ReactNode;
}) {
  const [state, submit] = useActionState<FormState<T>, FormData>(action, null);
  const problem = useRef<HTMLParagraphElement>(null);
  useEffect(() => {
    if (state?.error) problem.current?.focus();
  }, [state]);
  return (
    <LastAnswer value={state}>
      <form action={submit} className={className} aria-label={label}>
        {state?.error && (
          <p ref={problem} className="notice warn" role="alert" tabIndex={-1}>
            {state.error.message}
          </p>
        )}
        {children}
      </form>
    </LastAnswer>
  );
}
