'use client';
import { Breakdown } from './_components/breakdown.tsx';

/** A page broke; the rest of the app stands. */
export default function PageError({
  error,
  reset,
}: {
  error: Error & { digest?: string };
  reset: () => void;
}) {
  return <Breakdown reference={error.digest} retry={reset} />;
}
