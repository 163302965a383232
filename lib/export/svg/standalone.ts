import subsetFont from 'subset-font';
import { FACES, type Face, familyOf, fontFile } from '../fonts/files.ts';
import { type SvgNode, writeSvg } from './tree.ts';
import { type Typesetting, typeset } from './typeset.ts';

const weightOf = (face: Face) => (face === 'Emoji' ? '400' : face.slice('Inter-'.length));

/** Fonts by their own names, with what a machine without them would take. */
export const NAMED: Typesetting['fontOf'] = (face) => ({
  'font-family': face === 'Emoji' ? "'Noto Emoji', sans-serif" : 'Inter, system-ui, sans-serif',
  'font-weight': weightOf(face),
});

/** A picture as a file that looks the same everywhere: it brings what it needs of its fonts along. */
export async function standaloneSvg(picture: SvgNode): Promise<string> {
  const used = new Map<Face, Set<string>>();
  const asked: Typesetting['fontOf'] = (face) => ({ ...NAMED(face), face });
  const set = typeset(picture, { fontOf: asked, keepUnknown: true });
  collect(set, used);
  const rules = await Promise.all(
    FACES.filter((face) => used.has(face)).map((face) => fontRule(face, used.get(face) as Set<string>)),
  );
  set.children.unshift({ name: 'style', attributes: {}, children: [rules.join('')] });
  return `<?xml version="1.0" encoding="UTF-8"?>\n${writeSvg(set)}\n`;
}

/** Takes the note of the face off every text, and keeps which characters it sets. */
function collect(node: SvgNode, used: Map<Face, Set<string>>): void {
  const face = node.attributes.face as Face | undefined;
  delete node.attributes.face;
  for (const child of node.children) {
    if (typeof child !== 'string') collect(child, used);
    else if (face) {
      const characters = used.get(face) ?? new Set();
      for (const character of child) characters.add(character);
      used.set(face, characters);
    }
  }
}

async function fontRule(face: Face, characters: ReadonlySet<string>): Promise<string> {
  const text = [...characters].join('');
  const font = await subsetFont(fontFile(face), text, { targetFormat: 'woff2', keepFeatures: ['tnum'] });
  const data = Buffer.from(font).toString('base64');
  return `@font-face{font-family:'${familyOf(face)}';font-weight:${weightOf(face)};src:url(data:font/woff2;base64,${data}) format('woff2')}`;
}
