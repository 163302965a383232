import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it } from 'vitest';
import { talkPlace } from '../../../app/workshops/[id]/snapshots/[number]/decide/place.tsx';
import { dayIn, type Talk } from '../../../app/workshops/[id]/snapshots/[number]/decide/talk.ts';
import { translator } from '../../../lib/i18n/translator.ts';
import { type Decision, type Subject, subjectKey } from '../../../lib/review/subject.ts';

const SUBJECT: Subject = { kind: 'opportunity', id: 'idea' };
const PAYLOAD = '"><script>alert(1)</script><img src=x onerror=alert(1)>';

const decision = (over: Partial<Decision> = {}): Decision => ({
  ...{ subject: SUBJECT, revision: 2, number: 1, choice: 'do', text: PAYLOAD, owner: PAYLOAD },
  ...{ functionName: PAYLOAD, dueOn: '2026-11-21', status: 'open', by: PAYLOAD, at: new Date(0) },
  ...over,
});

function talk(over: Partial<Talk> = {}): Talk {
  return {
    ...{ workshopId: 'w', number: 3, locale: 'en', contentLocale: 'sv', today: '2026-11-22' },
    ...{ may: { decide: true, comment: true }, isLong: false, mails: false },
    suggested: { people: [PAYLOAD], functions: [] },
    t: translator('en', 'decisions'),
    day: dayIn('en'),
    moment: dayIn('en'),
    nameOf: () => PAYLOAD,
    decided: new Map([
      [
        subjectKey(SUBJECT),
        { subject: SUBJECT, revision: 2, current: decision(), before: [decision({ revision: 1 })] },
      ],
    ]),
    comments: new Map([
      [
        subjectKey(SUBJECT),
        [{ id: 'c', subject: SUBJECT, text: PAYLOAD, by: PAYLOAD, own: true, at: new Date(0) }],
      ],
    ]),
    ...over,
  };
}
const html = (of: Talk, subject = SUBJECT) => renderToStaticMarkup(talkPlace(of)(subject));

it('nothing that anybody wrote is markup', () => {
  const text = html(talk()) + html(talk(), { kind: 'snapshot', id: '' });
  expect(text).toContain('&lt;script&gt;');
  expect(text).not.toMatch(/<script|<img/);
});

it('whoever may not decide sees what is decided, and no form', () => {
  const text = html(talk({ may: { decide: false, comment: false } }));
  expect(text).toContain('overdue since 21 Nov 2026');
  expect(text).not.toMatch(/<form|Comment|<summary class="button"[^>]*>Change/);
});

it('a form carries the revision it is opened on', () => {
  expect(html(talk())).toContain('name="revision" value="2"');
  expect(html(talk({ decided: new Map() }))).toContain('name="revision" value="0"');
});

it('in a long report the forms of an idea are a link, those of a friction stay', () => {
  const long = talk({ isLong: true, decided: new Map(), comments: new Map() });
  expect(html(long)).toContain('/workshops/w/snapshots/3/decide?kind=opportunity&amp;subject=idea');
  expect(html(long)).not.toContain('<form');
  expect(html(long, { kind: 'friction', id: 'touchpoint' })).toContain('<form');
});

it('what is open has lines to write on, on paper alone', () => {
  expect(html(talk({ decided: new Map() }))).toContain('class="talk-paper" aria-hidden="true"');
  expect(html(talk())).not.toContain('talk-paper');
});
