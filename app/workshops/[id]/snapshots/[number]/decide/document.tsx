import { HtmlDocument } from '@/app/_lib/html/document.tsx';
import { HtmlBar } from '@/app/_lib/html/frame.tsx';
import type { Failure } from '@/app/_lib/result.ts';
import { translator } from '@/lib/i18n/translator.ts';
import { type Subject, subjectKey } from '@/lib/review/subject.ts';
import { MOST_WORDS } from '@/lib/services/decisions.ts';
import { CommentForm } from './comments.tsx';
import { DecisionWords } from './decision.tsx';
import { DecideForm, Suggestions, type Typed } from './form.tsx';
import { TALK_CSS, talkPlace } from './place.tsx';
import { anchorOf, snapshotPath, type Talk } from './talk.ts';

/** What a form was refused with, and what was typed in it. */
export interface Refused {
  failure: Failure;
  fields: Record<string, string>;
}

/**
 * One subject by itself, to decide on it and talk about it; and where a form leads that was not taken: what
 * was typed stands in it still, beside what holds now.
 */
export function SubjectDocument({
  talk,
  subject,
  title,
  headers,
  refused,
}: {
  talk: Talk;
  subject: Subject;
  /** Of the workshop. */
  title: string;
  headers: { get(name: string): string | null };
  refused?: Refused;
}) {
  const { t, locale, workshopId, number } = talk;
  const name = talk.nameOf(subject);
  const product = translator(locale, 'common')('product');
  const heading = t('page.one', { name });
  return (
    <HtmlDocument
      locale={locale}
      title={`${heading} – ${title} · ${product}`}
      headers={headers}
      css={TALK_CSS}
    >
      <HtmlBar locale={locale}>
        <p className="bar-title">
          <span>{title}</span>
        </p>
      </HtmlBar>
      <main id="content" className="page talk-page">
        <div className="stack tight">
          <p className="small">
            <a href={`${snapshotPath(workshopId, number)}#${anchorOf(subject)}`}>{t('page.back')}</a>
          </p>
          {subject.kind !== 'snapshot' && <p className="small soft">{t(`subject.${subject.kind}`)}</p>}
          <h1 lang={talk.contentLocale}>{name}</h1>
        </div>
        {refused ? <NotTaken talk={talk} subject={subject} refused={refused} /> : talkPlace(talk)(subject)}
        {(refused || subject.kind !== 'snapshot') && <Suggestions talk={talk} />}
      </main>
    </HtmlDocument>
  );
}

function NotTaken({ talk, subject, refused }: { talk: Talk; subject: Subject; refused: Refused }) {
  const { t } = talk;
  const { failure, fields } = refused;
  const current = talk.decided.get(subjectKey(subject))?.current ?? null;
  const isComment = fields.choice === undefined && fields.text !== undefined;
  const isForm = fields.text !== undefined;
  return (
    <>
      <p className="notice warn" role="alert">
        {wrong(talk, failure, isComment)}
      </p>
      {!isForm && talkPlace(talk)(subject)}
      {isForm && !isComment && current && (
        <section className="stack tight" aria-labelledby="theirs">
          <h2 id="theirs">{t('page.theirs')}</h2>
          <div className="talk">
            <DecisionWords decision={current} talk={talk} />
          </div>
        </section>
      )}
      {isForm && (
        <section className="stack tight" aria-labelledby="yours">
          <h2 id="yours">{t('page.yours')}</h2>
          {isComment ? (
            <CommentForm talk={talk} subject={subject} typed={fields.text ?? ''} />
          ) : (
            <DecideForm
              talk={talk}
              subject={subject}
              decision={current}
              typed={fields as Typed}
              {...(failure.code === 'decisionChanged' && current && { save: t('page.saveAnyway') })}
            />
          )}
        </section>
      )}
    </>
  );
}

/** The sentence; for a field that is not as it should be, which. */
function wrong({ t }: Talk, { code, params, message }: Failure, isComment: boolean): string {
  if (code !== 'invalidInput') return message;
  if (isComment) return t('page.commentField', { max: MOST_WORDS });
  return t('page.field', { field: String(params.field), max: MOST_WORDS });
}
