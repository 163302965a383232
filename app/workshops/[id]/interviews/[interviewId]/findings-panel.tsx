'use client';
import { memo, useCallback, useRef } from 'react';
import { useTranslations } from 'use-intl';
import { MARK_KINDS } from '@/lib/notes/marks/kinds.ts';
import type { FindingView } from '@/lib/services/findings.ts';
import { FindingItem, type Opened } from './finding-item.tsx';
import styles from './findings.module.css';
import { HowMarks } from './how.tsx';
import type { Done, MarkingActs } from './use-marking.ts';

interface Props {
  findings: readonly FindingView[];
  active: string | null;
  language: string;
  /** Null for whoever only reads. */
  acts: MarkingActs | null;
  knownTags: readonly string[];
  opened: { id: string; what: Opened } | null;
  onOpen: (findingId: string, what: Opened) => void;
  /** What was done last and can be taken back. */
  last: Done | null;
  onUndo: () => void;
  onShow: (finding: FindingView) => void;
}

/** What has been marked, in the order of the talk. */
export const FindingsPanel = memo(function FindingsPanel(props: Props) {
  const { findings, active, language, acts, knownTags, opened, onOpen, last, onUndo, onShow } = props;
  const t = useTranslations('interviews');
  const head = useRef<HTMLHeadingElement>(null);
  const list = useRef<HTMLOListElement>(null);
  const remove = useCallback(
    async (finding: FindingView) => {
      const items = [...(list.current?.children ?? [])];
      const at = items.findIndex((item) => item.id === `finding-${finding.id}`);
      const next = items[at + 1] ?? items[at - 1];
      // Its buttons go with it: the keyboard goes on with the next one.
      const within = items[at]?.contains(document.activeElement);
      if ((await acts?.remove(finding)) && within) {
        (next?.querySelector<HTMLElement>('button') ?? head.current)?.focus();
      }
    },
    [acts],
  );
  const kinds = MARK_KINDS.map(({ kind }) => ({ kind, n: findings.filter((f) => f.kind === kind).length }));
  return (
    <section className={styles.panel} aria-labelledby="findings">
      <div className={styles.top}>
        <h2 id="findings" ref={head} tabIndex={-1}>
          {t('read.findings')}
        </h2>
        {acts && (
          <button
            type="button"
            className="button quiet"
            aria-disabled={last === null}
            aria-keyshortcuts="Control+Z"
            onClick={() => last !== null && onUndo()}
          >
            {t('read.undo')}
          </button>
        )}
      </div>
      {findings.length > 0 && (
        <p className={`small soft ${styles.counts}`}>
          {kinds
            .filter(({ n }) => n > 0)
            .map(({ kind, n }) => (
              <span key={kind} data-kind={kind}>
                {t(`mark.${kind}`)} {n}
              </span>
            ))}
        </p>
      )}
      {acts && findings.length > 0 && <HowMarks />}
      {last === 'removed' && (
        <p className="notice row apart" role="status">
          {t('read.removed')}
        </p>
      )}
      {findings.length === 0 && last !== 'removed' && (
        <p className="soft">{acts ? t('read.none') : t('read.noneReader')}</p>
      )}
      <ol className={`plain-list ${styles.list}`} ref={list}>
        {findings.map((finding) => (
          <FindingItem
            key={finding.id}
            finding={finding}
            active={finding.id === active}
            language={language}
            acts={acts}
            knownTags={knownTags}
            opened={opened?.id === finding.id ? opened.what : null}
            onOpen={onOpen}
            onShow={onShow}
            onRemove={remove}
          />
        ))}
      </ol>
    </section>
  );
});
