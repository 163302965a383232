import type { Evidence, Part } from '../model.ts';

/** What the map says that nobody on it wrote; the caller translates. */
export interface MapLabels {
  /** Name and description for screen readers; the picture counts as one image. */
  title: string;
  description: string;
  parts: Record<Part, string>;
  evidence: Record<Evidence, string>;
  /** The ends of the emotion axis, for instance "good" and "bad". */
  axis: { good: string; bad: string };
  /** What a starred touchpoint is, for whoever does not see the star: "Moments of truth". */
  moments: string;
  /** Who said it, by finding id, for instance "Customer 3 · 12:04"; aliases only. */
  sources: Record<string, string>;
  /** Cards whose words are no longer those of their finding. */
  changed?: readonly string[];
  /** The decimal sign of the language. */
  decimal: '.' | ',';
}

export interface ChartLabels {
  title: string;
  description: string;
  decimal: '.' | ',';
}
