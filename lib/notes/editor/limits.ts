import { Fragment, type Schema, Slice } from '@tiptap/pm/model';
import { Plugin, PluginKey } from '@tiptap/pm/state';
import { LINE, NOTES_LIMITS } from '../document.ts';
import { isTaken } from './bound.ts';

/** Nothing is written here that the server would have to refuse. */
export function limits(): Plugin {
  return new Plugin({
    key: new PluginKey('limits'),
    filterTransaction: (tr, { doc }) => {
      if (!tr.docChanged || isTaken(tr)) return true;
      if (tr.doc.childCount > Math.max(NOTES_LIMITS.lines, doc.childCount)) return false;
      let fits = true;
      for (const map of tr.mapping.maps) {
        map.forEach((_from, _to, from, to) => {
          tr.doc.nodesBetween(
            Math.min(from, tr.doc.content.size),
            Math.min(to, tr.doc.content.size),
            (node) => {
              if (node.content.size > NOTES_LIMITS.line) fits = false;
              return false;
            },
          );
        });
      }
      return fits;
    },
  });
}

/** Text from elsewhere as lines: one for each of its own, longer ones cut where they may be. */
export function pasted(text: string, schema: Schema): Slice {
  const lines = text
    .replace(/\r\n?|[\u2028\u2029\u0085]/g, '\n')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: what no keyboard types has no place in a line
    .replace(/[\u0000-\u0008\u000b-\u001f\u007f]/g, '')
    .replace(/\p{Cs}/gu, '')
    .split('\n')
    .flatMap(cutUp);
  const nodes = lines.map((line) => schema.nodes[LINE]?.create(null, line ? schema.text(line) : []));
  return new Slice(Fragment.from(nodes as never), 1, 1);
}

function cutUp(line: string): string[] {
  if (line.length <= NOTES_LIMITS.line) return [line];
  const head = line.slice(0, NOTES_LIMITS.line);
  const blank = head.lastIndexOf(' ');
  // Between two words, or at least not through a character.
  const end = blank > 0 ? blank : /[\ud800-\udbff]$/.test(head) ? head.length - 1 : head.length;
  return [line.slice(0, end), ...cutUp(line.slice(end).trimStart())];
}
