'use client';

/** Opens the browser's print dialogue; without JavaScript its own menu does the same. */
export function PrintButton({ label, className = 'button primary' }: { label: string; className?: string }) {
  return (
    <button type="button" className={className} onClick={() => window.print()}>
      {label}
    </button>
  );
}
