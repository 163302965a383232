import { describe, expect, it } from 'vitest';
import { contentOf, linkIn } from '../../../lib/board/clipboard/read.ts';
import { EXCEL_HTML, EXCEL_TEXT, MIRO_HTML, MURAL_HTML, SHEETS_HTML } from './fixtures.ts';

const read = (html: string, text = '', images: File[] = []) => contentOf({ html, text, images });
const cardsIn = (content: ReturnType<typeof contentOf>) =>
  content.type === 'cards' ? content.cards : content;
const picture = new File([new Uint8Array(4)], 'cells.png', { type: 'image/png' });

describe('a spreadsheet on the clipboard', () => {
  it('of Excel becomes cards by its headings, line breaks inside a cell kept', () => {
    expect(cardsIn(read(EXCEL_HTML, EXCEL_TEXT, [picture]))).toMatchObject([
      {
        kind: 'quote',
        text: 'Jag väntade & väntade.\nIngen svarade på 3 < 4 dagar.',
        touchpoint: 'Får fakturan',
      },
      { kind: 'friction', text: 'Sidan går inte att läsa på mobilen', touchpoint: null },
    ]);
  });

  it('of Google becomes a card per row when it has no headings', () => {
    expect(cardsIn(read(SHEETS_HTML))).toMatchObject([
      { kind: null, text: 'The bill is > last year' },
      { kind: null, text: 'Nobody calls back' },
    ]);
  });

  it('as text is read with its quotation marks', () => {
    expect(cardsIn(read('', EXCEL_TEXT))).toMatchObject([
      { kind: 'quote', text: 'Jag väntade & väntade.\nHan sa "snart".', touchpoint: 'Får fakturan' },
      { kind: 'friction', text: 'Sidan går inte att läsa' },
    ]);
  });

  it('with a column per kind gives each cell its kind', () => {
    expect(
      cardsIn(read('', 'Kontaktpunkt\tCitat\tFriktion\nKöper\tBra!\tDyrt\nBetalar\t\tKrångligt')),
    ).toMatchObject([
      { kind: 'quote', text: 'Bra!', touchpoint: 'Köper' },
      { kind: 'friction', text: 'Dyrt', touchpoint: 'Köper' },
      { kind: 'friction', text: 'Krångligt', touchpoint: 'Betalar' },
    ]);
  });

  it('gives valence and severity only where they are ones', () => {
    const rows =
      'kind\ttext\tvalence\tseverity\nemotion\tcross\t−1,5\t\nemotion\todd\t7\t\nfriction\tslow\t\t3\nfriction\tbad\t\t9';
    expect(cardsIn(read('', rows))).toMatchObject([
      { valence: -1.5, severity: null },
      { valence: null, severity: null },
      { valence: null, severity: 3 },
      { severity: null },
    ]);
  });

  it('without headings joins the cells of a row', () => {
    expect(cardsIn(read('', 'Anna\tväntade länge\nBo\tfick svar'))).toMatchObject([
      { text: 'Anna – väntade länge' },
      { text: 'Bo – fick svar' },
    ]);
  });

  it('whose quotation marks do not close is read as it stands', () => {
    expect(cardsIn(read('', '"Never again\tx\n5" pipe\ty'))).toMatchObject([
      { text: '"Never again – x' },
      { text: '5" pipe – y' },
    ]);
  });
});

describe('sticky notes on the clipboard', () => {
  it('of Miro become a card each, in reading order, with their lines', () => {
    expect(cardsIn(read(MIRO_HTML, 'Fjärde\nFörsta lappen på två rader'))).toMatchObject([
      { text: 'Första lappen\npå två rader' },
      { text: 'Andra, 3 < 4 👍' },
      { text: 'Tredje' },
      { text: 'Fjärde' },
    ]);
  });

  it('of Miro are read when the attribute comes escaped', () => {
    const escaped = MIRO_HTML.replace('<--(', '&lt;--(').replace(')-->"', ')--&gt;"');
    expect(cardsIn(read(escaped))).toHaveLength(4);
  });

  it('of Mural become a card each', () => {
    expect(cardsIn(read(MURAL_HTML))).toMatchObject([{ text: 'Waits' }, { text: 'Slow and dear' }]);
  });

  it.each([
    ['no base64', '<span data-meta="<--(miro-data-v1)!!!!(/miro-data-v1)-->"></span>one'],
    ['no JSON', '<span data-meta="<--(miro-data-v1)QUFB(/miro-data-v1)-->"></span>one'],
    ['another shape', `<murally hiddenContent="mly://${btoa('{"widgets":7}')}"></murally>one`],
  ])('that cannot be read (%s) leave the words beside them', (_name, html) => {
    expect(cardsIn(read(html))).toMatchObject([{ text: 'one' }]);
  });
});

describe('words on the clipboard', () => {
  it('of several lines may be a card each or one card', () => {
    const content = read('', '- First\n\n• Second\n3. Third\n');
    expect(content).toMatchObject({
      type: 'cards',
      from: 'lines',
      cards: [{ text: 'First' }, { text: 'Second' }, { text: 'Third' }],
      whole: { text: '- First\n\n• Second\n3. Third' },
    });
  });

  it('of one line are one card', () => {
    expect(read('<b>Bold</b> words', 'Bold words')).toMatchObject({
      cards: [{ text: 'Bold words' }],
      whole: null,
    });
  });

  it('too long for a card are cut where it shows, and in no half of a character', () => {
    const [card] = cardsIn(read('', '👍'.repeat(1_500))) as { text: string }[];
    expect(card?.text).toHaveLength(1_999);
    expect(card?.text.endsWith('👍…')).toBe(true);
  });

  it.each([
    ['nothing', '', ''],
    ['spaces', '', ' \n\t '],
    ['a script and a style', '<style>p{}</style><script>alert(1)</script>', ''],
    ['an unfinished tag', '<p title="', ''],
    ['an unfinished comment', '<!-- ', ''],
  ])('that are %s say nothing', (_name, html, text) => {
    expect(read(html, text)).toEqual({ type: 'nothing' });
  });

  it('of any length and nesting are read in one pass', () => {
    expect(cardsIn(read('<td><tr><table>'.repeat(50_000)))).toEqual({ type: 'nothing' });
    expect(cardsIn(read(`${'<a "'.repeat(200_000)}words`))).toEqual({ type: 'nothing' });
  });
});

describe('an address on the clipboard', () => {
  it.each([
    ['https://example.org/a?b=c', 'https://example.org/a?b=c'],
    ['http://example.org', 'http://example.org/'],
    ['mailto:a@example.org', 'mailto:a@example.org'],
    ['javascript:alert(1)', null],
    ['data:text/html,x', null],
    ['https://example.org and more', null],
    ['https://', null],
    ['ftp://example.org', null],
  ])('%s', (words, href) => {
    expect(linkIn(words)).toBe(href);
  });
});

it('a picture is taken when nothing else is there', () => {
  expect(read('<img src="https://example.org/x.png">', '', [picture])).toMatchObject({ type: 'images' });
});
