'use client';
import Link from 'next/link';
import { memo } from 'react';
import { useTranslations } from 'use-intl';
import { clock } from '@/lib/journey/clock.ts';
import { signed } from '@/lib/notes/marks/emotions.ts';
import { segmentsOf } from '@/lib/notes/marks/segments.ts';
import type { AcrossRow, TagChange } from '@/lib/services/findings.ts';
import { markLine } from '../[interviewId]/mark-colour.ts';
import { TagChips } from '../tags/tag-chips.tsx';
import styles from './findings.module.css';

interface Props {
  workshopId: string;
  row: AcrossRow;
  tags: readonly string[];
  language: string;
  /** The table has a column of checkboxes. */
  selectable: boolean;
  selected: boolean;
  onToggle: (id: string) => void;
  onRetag: (changes: TagChange[]) => void;
}

/** One finding: its words with what was searched for, what it is, who said it, and where it lies. */
export const FindingRow = memo(
  function FindingRow({ workshopId, row, tags, language, selectable, selected, onToggle, onRetag }: Props) {
    const t = useTranslations('interviews');
    const interview = `/workshops/${workshopId}/interviews/${row.interviewId}`;
    return (
      <tr id={`finding-${row.id}`} data-selected={selected || undefined}>
        {selectable && (
          <td className={styles.check}>
            {row.mayMark && (
              <input
                type="checkbox"
                aria-label={t('across.select', { words: row.words.slice(0, 60) })}
                checked={selected}
                onChange={() => onToggle(row.id)}
              />
            )}
          </td>
        )}
        <th scope="row" className={styles.words}>
          <Link href={`${interview}?finding=${row.id}`} lang={language} prefetch={false}>
            {segmentsOf(
              row.words,
              row.hits.map((hit) => ({ ...hit })),
            ).map((part) => (part.marks.length > 0 ? <mark key={part.start}>{part.text}</mark> : part.text))}
          </Link>
        </th>
        <td data-label={t('across.by.kind')}>
          <span className={styles.kind}>
            <span className={styles.line} style={{ backgroundImage: markLine(row) }} aria-hidden="true" />
            <span>
              {t(`mark.${row.kind}`)}
              {row.kind === 'emotion' && (
                <span className={styles.more}>
                  <span className={styles.emoji}>{row.emoji}</span> {signed(row.valence ?? 0)}
                </span>
              )}
              {row.kind === 'friction' && row.severity !== null && (
                <span className={styles.more}>
                  <span className={styles.severity} aria-hidden="true">
                    {'▲'.repeat(row.severity)}
                  </span>{' '}
                  {t(`severity.s${row.severity as 1 | 2 | 3}`)}
                </span>
              )}
            </span>
          </span>
        </td>
        <td data-label={t('across.by.interview')}>
          <span>
            {row.alias}
            <span className={styles.more}>
              {[
                row.interviewKind === 'employee' && t('kind.employee'),
                row.segment,
                row.speaker !== row.alias && row.speaker,
                row.atMs !== null && clock(row.atMs),
                !row.shared && t('across.notShared'),
              ]
                .filter(Boolean)
                .join(' · ')}
            </span>
          </span>
        </td>
        <td data-label={t('across.tags')} data-empty={tags.length === 0 || undefined}>
          <TagChips
            tags={tags}
            onRemove={
              row.mayMark
                ? (name) => {
                    // The cross goes with its tag; the keyboard stays in the row.
                    document.querySelector<HTMLElement>(`#finding-${CSS.escape(row.id)} a`)?.focus();
                    onRetag([{ findingIds: [row.id], add: [], remove: [name] }]);
                  }
                : undefined
            }
          />
        </td>
        <td data-label={t('across.by.placed')}>
          <span>
            <span className={styles.place} data-place={row.place}>
              {row.place === 'map' && row.touchpoint
                ? row.touchpoint.name
                : t(row.quoteOnMap ? `across.place.${row.place}` : 'across.place.never')}
            </span>
            {row.place !== 'map' && row.touchpoint && (
              <span className={styles.more}>
                {t('across.saidAbout', { touchpoint: row.touchpoint.name })}
              </span>
            )}
          </span>
        </td>
      </tr>
    );
  },
  (a, b) =>
    a.row === b.row &&
    a.tags === b.tags &&
    a.selected === b.selected &&
    a.selectable === b.selectable &&
    a.onRetag === b.onRetag,
);
