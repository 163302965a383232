'use client';
import { useRef, useState } from 'react';
import { useFormAnswer } from '../../../_components/action-form.tsx';
import type { NewLink } from '../../../_lib/new-link.ts';
import styles from './settings.module.css';

type Words = Record<'ready' | 'once' | 'onlyHere' | 'address' | 'qr' | 'copy' | 'copied', string>;

/** The link just made: to copy, and as a QR code for the wall. */
export function MadeLink({ words }: { words: Words }) {
  const link = useFormAnswer<NewLink>()?.data;
  const field = useRef<HTMLInputElement>(null);
  const [copied, setCopied] = useState<string>();
  if (!link) return null;

  async function copy(): Promise<void> {
    const input = field.current;
    if (!input || !link) return;
    input.select();
    // Over plain http, as on a meeting room's network, browsers have no clipboard object.
    if (navigator.clipboard) await navigator.clipboard.writeText(link.url);
    else document.execCommand('copy');
    setCopied(link.url);
  }

  return (
    <div className={`notice ${styles.made}`} role="status">
      <div className="stack">
        <p>
          <strong>{words.ready}</strong>
          {link.label && ` ${link.label}`}
        </p>
        <div className={styles.copy}>
          <input
            ref={field}
            readOnly
            value={link.url}
            aria-label={words.address}
            onFocus={(event) => event.currentTarget.select()}
          />
          <button type="button" className="button" onClick={copy}>
            {copied === link.url ? words.copied : words.copy}
          </button>
        </div>
        <p className="soft small">{words.once}</p>
        {link.onlyHere && <p className="notice warn small">{words.onlyHere}</p>}
      </div>
      <svg
        className={styles.qr}
        viewBox={`0 0 ${link.qr.size} ${link.qr.size}`}
        role="img"
        aria-label={words.qr}
        shapeRendering="crispEdges"
      >
        <rect width="100%" height="100%" fill="#fff" />
        <path d={link.qr.path} fill="#000" />
      </svg>
    </div>
  );
}
