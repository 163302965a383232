import * as Y from 'yjs';

/** Letters typed this close to each other, ms, are undone together. */
const ONE_STEP = 500;

/**
 * Takes back what was written with `origin` and nothing else: a line I began stays while the other one's
 * words are in it.
 */
export function undoOf(lines: Y.XmlFragment, origin: unknown, oneStep = ONE_STEP): Y.UndoManager {
  return new Y.UndoManager(lines, {
    trackedOrigins: new Set([origin]),
    captureTimeout: oneStep,
    deleteFilter: (item) => !(item.content instanceof Y.ContentType && item.content.type._length > 0),
  });
}
