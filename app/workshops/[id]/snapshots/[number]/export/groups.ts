import type { Format } from '@/lib/export/formats.ts';

/** The formats by what they are for, in the order they are offered. */
export const GROUPS = {
  read: ['report', 'slides'],
  picture: ['mapA3', 'mapA1', 'png', 'svg', 'curves'],
  data: ['xlsx', 'csv', 'json', 'cjml'],
} as const satisfies Record<string, readonly Format[]>;
