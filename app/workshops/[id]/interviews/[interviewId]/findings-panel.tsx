'use client';
import { useTranslations } from 'use-intl';
import type { FindingView } from '@/lib/services/findings.ts';
import { FindingItem } from './finding-item.tsx';
import styles from './findings.module.css';
import type { Marking } from './use-marking.ts';

interface Props {
  marking: Marking;
  active: string | null;
  language: string;
  mayMark: boolean;
  onShow: (finding: FindingView) => void;
}

const KINDS = ['quote', 'emotion', 'friction'] as const;

/** What has been marked, in the order of the talk. */
export function FindingsPanel({ marking, active, language, mayMark, onShow }: Props) {
  const t = useTranslations('interviews');
  const { findings, removed } = marking;
  return (
    <section className={styles.panel} aria-labelledby="findings">
      <h2 id="findings">{t('read.findings')}</h2>
      {findings.length > 0 && (
        <p className={`small soft ${styles.counts}`}>
          {KINDS.map((kind) => (
            <span key={kind} data-kind={kind}>
              {t(`mark.${kind}`)} {findings.filter((f) => f.kind === kind).length}
            </span>
          ))}
        </p>
      )}
      {removed && (
        <p className="notice row apart" role="status">
          {t('read.removed')}
          <button type="button" className="button quiet" onClick={() => void marking.restore(removed)}>
            {t('read.undo')}
          </button>
        </p>
      )}
      {findings.length === 0 && !removed && (
        <p className="soft">{mayMark ? t('read.none') : t('read.noneReader')}</p>
      )}
      <ol className={`plain-list ${styles.list}`}>
        {findings.map((finding) => (
          <FindingItem
            key={finding.id}
            finding={finding}
            active={finding.id === active}
            language={language}
            mayMark={mayMark}
            marking={marking}
            onShow={onShow}
          />
        ))}
      </ol>
    </section>
  );
}
