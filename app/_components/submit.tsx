'use client';
import type { ReactNode } from 'react';
import { useFormStatus } from 'react-dom';

/** A form's button; while the action runs it says so and takes no second press. */
export function Submit({
  children,
  working,
  className = 'button primary',
}: {
  children: ReactNode;
  working?: string;
  className?: string;
}) {
  const { pending } = useFormStatus();
  return (
    <button
      type="submit"
      className={className}
      aria-disabled={pending}
      onClick={(event) => {
        if (pending) event.preventDefault();
      }}
    >
      {pending && working ? working : children}
    </button>
  );
}
