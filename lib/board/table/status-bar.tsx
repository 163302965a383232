import { useEffect, useId, useState } from 'react';
import type { Board } from '../board.ts';
import { useMapText } from '../ui/text.ts';
import { type Change, worthSaying } from './announce.ts';
import { listenToOthers } from './listen.ts';
import styles from './table.module.css';

const KEPT = 'utifran:table-news';
/** Kept on the device: whoever finds the news in the way has said so once. */
const remembered = () => localStorage.getItem(KEPT) !== 'off';

const KEYS = [
  'arrows',
  'ends',
  'enter',
  'escape',
  'edit',
  'letters',
  'move',
  'marks',
  'menu',
  'remove',
  'undo',
] as const;

/** Below the table: what others have just done, said politely; and the keys. */
export function StatusBar({ board }: { board: Board }) {
  const t = useMapText();
  const id = useId();
  const [on, setOn] = useState(remembered);
  const [news, setNews] = useState('');

  useEffect(() => {
    if (!on) return;
    return listenToOthers(board, (changes) => setNews(sentence(t, changes)));
  }, [board, on, t]);

  const toggle = () => {
    localStorage.setItem(KEPT, on ? 'off' : 'on');
    setOn(!on);
    setNews('');
  };
  return (
    <div className={styles.status}>
      <p className={styles.news} aria-live="polite">
        {news}
      </p>
      <button type="button" className={styles.toggle} aria-pressed={on} onClick={toggle}>
        {t('table.tellNews')}
      </button>
      <button type="button" className={styles.toggle} popoverTarget={id}>
        {t('table.keys')}
      </button>
      <div id={id} popover="auto" className={styles.keys} role="dialog" aria-label={t('table.keys')}>
        <h2>{t('table.keys')}</h2>
        <dl>
          {KEYS.map((key) => (
            <div key={key}>
              <dt>{t(`table.key.${key}.keys`)}</dt>
              <dd>{t(`table.key.${key}.does`)}</dd>
            </div>
          ))}
        </dl>
      </div>
    </div>
  );
}

/** "Sara added a quote to Invoice", and how many more changes there were. */
function sentence(t: ReturnType<typeof useMapText>, changes: readonly Change[]): string {
  const said = worthSaying(changes);
  if (!said) return '';
  const { change, more } = said;
  const one =
    change.what === 'structure'
      ? t('table.said.structure')
      : t(`table.said.${change.what}`, {
          name: change.by ?? t('table.somebody'),
          card: t(`table.a.${change.kind}`),
          where: 'where' in change ? change.where : '',
        });
  return more > 0 ? t('table.said.more', { one, count: more }) : one;
}
