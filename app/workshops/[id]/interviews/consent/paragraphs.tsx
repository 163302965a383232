/** Plain text as headings (`# …`) and paragraphs; line breaks inside a paragraph stay. */
export function Paragraphs({ text }: { text: string }) {
  const blocks = text
    .split('\n')
    .reduce<string[][]>(
      (held, line) => {
        const last = held[held.length - 1];
        if (line.trim() === '') held.push([]);
        else if (line.startsWith('#')) held.push([line], []);
        else last?.push(line);
        return held;
      },
      [[]],
    )
    .filter((block) => block.length > 0);
  return blocks.map((block, i) => {
    const [first = ''] = block;
    // biome-ignore lint/suspicious/noArrayIndexKey: text that is only shown; the same words may stand twice.
    if (first.startsWith('#')) return <h2 key={i}>{first.replace(/^#+\s*/, '')}</h2>;
    // biome-ignore lint/suspicious/noArrayIndexKey: as above.
    return <p key={i}>{block.join('\n')}</p>;
  });
}
