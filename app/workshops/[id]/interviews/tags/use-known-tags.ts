'use client';
import { useMemo } from 'react';

/** The workshop's tags with those that have come up on this page since, new ones last. */
export function useKnownTags(
  initial: readonly string[],
  findings: readonly { tags: readonly string[] }[],
): string[] {
  return useMemo(
    () => [...new Set([...initial, ...findings.flatMap(({ tags }) => tags)])],
    [initial, findings],
  );
}
