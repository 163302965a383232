'use client';
import { useRef, useState } from 'react';
import styles from './file.module.css';

interface Words {
  file: string;
  fileHint: string;
  name: string;
  nameHint: string;
  submit: string;
  working: string;
  choose: string;
  tooLarge: string;
  unreached: string;
}

/** Sends a journey file; a plain form where there is no JavaScript. */
export function FileForm({
  problem: first,
  most,
  words,
}: {
  problem: string | null;
  /** Bytes. */
  most: number;
  words: Words;
}) {
  const [problem, setProblem] = useState(first);
  const [working, setWorking] = useState(false);
  const notice = useRef<HTMLParagraphElement>(null);

  function tell(message: string): void {
    setProblem(message);
    setWorking(false);
    // After React has written it.
    requestAnimationFrame(() => notice.current?.focus());
  }

  async function send(form: HTMLFormElement): Promise<void> {
    const file = new FormData(form).get('file');
    if (!(file instanceof File) || file.size === 0) return tell(words.choose);
    if (file.size > most) return tell(words.tooLarge);
    setProblem(null);
    setWorking(true);
    try {
      const answer = await fetch(form.action, {
        method: 'POST',
        headers: { Accept: 'application/json' },
        body: new FormData(form),
      });
      const told: { id?: string; error?: { message?: string } } = await answer.json();
      // A page of its own, not a step in this one: the map loads its canvas anew.
      if (answer.ok && told.id) location.assign(`/workshops/${told.id}/map`);
      else tell(told.error?.message ?? words.unreached);
    } catch {
      tell(words.unreached);
    }
  }

  return (
    <form
      className={styles.form}
      action="/workshops/new/file/upload"
      method="post"
      encType="multipart/form-data"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (!working) void send(event.currentTarget);
      }}
    >
      <p ref={notice} className={problem ? 'notice warn' : undefined} role="alert" tabIndex={-1}>
        {problem}
      </p>
      <div className="field">
        <label htmlFor="journey-file">{words.file}</label>
        <input
          id="journey-file"
          className={styles.file}
          type="file"
          name="file"
          accept=".json,application/json"
          required
          aria-describedby="journey-file-hint"
        />
        <p className="hint" id="journey-file-hint">
          {words.fileHint}
        </p>
      </div>
      <div className="field">
        <label htmlFor="journey-name">{words.name}</label>
        <input id="journey-name" name="title" maxLength={120} aria-describedby="journey-name-hint" />
        <p className="hint" id="journey-name-hint">
          {words.nameHint}
        </p>
      </div>
      <div className="row">
        <button type="submit" className="button primary" aria-disabled={working}>
          {words.submit}
        </button>
        <p role="status" className="soft small">
          {working && (
            <>
              <span className={styles.spinner} aria-hidden="true" />
              {words.working}
            </>
          )}
        </p>
      </div>
    </form>
  );
}
