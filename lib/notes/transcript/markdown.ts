const HEADING = /^ {0,3}#{1,6}\s+(.*?)\s*#*\s*$/;
const RULE = /^ {0,3}(?:(?:-\s*){3,}|(?:\*\s*){3,}|(?:_\s*){3,})$/;

// Every length is bounded: a line of a million brackets must not take minutes.
/** Text without the signs of Markdown; what stands in square brackets stays (`[inaudible]`). */
const bare = (line: string): string =>
  line
    .replace(/^\s*(?:>\s?)+/, '')
    .replace(/^\s*(?:[-*+]|\d{1,3}[.)])\s+(?=[*_[\p{Lu}])/u, '')
    .replace(/!?\[([^[\]\n]{0,300})\]\([^()\n]{0,2000}\)/g, '$1')
    .replace(/(\*\*|__)(?=\S)(.{1,500}?)(?<=\S)\1/g, '$2')
    .replace(/(?<![\p{L}\d*_])([*_])(?=[^\s*_])([^*_\n]{0,500}[^\s*_])\1(?![\p{L}\d*_])/gu, '$2')
    .replace(/`([^`\n]{0,500})`/g, '$1')
    .replace(/\\([\\`*_{}[\]()#+.!>-])/g, '$1')
    .replace(/ {2,}$/, '');

/**
 * Markdown as plain lines. A heading that comes back is who speaks; any other is the writer's, nobody's
 * words, and is handed back beside the text. Front matter and rules go.
 */
export function withoutMarkdown(text: string): { text: string; headings: string[] } {
  const lines = text.replace(/^---\n[\s\S]*?\n---(?:\n|$)/, '').split('\n');
  const titles = lines.map((line) => {
    const title = HEADING.exec(line)?.[1];
    return title === undefined ? null : bare(title).replace(/:$/, '');
  });
  const counts = new Map<string, number>();
  for (const title of titles) if (title) counts.set(title, (counts.get(title) ?? 0) + 1);
  const headings: string[] = [];
  const out = lines.flatMap((line, i) => {
    const title = titles[i];
    if (RULE.test(line)) return [''];
    if (title === null || title === undefined) return [bare(line)];
    if (/\d:\d\d/.test(title)) return ['', title];
    if ((counts.get(title) ?? 0) >= 2 && title.length <= 60) return ['', `${title}:`];
    headings.push(title);
    return [''];
  });
  return { text: out.join('\n'), headings };
}
