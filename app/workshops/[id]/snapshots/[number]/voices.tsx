import { translator } from '@/lib/i18n/translator.ts';
import type { Voice } from '@/lib/review/voices.ts';
import type { ReviewContext } from './context.ts';

/** What was said, as speech; what nobody said stands plain and says so. */
export function Voices({
  voices,
  context,
  tone = 'customer',
}: {
  voices: readonly Voice[];
  context: ReviewContext;
  tone?: 'customer' | 'employee';
}) {
  // Outside the workshop: that somebody said it counts, what they said is not told.
  const told = voices.filter((voice) => !voice.withheld);
  const withheld = voices.length - told.length;
  return (
    <ul className="voices" lang={context.contentLocale}>
      {told.map((voice) => (
        <li key={`${voice.interviewId} ${voice.words}`}>
          {voice.alias === null ? (
            <p className="guess">
              {voice.words}{' '}
              <span className="small soft" lang={context.locale}>
                ({context.t('frictions.assumption')})
              </span>
            </p>
          ) : (
            <figure className="voice">
              <blockquote className="bubble" data-tone={tone}>
                {voice.words}
              </blockquote>
              <figcaption>{voice.alias}</figcaption>
            </figure>
          )}
        </li>
      ))}
      {withheld > 0 && (
        <li lang={context.locale}>
          <p className="guess small soft">
            {translator(context.locale, 'share')('withheldVoices', { n: withheld })}
          </p>
        </li>
      )}
    </ul>
  );
}
