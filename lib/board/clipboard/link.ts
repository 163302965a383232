import { createShapeId, type Editor, type TLTextShape, type VecLike } from 'tldraw';

const SHOWN = 60;

/** An address as a text with a link, which tldraw opens on a page of its own. */
export function layLink(editor: Editor, href: string, point: VecLike): void {
  const whole = href.replace(/^(https?:\/\/(www\.)?|mailto:)/i, '').replace(/\/$/, '');
  const text = whole.length > SHOWN ? `${whole.slice(0, SHOWN - 1)}…` : whole;
  const attrs = { href, target: '_blank', rel: 'noopener noreferrer nofollow', class: null };
  const richText = {
    type: 'doc',
    content: [{ type: 'paragraph', content: [{ type: 'text', text, marks: [{ type: 'link', attrs }] }] }],
  };
  const id = createShapeId();
  editor.createShape<TLTextShape>({
    id,
    type: 'text',
    x: point.x,
    y: point.y,
    props: { richText, size: 's', font: 'sans', autoSize: true },
  });
  editor.setCurrentTool('select');
  editor.select(id);
}
