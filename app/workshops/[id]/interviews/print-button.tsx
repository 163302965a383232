'use client';

/** Opens the browser's print dialogue; without JavaScript its own menu does the same. */
export function PrintButton({ label }: { label: string }) {
  return (
    <button type="button" className="button primary" onClick={() => window.print()}>
      {label}
    </button>
  );
}
