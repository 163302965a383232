'use client';
import { type MouseEvent, memo, useId } from 'react';
import { useTranslations } from 'use-intl';
import { clock } from '@/lib/journey/clock.ts';
import { signed } from '@/lib/notes/marks/emotions.ts';
import type { FindingView } from '@/lib/services/findings.ts';
import { TagChips } from '../tags/tag-chips.tsx';
import { TagField } from '../tags/tag-field.tsx';
import { FindingEditor } from './finding-editor.tsx';
import styles from './findings.module.css';
import { markLine } from './mark-colour.ts';
import { isPending, type MarkingActs } from './use-marking.ts';

/** What of a finding is open for change. */
export type Opened = 'tag' | 'change' | null;

interface Props {
  finding: FindingView;
  active: boolean;
  language: string;
  /** Null for whoever only reads. */
  acts: MarkingActs | null;
  knownTags: readonly string[];
  opened: Opened;
  onOpen: (findingId: string, what: Opened) => void;
  onShow: (finding: FindingView) => void;
  onRemove: (finding: FindingView) => void;
}

const short = (words: string) => (words.length > 60 ? `${words.slice(0, 60).trimEnd()}…` : words);

/** A finding in the list: how it is marked, its words and tags, and, for whoever may, change and remove. */
export const FindingItem = memo(function FindingItem(props: Props) {
  const { finding, active, language, acts, knownTags, opened, onOpen, onShow, onRemove } = props;
  const t = useTranslations('interviews');
  const id = useId();
  const words = short(finding.words);
  const mayMark = acts !== null && !isPending(finding);
  const toggle = (what: 'tag' | 'change') => onOpen(finding.id, opened === what ? null : what);
  const remove = (name: string) => (event?: MouseEvent) => {
    event?.preventDefault();
    void acts?.retag(finding, [], [name]);
  };
  return (
    <li
      className={styles.item}
      id={`finding-${finding.id}`}
      data-kind={finding.kind}
      data-active={active}
      aria-busy={isPending(finding) || undefined}
    >
      <p className={styles.kind}>
        <span className={styles.line} style={{ backgroundImage: markLine(finding) }} aria-hidden="true" />
        <strong>{t(`mark.${finding.kind}`)}</strong>
        {finding.kind === 'emotion' && (
          <span>
            <span className={styles.emoji}>{finding.emoji}</span> {signed(finding.valence ?? 0)}
          </span>
        )}
        {finding.kind === 'friction' && finding.severity !== null && (
          <span>
            <span className={styles.severity} aria-hidden="true">
              {'▲'.repeat(finding.severity)}
            </span>{' '}
            {t(`severity.s${finding.severity as 1 | 2 | 3}`)}
          </span>
        )}
        {finding.atMs !== null && <span className={styles.time}>{clock(finding.atMs)}</span>}
      </p>
      <button
        type="button"
        className={styles.words}
        lang={language}
        title={t('read.toWords')}
        onClick={() => onShow(finding)}
      >
        {finding.words}
      </button>
      <TagChips
        tags={finding.tags}
        onRemove={
          mayMark
            ? (name) => {
                // The cross goes with its tag; the keyboard stays at the finding.
                document.querySelector<HTMLElement>(`#finding-${CSS.escape(finding.id)} button`)?.focus();
                remove(name)();
              }
            : undefined
        }
      />
      {mayMark && (
        <p className={styles.acts}>
          <button
            type="button"
            aria-expanded={opened === 'change'}
            aria-controls={id}
            aria-label={t('read.changeLabel', { words })}
            onClick={() => toggle('change')}
          >
            {opened === 'change' ? t('read.done') : t('read.change')}
          </button>
          <button
            type="button"
            aria-expanded={opened === 'tag'}
            aria-controls={id}
            aria-label={t('across.tagLabel', { words })}
            onClick={() => toggle('tag')}
          >
            {t('across.tag')}
          </button>
          <button
            type="button"
            aria-label={t('read.removeLabel', { words })}
            onClick={() => onRemove(finding)}
          >
            {t('read.remove')}
          </button>
        </p>
      )}
      {mayMark && opened !== null && (
        <div id={id} className={styles.edit}>
          {opened === 'change' && (
            <FindingEditor
              finding={finding}
              language={language}
              onPick={(mark) => {
                void acts.change(finding, mark);
                onOpen(finding.id, null);
              }}
              onLeave={() => onOpen(finding.id, null)}
            />
          )}
          {opened === 'tag' && (
            <TagField
              autoFocus
              known={knownTags}
              has={finding.tags}
              onAdd={(name) => void acts.retag(finding, [name], [])}
              onTakeBack={() => {
                const last = finding.tags.at(-1);
                if (last !== undefined) remove(last)();
              }}
              onLeave={() => onOpen(finding.id, null)}
            />
          )}
        </div>
      )}
    </li>
  );
});
