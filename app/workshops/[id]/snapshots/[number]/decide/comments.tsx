import { type Subject, subjectKey } from '@/lib/review/subject.ts';
import type { Comment } from '@/lib/services/comments.ts';
import { MOST_WORDS } from '@/lib/services/decisions.ts';
import { SubjectFields } from './form.tsx';
import { anchorOf, isApart, snapshotPath, type Talk } from './talk.ts';

/** What leaders and facilitators say about a subject; nothing for anybody else. */
export function Comments({ talk, subject }: { talk: Talk; subject: Subject }) {
  const { t, may } = talk;
  if (!may.comment) return null;
  const comments = talk.comments.get(subjectKey(subject)) ?? [];
  const name = talk.nameOf(subject);
  const n = comments.length;
  if (n === 0 && isApart(talk, subject)) return null;
  return (
    <details className="talk-fold no-print" open={n > 0}>
      <summary className="button quiet" aria-label={t('comments.openOf', { n, name })}>
        {t('comments.open', { n })}
      </summary>
      {n > 0 && (
        <ol className="talk-comments">
          {comments.map((comment) => (
            <OneComment key={comment.id} comment={comment} talk={talk} />
          ))}
        </ol>
      )}
      <CommentForm talk={talk} subject={subject} />
    </details>
  );
}

function OneComment({ comment, talk }: { comment: Comment; talk: Talk }) {
  const { t, moment } = talk;
  const { id, text, by, own, at, subject } = comment;
  const date = moment(at);
  return (
    <li id={`comment-${id}`}>
      <p className="small soft">{by ? t('comments.by', { by, date }) : t('comments.byGone', { date })}</p>
      {text === null ? (
        <p className="soft">
          <i>{t('comments.removed')}</i>
        </p>
      ) : (
        <p className="talk-text" lang={talk.contentLocale}>
          {text}
        </p>
      )}
      {own && text !== null && (
        <form method="post" action={`${snapshotPath(talk.workshopId, talk.number)}/decide/comment`}>
          <SubjectFields subject={subject} />
          <button
            type="submit"
            name="remove"
            value={id}
            className="button quiet danger small"
            aria-label={t('comments.removeOf', { date })}
          >
            {t('comments.remove')}
          </button>
        </form>
      )}
    </li>
  );
}

export function CommentForm({ talk, subject, typed }: { talk: Talk; subject: Subject; typed?: string }) {
  const { t, mails } = talk;
  const id = `${anchorOf(subject)}-comment`;
  return (
    <form
      className="talk-form"
      method="post"
      action={`${snapshotPath(talk.workshopId, talk.number)}/decide/comment`}
    >
      <SubjectFields subject={subject} />
      <div className="field">
        <label htmlFor={id}>{t('comments.label')}</label>
        <textarea
          id={id}
          name="text"
          rows={2}
          required
          maxLength={MOST_WORDS}
          defaultValue={typed}
          aria-describedby={`${id}-who`}
        />
        <p className="hint" id={`${id}-who`}>
          {t('comments.who')} {mails && t('comments.mention')}
        </p>
      </div>
      <p>
        <button type="submit" className="button">
          {t('comments.send')}
        </button>
      </p>
    </form>
  );
}
