import { type RefObject, useCallback, useEffect, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import type { Beside } from '@/lib/notes/beside.ts';
import { NOTES_LIMITS } from '@/lib/notes/document.ts';
import type { NotesEditor } from '@/lib/notes/editor/editor.ts';
import styles from './prompts.module.css';

const READY = ['prompt1', 'prompt2', 'prompt3'] as const;

interface Props {
  prompts: Beside['prompts'];
  userId: string;
  /** False when no more fit. */
  onSend(text: string): boolean;
  screen: RefObject<HTMLElement | null>;
  editor: NotesEditor | null;
}

/** A word to the other one without a sound: ready-made with Alt and a digit, or one's own with Alt and 0. */
export function PromptBar({ prompts, userId, onSend, editor }: Props) {
  const t = useTranslations('interviews.capture');
  const field = useRef<HTMLInputElement>(null);
  const [own, setOwn] = useState('');
  const [told, setTold] = useState<{ text: string; failed: boolean } | null>(null);
  const send = useCallback(
    (text: string) => {
      if (text.trim() === '') return;
      setTold({ text: text.trim(), failed: !onSend(text) });
    },
    [onSend],
  );
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (!event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
      // By the key's place: with Alt a Mac types other letters with it.
      const digit = /^(?:Digit|Numpad)([0-3])$/.exec(event.code)?.[1];
      if (digit === undefined) return;
      event.preventDefault();
      if (digit === '0') field.current?.focus();
      else send(t(READY[Number(digit) - 1] ?? 'prompt1'));
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [send, t]);

  const seen = Object.values(prompts).some(
    ({ text, byId, seen: isSeen }) => byId === userId && text === told?.text && isSeen,
  );
  const waits = Object.values(prompts).some(
    ({ text, byId, seen: isSeen }) => byId === userId && text === told?.text && !isSeen,
  );
  return (
    <section className={styles.bar} aria-label={t('prompts')}>
      {READY.map((key, i) => (
        <button
          key={key}
          type="button"
          className={styles.ready}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => send(t(key))}
        >
          {t(key)} <kbd>Alt {i + 1}</kbd>
        </button>
      ))}
      <form
        className={styles.own}
        onSubmit={(event) => {
          event.preventDefault();
          send(own);
          setOwn('');
          editor?.focus();
        }}
      >
        <input
          ref={field}
          value={own}
          maxLength={NOTES_LIMITS.prompt}
          aria-label={t('promptOwn')}
          placeholder={`${t('promptOwn')} (Alt 0)`}
          onChange={(event) => setOwn(event.target.value)}
          onKeyDown={(event) => {
            if (event.key === 'Escape') editor?.focus();
          }}
        />
        <button type="submit" className={styles.ready} aria-disabled={own.trim() === ''}>
          {t('promptSend')}
        </button>
      </form>
      <span role="status" className={styles.told}>
        {told?.failed && t('promptFull')}
        {told && !told.failed && t(seen && !waits ? 'promptWasSeen' : 'promptSent', { text: told.text })}
      </span>
    </section>
  );
}
