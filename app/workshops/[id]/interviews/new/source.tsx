'use client';
import { type DragEvent, useId, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import styles from './new.module.css';
import type { TranscriptState } from './use-transcript.ts';

/** Where the transcript comes from: pasted, chosen or dropped; says at once when it cannot be read. */
export function Source({ reading }: { reading: TranscriptState }) {
  const t = useTranslations('interviews.new');
  const sentence = useTranslations('errors') as unknown as (key: string, params: object) => string;
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const [extra, setExtra] = useState<string | null>(null);
  const { source, refusal, transcript } = reading;

  const take = (files: FileList | null) => {
    const file = files?.[0];
    if (!file) return;
    setExtra(files.length > 1 ? file.name : null);
    void reading.takeFile(file);
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    take(event.dataTransfer.files);
  };

  return (
    <section
      className={styles.section}
      data-over={over}
      aria-labelledby={`${id}-title`}
      onDragOver={(event) => {
        if (!event.dataTransfer.types.includes('Files')) return;
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget as Node | null)) setOver(false);
      }}
      onDrop={drop}
    >
      <h2 id={`${id}-title`}>{t('transcript')}</h2>
      {source.kind === 'paste' ? (
        <>
          <div className="field">
            <label htmlFor={id}>{t('paste')}</label>
            <textarea
              id={id}
              rows={9}
              value={source.text}
              placeholder={t('placeholder')}
              aria-describedby={`${id}-hint`}
              spellCheck={false}
              onChange={(event) => reading.takeText(event.target.value)}
            />
            <p className="hint" id={`${id}-hint`}>
              {t('pasteHint')}
            </p>
          </div>
          <div className={styles.drop}>
            <span>{t('drop')}</span>
            <button type="button" className="button" onClick={() => input.current?.click()}>
              {t('choose')}
            </button>
            <span className="small soft">{t('fileHint')}</span>
          </div>
        </>
      ) : (
        <p className={styles.file}>
          <span>
            {transcript ? t('file', { name: source.name, turns: transcript.turns.length }) : source.name}
          </span>
          <button type="button" className="button quiet" onClick={reading.clear}>
            {t('otherFile')}
          </button>
        </p>
      )}
      <input
        ref={input}
        type="file"
        className="visually-hidden"
        accept=".txt,.vtt,text/plain,text/vtt"
        tabIndex={-1}
        aria-label={t('choose')}
        onChange={(event) => {
          take(event.target.files);
          event.target.value = '';
        }}
      />
      {extra && <p className="small soft">{t('tooMany', { name: extra })}</p>}
      <div role="alert">
        {refusal && (
          <div className="notice warn">
            <h3>{refusal.fileName ? t('problemFile', { name: refusal.fileName }) : t('problem')}</h3>
            <p>{sentence(refusal.code, refusal.params)}</p>
          </div>
        )}
      </div>
    </section>
  );
}
