import { describe, expect, it } from 'vitest';
import { keptSet, openFlagsIn } from '../../../lib/notes/clean/flags.ts';
import { type CleaningTurn, replaceFlags } from '../../../lib/notes/clean/replace.ts';

const turnsOf = (...texts: string[]): CleaningTurn[] =>
  texts.map((text, position) => ({ position, raw: text, text }));
const open = (turns: readonly CleaningTurn[], kept = keptSet([])) =>
  turns.flatMap((turn) => openFlagsIn(turn, kept, {}));
const apply = (turns: readonly CleaningTurn[], changes: ReturnType<typeof replaceFlags>) =>
  turns.map((turn) => ({ ...turn, text: changes.find((c) => c.turn === turn.position)?.clean ?? turn.text }));

describe('codes in place of what is flagged', () => {
  const turns = turnsOf(
    'Ring mig på 070-123 45 67 eller anna.berg@example.se.',
    'Sa du +46 70 123 45 67?',
    'Nej, anna.berg@example.se, och 08-123 456 78 till jobbet.',
  );

  it('one value gets one code throughout the interview, however it is written', () => {
    const [phone] = open(turns).filter((flag) => flag.kind === 'phone');
    const changed = apply(turns, replaceFlags(turns, open(turns), phone ? [phone] : [], 'sv'));
    expect(changed.map((turn) => turn.text)).toEqual([
      'Ring mig på [TELEFON 1] eller anna.berg@example.se.',
      'Sa du [TELEFON 1]?',
      'Nej, anna.berg@example.se, och 08-123 456 78 till jobbet.',
    ]);
  });

  it('a whole kind at once: a code for each value', () => {
    const phones = open(turns).filter((flag) => flag.kind === 'phone');
    const changed = apply(turns, replaceFlags(turns, open(turns), phones, 'en'));
    expect(changed[2]?.text).toBe('Nej, anna.berg@example.se, och [PHONE 2] till jobbet.');
    expect(open(changed).map((flag) => flag.kind)).toEqual(['email', 'email']);
  });

  it('a value that comes up again later gets the code it has already', () => {
    const once = apply(turns, replaceFlags(turns, open(turns), open(turns), 'sv'));
    expect(open(once)).toEqual([]);
    const again = [...once, { position: 3, raw: 'Som sagt, 0701234567.', text: 'Som sagt, 0701234567.' }];
    const [change] = replaceFlags(again, open(again), open(again), 'sv');
    expect(change).toEqual({ turn: 3, before: 'Som sagt, 0701234567.', clean: 'Som sagt, [TELEFON 1].' });
  });

  it('the same whole words go too where nothing gave them away, never a part of a word', () => {
    const said = turnsOf('Hon heter Rut.', 'Rut ruttnade inte, Rutger.', 'RUT');
    const flag = { kind: 'name' as const, start: 10, end: 13, turn: 0, words: 'Rut' };
    expect(apply(said, replaceFlags(said, [flag], [flag], 'sv')).map((turn) => turn.text)).toEqual([
      'Hon heter [NAMN 1].',
      '[NAMN 1] ruttnade inte, Rutger.',
      'RUT',
    ]);
  });

  it('what is kept is not flagged again, in any writing', () => {
    const kept = keptSet([{ kind: 'phone', words: '+46 70 1234567' }]);
    expect(open(turns, kept).map((flag) => flag.words)).not.toContain('070-123 45 67');
  });
});
