import { type CSSProperties, type RefObject, useEffect, useRef, useState } from 'react';
import type * as Y from 'yjs';
import type { Board } from '../board.ts';
import { useValue } from '../signals.ts';
import { useMapText } from '../ui/text.ts';
import { caretsIn, stretches } from './carets.ts';
import styles from './others-in-text.module.css';

interface OthersInTextProps {
  board: Board;
  cardId: string;
  text: Y.Text;
  /** The field it lies on; scrolled alike. */
  field: RefObject<HTMLTextAreaElement | null>;
  className?: string;
  style?: CSSProperties;
}

/**
 * The others' carets and selections in a text that is being typed: the same words, set the same and
 * unseen, over the field, so that each caret falls where the browser breaks the lines.
 */
export function OthersInText({ board, cardId, text, field, className, style }: OthersInTextProps) {
  const t = useMapText();
  const ref = useRef<HTMLDivElement>(null);
  const words = useWords(text);
  const carets = useValue('carets', () => caretsIn(board, cardId, text), [board, cardId, text, words]);
  const there = carets.length > 0;

  useEffect(() => {
    const [from, to] = [field.current, ref.current];
    if (!there || !from || !to) return;
    const follow = () => {
      to.style.transform = `translateY(${-from.scrollTop}px)`;
    };
    follow();
    from.addEventListener('scroll', follow);
    return () => from.removeEventListener('scroll', follow);
  }, [there, field]);

  const names = [...new Set(carets.map((c) => c.name))];
  return (
    <>
      <span role="status" className="visually-hidden">
        {names.length > 0 && t('card.alsoWriting', { names: names.join(', '), count: names.length })}
      </span>
      {there && (
        <div aria-hidden="true" className={`${styles.mirror} ${className ?? ''}`} style={style}>
          <div ref={ref}>
            {stretches(words, carets).map((stretch, i) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: stretches have no identity but their place
              <span key={i}>
                {stretch.carets.map((caret) => (
                  <i
                    key={`${caret.clientId} ${caret.head}`}
                    className={styles.caret}
                    style={{ '--who': caret.colour } as CSSProperties}
                  >
                    <b>{caret.name}</b>
                  </i>
                ))}
                <span
                  className={stretch.selectedBy ? styles.selected : undefined}
                  style={
                    stretch.selectedBy ? ({ '--who': stretch.selectedBy.colour } as CSSProperties) : undefined
                  }
                >
                  {stretch.text}
                </span>
              </span>
            ))}
          </div>
        </div>
      )}
    </>
  );
}

function useWords(text: Y.Text): string {
  const [words, setWords] = useState(() => text.toString());
  useEffect(() => {
    const read = () => setWords(text.toString());
    read();
    text.observe(read);
    return () => text.unobserve(read);
  }, [text]);
  return words;
}
