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
  return (
    <ul className="voices" lang={context.contentLocale}>
      {voices.map((voice) => (
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
    </ul>
  );
}
