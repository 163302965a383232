import { type Face, faceOf } from '../fonts/files.ts';
import { textRuns } from '../fonts/runs.ts';
import type { SvgChild, SvgNode } from './tree.ts';

/** How whoever reads the picture wants its fonts named, and whether it may have others for what ours lack. */
export interface Typesetting {
  fontOf(face: Face): Record<string, string>;
  keepUnknown: boolean;
  /** Leaves out the outline in the paper's colour around some figures, for readers that would draw it on top. */
  plainOutlines?: boolean;
  /** Instead of the paper's tint: real paper has its own. */
  paper?: string;
}

/**
 * A picture of ours made to stand alone: the page's variables replaced by their light colours, every text
 * by the font that has it, nothing that points outside.
 */
export function typeset(node: SvgNode, how: Typesetting): SvgNode {
  return setNode(node, 400, how);
}

const TEXT = new Set(['text', 'tspan']);
/** Said by the fonts that stand at every text, or of use on a page only. */
const DROPPED = new Set(['class', 'style', 'font-family', 'font-weight']);

function setNode(node: SvgNode, inherited: number, how: Typesetting): SvgNode {
  const { name } = node;
  const weight = Number(node.attributes['font-weight'] ?? inherited) || inherited;
  const outlined = how.plainOutlines === true && node.attributes['paint-order'] === 'stroke';
  const attributes: Record<string, string> = {};
  for (const [key, value] of Object.entries(node.attributes)) {
    if (DROPPED.has(key) || (outlined && key.startsWith('stroke'))) continue;
    attributes[key] = resolved(value, how.paper);
  }
  if (TEXT.has(name)) Object.assign(attributes, how.fontOf(faceOf(weight)));
  const children = node.children.flatMap((child): SvgChild[] => {
    if (typeof child !== 'string') return [setNode(child, weight, how)];
    return TEXT.has(name) ? setText(child, how) : [child];
  });
  return { name, attributes, children };
}

/** `var(--ink, #1e1c19)` is `#1e1c19` where there is no page. */
function resolved(value: string, paper?: string): string {
  if (!value.startsWith('var(--') || !value.endsWith(')')) return value;
  if (paper && value.startsWith('var(--paper,')) return paper;
  return value.slice(value.indexOf(',') + 1, -1).trim();
}

function setText(text: string, { fontOf, keepUnknown }: Typesetting): SvgChild[] {
  return textRuns(text, { keepUnknown }).map((run) =>
    run.emoji ? { name: 'tspan', attributes: fontOf('Emoji'), children: [run.text] } : run.text,
  );
}
