import { SaxesParser } from 'saxes';

/** An element of a picture, as plain data: what is in it can be looked at without reading markup. */
export interface SvgNode {
  name: string;
  attributes: Record<string, string>;
  children: SvgChild[];
}
export type SvgChild = SvgNode | string;

/** Reads well-formed XML. Throws where it is not. */
export function parseSvg(markup: string): SvgNode {
  const root: SvgNode = { name: '', attributes: {}, children: [] };
  const open = [root];
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => {
    const node: SvgNode = { name, attributes: { ...(attributes as Record<string, string>) }, children: [] };
    open.at(-1)?.children.push(node);
    open.push(node);
  });
  parser.on('text', (text) => open.length > 1 && open.at(-1)?.children.push(text));
  parser.on('closetag', () => open.pop());
  parser.write(markup).close();
  return root.children[0] as SvgNode;
}

const ESCAPED: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escaped = (text: string) => text.replace(/[&<>"]/g, (char) => ESCAPED[char] as string);

/** The other way; every text and attribute is escaped. */
export function writeSvg(node: SvgChild): string {
  if (typeof node === 'string') return escaped(node);
  const attributes = Object.entries(node.attributes)
    .map(([name, value]) => ` ${name}="${escaped(value)}"`)
    .join('');
  if (node.children.length === 0) return `<${node.name}${attributes}/>`;
  return `<${node.name}${attributes}>${node.children.map(writeSvg).join('')}</${node.name}>`;
}
