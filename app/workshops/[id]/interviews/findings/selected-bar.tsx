'use client';
import { useEffect, useRef } from 'react';
import { useTranslations } from 'use-intl';
import type { AcrossRow, TagChange } from '@/lib/services/findings.ts';
import { TagChips } from '../tags/tag-chips.tsx';
import { TagField } from '../tags/tag-field.tsx';
import styles from './findings.module.css';

interface Props {
  chosen: readonly AcrossRow[];
  tagsOf: (row: AcrossRow) => readonly string[];
  known: readonly string[];
  onRetag: (changes: TagChange[]) => void;
  onNone: () => void;
}

/** While rows are selected: tags for all of them at once. T leads here from the rows, Escape back. */
export function SelectedBar({ chosen, tagsOf, known, onRetag, onNone }: Props) {
  const t = useTranslations('interviews');
  const bar = useRef<HTMLFieldSetElement>(null);
  const from = useRef<HTMLElement | null>(null);
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const target = event.target instanceof HTMLElement ? event.target : null;
      if (event.key.toLowerCase() !== 't' || event.ctrlKey || event.metaKey || event.altKey) return;
      if (target?.closest('input:not([type=checkbox]), select, textarea, dialog')) return;
      event.preventDefault();
      from.current = target;
      bar.current?.querySelector('input')?.focus();
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, []);
  const findingIds = chosen.map((row) => row.id);
  const all = [...new Set(chosen.flatMap((row) => tagsOf(row)))];
  const everywhere = all.filter((tag) => chosen.every((row) => tagsOf(row).includes(tag)));
  return (
    <fieldset ref={bar} className={styles.bar} aria-label={t('across.selected', { n: chosen.length })}>
      <strong role="status">{t('across.selected', { n: chosen.length })}</strong>
      <TagField
        known={known}
        has={everywhere}
        onAdd={(name) => onRetag([{ findingIds, add: [name], remove: [] }])}
        onLeave={() => from.current?.focus()}
      />
      <TagChips
        tags={all}
        onRemove={(name) => {
          bar.current?.querySelector('input')?.focus();
          onRetag([{ findingIds, add: [], remove: [name] }]);
        }}
      />
      <button type="button" className="button quiet" onClick={onNone}>
        {t('across.selectNone')}
      </button>
    </fieldset>
  );
}
