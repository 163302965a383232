import { TOKENS, TYPE } from '../../journey/tokens.ts';
import type { SvgNode } from './tree.ts';

const TITLE = 48;
const LEFT = 24;

/** Several pictures below one another as one, each under its title; on paper. */
export function stacked(parts: readonly { title: string; picture: SvgNode }[]): SvgNode {
  const width = Math.max(...parts.map((part) => Number(part.picture.attributes.width)));
  let y = 0;
  const children = parts.flatMap(({ title, picture }): SvgNode[] => {
    const at = y;
    y += TITLE + Number(picture.attributes.height);
    const text = { x: String(LEFT), y: String(at + 32), 'font-size': String(TYPE.title) };
    return [
      {
        name: 'text',
        attributes: { ...text, 'font-weight': '600', fill: TOKENS.light.ink },
        children: [title],
      },
      { ...picture, attributes: { ...picture.attributes, y: String(at + TITLE) } },
    ];
  });
  const size = { width: String(width), height: String(y) };
  const paper = { name: 'rect', attributes: { ...size, fill: TOKENS.light.paper }, children: [] };
  return {
    name: 'svg',
    attributes: { xmlns: 'http://www.w3.org/2000/svg', ...size, viewBox: `0 0 ${width} ${y}` },
    children: [paper, ...children],
  };
}
