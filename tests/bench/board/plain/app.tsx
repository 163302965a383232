/** A page with nothing but tldraw 3.15.6 and a document of 2,000 of its own notes. */
import { getAssetUrls } from '@tldraw/assets/selfHosted';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import {
  createShapeId,
  createTLStore,
  defaultBindingUtils,
  defaultShapeUtils,
  type Editor,
  getSnapshot,
  type TLShapePartial,
  type TLStore,
  Tldraw,
  toRichText,
} from 'tldraw';
import 'tldraw/tldraw.css';

declare global {
  interface Window {
    bench: {
      editor: Editor;
      /** Draws the notes as their own tool would; how long that took, and the document to store. */
      create(texts: readonly string[], columns: number): { ms: number; document: unknown };
      /** What a colleague's edits do here: merged as remote changes, as tldraw's sync does. */
      type(i: number, text: string): void;
      move(from: number, count: number): void;
    };
  }
}

const noteId = (i: number) => createShapeId(`note${i}`);
/** tldraw's notes are 200 wide and 200 high or more. */
const PITCH = { x: 248, y: 260 };

function bench(editor: Editor): Window['bench'] {
  return {
    editor,
    create(texts, columns) {
      const from = performance.now();
      editor.createShapes(
        texts.map(
          (text, i): TLShapePartial => ({
            id: noteId(i),
            type: 'note',
            x: (i % columns) * PITCH.x,
            y: Math.floor(i / columns) * PITCH.y,
            props: { richText: toRichText(text) },
          }),
        ),
      );
      return { ms: performance.now() - from, document: getSnapshot(editor.store).document };
    },
    type(i, text) {
      const note = editor.store.get(noteId(i));
      if (!note) throw new Error('There is no such note.');
      editor.store.mergeRemoteChanges(() => {
        editor.store.put([{ ...note, props: { ...note.props, richText: toRichText(text) } } as typeof note]);
      });
    },
    move(from, count) {
      const notes = Array.from({ length: count }, (_, k) => editor.store.get(noteId(from + k)));
      editor.store.mergeRemoteChanges(() => {
        editor.store.put(notes.flatMap((note) => (note ? [{ ...note, y: note.y + 40 }] : [])));
      });
    },
  };
}

const assetUrls = getAssetUrls({ baseUrl: '/tldraw' });

function App({ store }: { store: TLStore }) {
  return (
    <div style={{ position: 'fixed', inset: 0 }}>
      <Tldraw
        assetUrls={assetUrls}
        store={store}
        options={{ maxShapesPerPage: 20_000 }}
        onMount={(editor) => {
          window.bench = bench(editor);
          editor.setCamera({ x: 60, y: 60, z: 1 }, { immediate: true });
        }}
      />
    </div>
  );
}

const stored = await fetch('/document.json').then((response) => (response.ok ? response.json() : undefined));
const store = createTLStore({
  shapeUtils: defaultShapeUtils,
  bindingUtils: defaultBindingUtils,
  ...(stored && { snapshot: { document: stored } }),
});
const root = document.getElementById('root');
if (root) {
  createRoot(root).render(
    <StrictMode>
      <App store={store} />
    </StrictMode>,
  );
}
