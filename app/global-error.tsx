'use client';
import { tokensCss } from '@/lib/journey/tokens.ts';
import { Breakdown } from './_components/breakdown.tsx';
import './globals.css';

/** Even the frame broke: this page brings its own. */
export default function FrameError({
  error,
  reset,
}: {
  error: Error & { digest?: string };
  reset: () => void;
}) {
  return (
    <html lang="en" suppressHydrationWarning>
      <body>
        <style>{tokensCss()}</style>
        <Breakdown reference={error.digest} retry={reset} />
      </body>
    </html>
  );
}
