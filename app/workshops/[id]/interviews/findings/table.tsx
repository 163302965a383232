'use client';
import { useRouter } from 'next/navigation';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import type { AcrossRow, TagChange } from '@/lib/services/findings.ts';
import { useUndoKey } from '../[interviewId]/use-undo-key.ts';
import { retagAction } from './actions.ts';
import styles from './findings.module.css';
import { FindingRow } from './row.tsx';
import { SelectedBar } from './selected-bar.tsx';

interface Props {
  workshopId: string;
  rows: readonly AcrossRow[];
  /** Tags in use, to complete from. */
  tags: readonly string[];
  /** Of the words. */
  language: string;
}

/** The findings of one page, their tags, and what may be done to several at once. */
export function FindingsTable({ workshopId, rows, tags: inUse, language }: Props) {
  const t = useTranslations('interviews');
  const router = useRouter();
  const table = useRef<HTMLTableElement>(null);
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  /** Tags as they are since the page came. */
  const [changed, setChanged] = useState<Record<string, string[]>>({});
  const [undo, setUndo] = useState<{ n: number; changes: TagChange[] } | null>(null);
  const [said, setSaid] = useState<{ words: string; warn?: boolean } | null>(null);
  // What the server sends later knows better.
  // biome-ignore lint/correctness/useExhaustiveDependencies: whenever the rows come anew
  useEffect(() => setChanged({}), [rows]);
  const mine = useMemo(() => rows.filter((row) => row.mayMark), [rows]);
  const tagsOf = (row: AcrossRow) => changed[row.id] ?? row.tags;

  const retag = useCallback(
    async (changes: TagChange[], back = false) => {
      setSaid(null);
      try {
        const answer = await retagAction({ workshopId, changes });
        if (!answer.ok) return setSaid({ words: answer.error.message, warn: true });
        const n = Object.keys(answer.data.tags).length;
        setChanged((was) => ({ ...was, ...answer.data.tags }));
        setUndo(back || n === 0 ? null : { n, changes: answer.data.undo });
        setSaid({ words: t(back ? 'across.undone.tagged' : 'across.tagged', { n }) });
        // The counts are the server's.
        router.refresh();
      } catch (cause) {
        console.error(cause);
        setSaid({ words: t('read.unreachable'), warn: true });
      }
    },
    [workshopId, router, t],
  );
  const takeBack = useCallback(() => {
    if (!undo) return;
    // The button goes; the keyboard stays with the rows.
    table.current?.focus();
    void retag(undo.changes, true);
  }, [undo, retag]);
  useUndoKey(mine.length > 0, takeBack);

  const toggle = useCallback((id: string) => {
    setSelected((was) => {
      const next = new Set(was);
      if (!next.delete(id)) next.add(id);
      return next;
    });
  }, []);
  const chosen = mine.filter((row) => selected.has(row.id));
  const known = useMemo(() => [...new Set([...inUse, ...Object.values(changed).flat()])], [inUse, changed]);

  return (
    <section aria-labelledby="rows" className={styles.rows}>
      <h2 id="rows" className="visually-hidden">
        {t('across.rows')}
      </h2>
      <div role="status" className={styles.said}>
        {said && (
          <p className={`notice row apart ${said.warn ? 'warn' : ''}`}>
            {said.words}
            {undo && (
              <button type="button" className="button quiet" onClick={takeBack}>
                {t('read.undo')}
              </button>
            )}
          </p>
        )}
      </div>
      <table className={`table ${styles.table}`} ref={table} tabIndex={-1}>
        <thead>
          <tr>
            {mine.length > 0 && (
              <th scope="col" className={styles.check}>
                <input
                  type="checkbox"
                  aria-label={t('across.selectAll', { n: mine.length })}
                  checked={chosen.length > 0 && chosen.length === mine.length}
                  onChange={(event) =>
                    setSelected(new Set(event.target.checked ? mine.map((row) => row.id) : []))
                  }
                />
              </th>
            )}
            <th scope="col">{t('across.words')}</th>
            <th scope="col">{t('across.by.kind')}</th>
            <th scope="col">{t('across.by.interview')}</th>
            <th scope="col">{t('across.tags')}</th>
            <th scope="col">{t('across.by.placed')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <FindingRow
              key={row.id}
              workshopId={workshopId}
              row={row}
              tags={tagsOf(row)}
              language={language}
              selectable={mine.length > 0}
              selected={selected.has(row.id)}
              onToggle={toggle}
              onRetag={retag}
            />
          ))}
        </tbody>
      </table>
      {chosen.length > 0 && (
        <SelectedBar
          chosen={chosen}
          tagsOf={tagsOf}
          known={known}
          onRetag={retag}
          onNone={() => {
            setSelected(new Set());
            table.current?.focus();
          }}
        />
      )}
    </section>
  );
}
