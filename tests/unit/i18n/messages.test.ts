import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse, TYPE } from '@formatjs/icu-messageformat-parser';
import { describe, expect, test } from 'vitest';
import { ERROR_STATUS } from '../../../lib/errors.ts';
import { MESSAGES } from '../../../lib/i18n/messages.ts';
import { translator } from '../../../lib/i18n/translator.ts';

type Tree = { [key: string]: string | Tree };

function flat(tree: Tree, prefix = ''): Map<string, string> {
  const out = new Map<string, string>();
  for (const [key, value] of Object.entries(tree)) {
    if (typeof value === 'string') out.set(prefix + key, value);
    else for (const [inner, text] of flat(value, `${prefix}${key}.`)) out.set(inner, text);
  }
  return out;
}

/** The placeholders of a sentence as `name:kind`, wherever in it they stand. */
function placeholders(message: string): string[] {
  const found = new Set<string>();
  const walk = (elements: ReturnType<typeof parse>): void => {
    for (const element of elements) {
      if (element.type === TYPE.literal || element.type === TYPE.pound) continue;
      found.add(`${element.value}:${TYPE[element.type]}`);
      if (element.type === TYPE.select || element.type === TYPE.plural) {
        for (const option of Object.values(element.options)) walk(option.value);
      }
      if (element.type === TYPE.tag) walk(element.children);
    }
  };
  walk(parse(message));
  return [...found].sort();
}

/** Placeholders the other language lacks; one language may need a plural or a choice where the other does not. */
function unmatched(here: string[], there: string[]): string[] {
  const names = there.map((p) => p.split(':')[0]);
  return here.filter((p) => !/:(plural|select)$/.test(p) && !names.includes(p.split(':')[0]));
}

describe.each(Object.keys(MESSAGES.en))('the sentences of %s', (namespace) => {
  const en = flat(MESSAGES.en[namespace as keyof typeof MESSAGES.en] as Tree);
  const sv = flat(MESSAGES.sv[namespace as keyof typeof MESSAGES.sv] as Tree);

  test('are the same in both languages', () => {
    expect([...sv.keys()].sort()).toEqual([...en.keys()].sort());
  });

  test('take the same placeholders in both languages', () => {
    const differing = [...en].filter(([key, text]) => {
      const [a, b] = [placeholders(text), placeholders(sv.get(key) ?? '')];
      return unmatched(a, b).length + unmatched(b, a).length > 0;
    });
    expect(differing.map(([key]) => key)).toEqual([]);
  });

  test('are never empty', () => {
    expect([...en, ...sv].filter(([, text]) => text.trim() === '').map(([key]) => key)).toEqual([]);
  });
});

describe('errors', () => {
  test.each(['en', 'sv'] as const)('every code has its sentence in %s', (locale) => {
    const sentences = Object.keys(MESSAGES[locale].errors);
    expect(Object.keys(ERROR_STATUS).filter((code) => !sentences.includes(code))).toEqual([]);
  });

  test('whoever throws a code gives what its sentence needs', () => {
    const root = fileURLToPath(new URL('../../..', import.meta.url));
    const files = ['lib', 'app', 'server'].flatMap((dir) =>
      readdirSync(path.join(root, dir), { recursive: true, encoding: 'utf8' })
        .filter((file) => /\.tsx?$/.test(file))
        .map((file) => path.join(root, dir, file)),
    );
    const en = flat(MESSAGES.en.errors as Tree);
    const missing: string[] = [];
    for (const file of files) {
      const source = readFileSync(file, 'utf8');
      for (const [, code = '', given = ''] of source.matchAll(
        /new AppError\(\s*'(\w+)'(?:,\s*(\{[^}]*\}))?/g,
      )) {
        for (const placeholder of placeholders(en.get(code) ?? '')) {
          const name = placeholder.split(':')[0] as string;
          if (!new RegExp(`\\b${name}\\b`).test(given))
            missing.push(`${path.relative(root, file)}: ${code} {${name}}`);
        }
      }
    }
    expect(missing).toEqual([]);
  });

  test('a sentence is filled in by locale', () => {
    expect(translator('en', 'errors')('tooManyAttempts', { seconds: 1 })).toContain('1 second ');
    expect(translator('sv', 'errors')('tooManyAttempts', { seconds: 12 })).toContain('12 sekunder');
  });
});
