import { expect, test } from 'vitest';
import { LOCALES } from '../../../lib/i18n/locale.ts';
import { flagsInAll, loadNames } from '../../../lib/notes/privacy/index.ts';
import { INTERVIEWS } from '../../../lib/services/demo/content/cast.ts';
import { readTranscript } from '../../../lib/services/demo/transcript.ts';

test.each(LOCALES)(
  'nothing in the demo’s interviews is flagged, so that it can be shared as it is: %s',
  async (locale) => {
    const names = await loadNames();
    const found = INTERVIEWS.flatMap(({ content }) => {
      const texts = readTranscript(content[locale]).turns.map((turn) => turn.text);
      return flagsInAll(texts, { names }).flatMap((flags, i) =>
        flags.map(({ kind, start, end }) => `${kind}: ${texts[i]?.slice(start, end)}`),
      );
    });
    expect(found).toEqual([]);
  },
);
