import { memo, useEffect, useRef } from 'react';
import { useTranslations } from 'use-intl';
import { clock } from '@/lib/journey/clock.ts';
import type { OutlineItem } from '@/lib/notes/editor/outline.ts';
import { signed } from '@/lib/notes/marks/emotions.ts';
import type { NamedTouchpoint } from '@/lib/notes/touchpoint.ts';
import { markColour } from '../mark-colour.ts';
import styles from './panels.module.css';

interface Props {
  outline: OutlineItem[];
  /** Line ids. */
  asked: string[];
  touchpoints: NamedTouchpoint[];
  onAsked(lineId: string): void;
  onGoTo(lineId: string): void;
}

/** What has been marked as it comes, and what is to be asked again. */
export function OutlinePanel({ outline, asked, touchpoints, onAsked, onGoTo }: Props) {
  const t = useTranslations('interviews.capture');
  const list = useRef<HTMLDivElement>(null);
  const again = outline.filter((item) => item.kind === 'again');
  const rest = outline.filter((item) => item.kind !== 'again');
  const of = (kind: string) =>
    outline.filter((item) => item.kind === 'finding' && item.finding.kind === kind).length;
  const left = again.filter(({ lineId }) => !asked.includes(lineId)).length;
  useNewest(list, rest.length);
  return (
    <section className={styles.panel} data-panel="findings" tabIndex={-1} aria-labelledby="capture-findings">
      {again.length > 0 && (
        <div className={styles.part}>
          <header className={styles.head}>
            <h2>{t('again')}</h2>
            <span className="soft small">{t('againLeft', { n: left })}</span>
          </header>
          <ul className={styles.questions}>
            {again.map((item) => (
              <Again
                key={item.lineId}
                item={item}
                isAsked={asked.includes(item.lineId)}
                onAsked={onAsked}
                onGoTo={onGoTo}
              />
            ))}
          </ul>
        </div>
      )}
      <header className={styles.head}>
        <h2 id="capture-findings">{t('findings')}</h2>
      </header>
      {rest.length === 0 ? (
        <p className="soft">{t('findingsNone')}</p>
      ) : (
        <p className="soft small">
          {t('findingsCounts', { quotes: of('quote'), emotions: of('emotion'), frictions: of('friction') })}
        </p>
      )}
      <div ref={list}>
        {inGroups(rest).map((group) => (
          <ol key={group[0]?.lineId} className={`${styles.findings} ${styles.group}`}>
            {group.map((item) => (
              <Item key={item.lineId} item={item} touchpoints={touchpoints} onGoTo={onGoTo} />
            ))}
          </ol>
        ))}
      </div>
    </section>
  );
}

/** As many items as are laid out together, or not at all while they are out of sight. */
const TOGETHER = 30;

function inGroups<T>(items: readonly T[]): T[][] {
  return Array.from({ length: Math.ceil(items.length / TOGETHER) }, (_, i) =>
    items.slice(i * TOGETHER, (i + 1) * TOGETHER),
  );
}

/** Keeps the newest in sight for whoever has not scrolled up to an older one. */
function useNewest(list: React.RefObject<HTMLElement | null>, count: number) {
  const shown = useRef(count);
  useEffect(() => {
    const panel = list.current?.closest('section');
    if (panel && count > shown.current) {
      const last = list.current?.lastElementChild?.lastElementChild?.clientHeight ?? 0;
      const isBelow = panel.scrollHeight - panel.scrollTop - panel.clientHeight < last + 120;
      if (isBelow) panel.scrollTop = panel.scrollHeight;
    }
    shown.current = count;
  }, [list, count]);
}

type AgainItem = Extract<OutlineItem, { kind: 'again' }>;

const Again = memo(function Again(props: {
  item: AgainItem;
  isAsked: boolean;
  onAsked(lineId: string): void;
  onGoTo(lineId: string): void;
}) {
  const { item, isAsked, onAsked, onGoTo } = props;
  const t = useTranslations('interviews.capture');
  return (
    <li className={styles.question} data-done={isAsked}>
      <label className={styles.check}>
        <input type="checkbox" checked={isAsked} onChange={() => onAsked(item.lineId)} />
        <span>{item.words}</span>
      </label>
      <button type="button" className={styles.toLine} onClick={() => onGoTo(item.lineId)}>
        {item.atMs === null ? t('toLine') : clock(item.atMs)}
        {item.atMs !== null && <span className="visually-hidden"> {t('toLine')}</span>}
      </button>
    </li>
  );
});

const Item = memo(function Item(props: {
  item: Exclude<OutlineItem, { kind: 'again' }>;
  touchpoints: NamedTouchpoint[];
  onGoTo(lineId: string): void;
}) {
  const { item, touchpoints, onGoTo } = props;
  const t = useTranslations('interviews.capture');
  const go = () => onGoTo(item.lineId);
  if (item.kind === 'touchpoint') {
    const name = touchpoints.find(({ id }) => id === item.touchpointId)?.name ?? item.words;
    return (
      <li className={styles.where}>
        <button type="button" onClick={go}>
          <span aria-hidden="true">{item.touchpointId ? '◆' : '◇'}</span> {name}
        </button>
      </li>
    );
  }
  const { finding, atMs } = item;
  const { kind, emoji, valence, severity, words } = finding;
  return (
    <li className={styles.finding} style={{ borderColor: markColour({ kind, valence }) }}>
      <button type="button" onClick={go}>
        <span className={styles.sign}>
          {kind === 'quote' && <span aria-hidden="true">”</span>}
          {kind === 'friction' && (
            <span>
              <span aria-hidden="true">{'!'.repeat(severity ?? 1)}</span>
              <span className="visually-hidden">{t('severity', { n: severity ?? 1 })}</span>
            </span>
          )}
          {kind === 'emotion' && (
            <span>
              <span className={styles.emoji}>{emoji}</span> {signed(valence ?? 0)}
            </span>
          )}
        </span>
        <span className={styles.words}>{words}</span>
        {atMs !== null && <span className={styles.when}>{clock(atMs)}</span>}
      </button>
    </li>
  );
});
