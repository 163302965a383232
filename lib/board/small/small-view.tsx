import type { ViewProps } from '../views/load.ts';

/** One touchpoint at a time, for a phone. */
export default function SmallView(_props: ViewProps) {
  return null;
}
