import type { ViewProps } from '../views/load.ts';

/** The map as a table, live. */
export default function TableView(_props: ViewProps) {
  return null;
}
