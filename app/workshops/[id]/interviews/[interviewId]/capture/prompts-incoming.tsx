import { type RefObject, useEffect } from 'react';
import { useTranslations } from 'use-intl';
import { seePrompt } from '@/lib/notes/acts.ts';
import type { Beside } from '@/lib/notes/beside.ts';
import type { NotesDoc } from '@/lib/notes/document.ts';
import styles from './prompts.module.css';

interface Props {
  notes: NotesDoc;
  prompts: Beside['prompts'];
  userId: string;
  /** Of the others, by user id. */
  names: ReadonlyMap<string, string>;
  screen: RefObject<HTMLElement | null>;
}

/** What the other one would like me to do, until I have seen it: Escape says so, wherever I am typing. */
export function IncomingPrompts({ notes, prompts, userId, names, screen }: Props) {
  const t = useTranslations('interviews.capture');
  const waiting = Object.entries(prompts)
    .filter(([, { byId, seen }]) => byId !== userId && !seen)
    .sort(([, a], [, b]) => (a.atMs ?? 0) - (b.atMs ?? 0));
  const [id, first] = waiting[0] ?? [];

  useEffect(() => {
    const element = screen.current;
    if (!id || !element) return;
    // Before the notes hear of it: there Escape means something else.
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || document.querySelector('dialog[open]')) return;
      event.preventDefault();
      event.stopPropagation();
      seePrompt(notes, id);
    };
    window.addEventListener('keydown', onKey, { capture: true });
    return () => window.removeEventListener('keydown', onKey, { capture: true });
  }, [notes, id, screen]);

  return (
    <div role="status" className={styles.incoming} data-waiting={first !== undefined}>
      {id && first && (
        <p>
          <span className={styles.from}>
            {t('promptFrom', { name: names.get(first.byId) ?? t('someone') })}
          </span>
          <strong>{first.text}</strong>
          {waiting.length > 1 && <span className="soft">{t('promptMore', { n: waiting.length - 1 })}</span>}
          <button
            type="button"
            className="button"
            // The caret stays in the notes.
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => seePrompt(notes, id)}
          >
            {t('promptSeen')} <kbd>Esc</kbd>
          </button>
        </p>
      )}
    </div>
  );
}
