import type { Locale } from '@/lib/i18n/locale.ts';
import { formatter, translator } from '@/lib/i18n/translator.ts';
import { signed } from '@/lib/journey/svg/paint.ts';
import type { SnapshotSummary } from '@/lib/services/snapshots.ts';
import { cardsIn } from '../entry-figures.tsx';

/** A figure as it is written, and how it differs from the frame before. */
export interface FrameFigure {
  name: 'capital' | 'ratio' | 'coverage' | 'interviews' | 'cards';
  value: string;
  /** Empty where nothing changed, or there is nothing to hold it against. */
  change: string;
}

/** One snapshot of the replay, as far as the player shows it beside its picture. */
export interface Frame {
  number: number;
  /** “No. 3”. */
  name: string;
  label: string;
  date: string;
  figures: FrameFigure[];
  /** The capital along the journey. */
  curve: number[];
}

/** The readable snapshots of one map, oldest first, ready to be shown. */
export function framesOf(snapshots: readonly SnapshotSummary[], locale: Locale): Frame[] {
  const format = formatter(locale);
  const t = translator(locale, 'compare');
  return snapshots.flatMap(({ number, label, takenAt, head }, i) => {
    if (!head) return [];
    return [
      {
        ...{ number, label, name: t('short', { number }) },
        date: format.dateTime(takenAt, { dateStyle: 'medium', timeStyle: 'short' }),
        figures: figuresOf(head, snapshots[i - 1]?.head ?? null, locale),
        curve: [0, ...head.map.capital.points.map((p) => p.plain)],
      },
    ];
  });
}

type Head = NonNullable<SnapshotSummary['head']>;

function figuresOf(head: Head, before: Head | null, locale: Locale): FrameFigure[] {
  const sign = (n: number) => signed(n, locale === 'sv' ? ',' : '.');
  const change = (of: (h: Head) => number | null) => {
    const [now, then] = [of(head), before && of(before)];
    return now === null || then === null || now === then ? '' : sign(now - then);
  };
  const { capital, ratio, coverage } = head.map;
  const percent = (h: Head) =>
    h.map.coverage.share === null ? null : Math.round(h.map.coverage.share * 100);
  return [
    {
      name: 'capital',
      value: capital.marked > 0 ? sign(capital.plain) : '–',
      change: change(({ map }) => (map.capital.marked > 0 ? map.capital.plain : null)),
    },
    { name: 'ratio', value: `${ratio.counted.plus} : ${ratio.counted.minus}`, change: '' },
    {
      name: 'coverage',
      value:
        coverage.share === null
          ? '–'
          : formatter(locale).number(coverage.share, { style: 'percent', maximumFractionDigits: 0 }),
      change: change(percent),
    },
    {
      name: 'interviews',
      value: String(head.group.customerInterviews),
      change: change((h) => h.group.customerInterviews),
    },
    { name: 'cards', value: String(cardsIn(head)), change: change(cardsIn) },
  ];
}
