'use client';
import { useRef } from 'react';
import type { Locale } from '@/lib/i18n/locale.ts';
import styles from './export.module.css';
import { sizeText } from './size-text.ts';
import { useDownload } from './use-download.ts';

export interface DownloadWords {
  download: string;
  label: string;
  working: string;
  waiting: string;
  cancel: string;
  cancelled: string;
  done: string;
  unreached: string;
}

/**
 * The way to one file. Without JavaScript it is a link that saves the file; with it, it says that the file
 * is being made, can be called off, and tells how large the file became or why there is none.
 */
export function Download({ href, locale, words }: { href: string; locale: Locale; words: DownloadWords }) {
  const link = useRef<HTMLAnchorElement>(null);
  const { state, start, cancel } = useDownload(href, words.unreached);
  const working = state.is === 'working' || state.is === 'waiting';
  return (
    <div className={styles.way}>
      <div className="row">
        <a
          ref={link}
          className="button"
          href={href}
          aria-label={words.label}
          aria-disabled={working}
          onClick={(event) => {
            event.preventDefault();
            if (!working) start();
          }}
        >
          {words.download}
        </a>
        {working && (
          <button
            type="button"
            className="button quiet"
            onClick={() => {
              // The button goes away: whoever pressed it stays where they were.
              link.current?.focus();
              cancel();
            }}
          >
            {words.cancel}
          </button>
        )}
      </div>
      <p role="status" className={`small ${state.is === 'problem' ? styles.problem : 'soft'}`}>
        {working && (
          <>
            <span className={styles.spinner} aria-hidden="true" />
            {state.is === 'waiting' ? words.waiting : words.working}
          </>
        )}
        {state.is === 'cancelled' && words.cancelled}
        {state.is === 'problem' && state.message}
        {state.is === 'done' && `${words.done} ${state.file}, ${sizeText(state.size, locale)}`}
      </p>
    </div>
  );
}
