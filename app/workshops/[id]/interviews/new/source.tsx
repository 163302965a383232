'use client';
import { type DragEvent, useEffect, useId, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import styles from './new.module.css';
import type { TranscriptState } from './use-transcript.ts';

const ENCODINGS = { 'utf-16': 'UTF-16', 'windows-1252': 'Windows-1252', macintosh: 'MacRoman' } as const;

/** Where the transcript comes from: pasted, chosen or dropped; says at once when it cannot be read. */
export function Source({ reading }: { reading: TranscriptState }) {
  const t = useTranslations('interviews.new');
  const sentence = useTranslations('errors') as unknown as (key: string, params: object) => string;
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const choose = useRef<HTMLButtonElement>(null);
  const other = useRef<HTMLButtonElement>(null);
  // The button that was pressed goes away with what it changed: its counterpart takes the focus over.
  const moved = useRef(false);
  const [over, setOver] = useState(false);
  const [extra, setExtra] = useState<string | null>(null);
  const { source, refusal, transcript, busy } = reading;

  useEffect(() => {
    if (!moved.current) return;
    moved.current = false;
    (source.kind === 'file' ? other : choose).current?.focus();
  }, [source.kind]);
  const clear = () => {
    moved.current = true;
    reading.clear();
  };
  const take = (files: FileList | null) => {
    const file = files?.[0];
    if (!file) return;
    moved.current = true;
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
            <button
              type="button"
              ref={choose}
              className="button"
              aria-describedby={`${id}-kinds`}
              onClick={() => input.current?.click()}
            >
              {t('choose')}
            </button>
            <span className="small soft" id={`${id}-kinds`}>
              {t('fileHint')}
            </span>
          </div>
        </>
      ) : (
        <p className={styles.file}>
          <span role="status">
            {busy && t('reading', { name: source.name })}
            {!busy &&
              (transcript ? t('file', { name: source.name, turns: transcript.turns.length }) : source.name)}
          </span>
          <button type="button" className="button quiet" ref={other} onClick={clear}>
            {t('otherFile')}
          </button>
        </p>
      )}
      <input
        ref={input}
        type="file"
        className="visually-hidden"
        accept=".txt,.md,.docx,.vtt,.srt,.sbv,.csv,.tsv,text/plain,text/vtt,text/csv,text/markdown"
        tabIndex={-1}
        aria-hidden="true"
        onChange={(event) => {
          take(event.target.files);
          event.target.value = '';
        }}
      />
      {transcript?.parts && (
        <div className="field">
          <label htmlFor={`${id}-part`}>{t('which', { n: transcript.parts.length })}</label>
          <select
            id={`${id}-part`}
            value={(source.kind === 'file' ? source.part : undefined) ?? transcript.part ?? ''}
            onChange={(event) => reading.takePart(event.target.value)}
          >
            {transcript.parts.map((part) => (
              <option key={part} value={part}>
                {part || t('whichUnnamed')}
              </option>
            ))}
          </select>
          <p className="hint">{t('whichHint')}</p>
        </div>
      )}
      {transcript?.encoding && (
        <p className="notice">{t('encoding', { encoding: ENCODINGS[transcript.encoding] })}</p>
      )}
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
