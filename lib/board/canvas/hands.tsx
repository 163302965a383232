import { type ComponentType, lazy, Suspense, useEffect } from 'react';
import { useValue } from 'tldraw';
import type { Board } from '../board.ts';
import { type PasteQuestion, questionOf } from '../clipboard/asked.ts';
import { listenToClipboard } from '../clipboard/listen.ts';
import { setDoor } from '../files/door.ts';
import { helpOf } from '../gestures/help.ts';
import { NoticeList } from '../notices/notice-list.tsx';
import { useMapText } from '../ui/text.ts';
import { clipboardOf, loadClipboard } from './clipboard-acts.ts';
import { pickPictures, takePictures } from './pick-pictures.ts';

const loadPaste = () => import('../clipboard/paste-dialog.tsx');
const loadHelp = () => import('../gestures/help-dialog.tsx');
interface Dialogs {
  paste: ComponentType<{ board: Board; question: PasteQuestion; onClose: () => void }>;
  help: ComponentType<{ onClose: () => void }>;
}
/** Without a connection a dialog that was never fetched closes again, and the map goes on. */
const out = () => ({ default: Out });
const PasteDialog = lazy<Dialogs['paste']>(() => loadPaste().catch(out));
const HelpDialog = lazy<Dialogs['help']>(() => loadHelp().catch(out));

/** What the canvas' hands ask and tell: dialogs that come when they are needed, and the lines at its foot. */
export function Hands({ board }: { board: Board }) {
  const t = useMapText();
  const mounted = useValue(board.$mounted);
  const question = useValue(questionOf(board));
  const help = useValue(helpOf(board));
  useEffect(() => {
    if (!mounted) return;
    const stop = listenToClipboard(board, clipboardOf(board, t));
    setDoor(board, {
      pick: (point) => pickPictures(board, t, point),
      take: (files, point) => void takePictures(board, t, files, point),
      link: (href, point) =>
        void loadClipboard().then(
          ({ pasteLink }) => pasteLink(board, href, point),
          () => undefined,
        ),
    });
    // Not at first, but before anybody can have selected something to copy.
    const idle = setTimeout(() => {
      for (const load of [loadClipboard, loadPaste, loadHelp]) load().catch(() => undefined);
    }, 1_000);
    const refuse = refuseStrayFiles();
    return () => {
      refuse();
      clearTimeout(idle);
      stop();
    };
  }, [board, t, mounted]);
  const closed = (close: () => void) => () => {
    close();
    backToCanvas(board);
  };
  return (
    <>
      <NoticeList board={board} />
      <Suspense fallback={null}>
        {question && (
          <PasteDialog
            board={board}
            question={question}
            onClose={closed(() => questionOf(board).set(null))}
          />
        )}
        {help && <HelpDialog onClose={closed(() => helpOf(board).set(false))} />}
      </Suspense>
    </>
  );
}

function Out({ onClose }: { onClose: () => void }) {
  useEffect(onClose, [onClose]);
  return null;
}

/** A dialog gives the focus back to where it was, which may have been nowhere: then the keys are dead. */
function backToCanvas(board: Board): void {
  queueMicrotask(() => {
    if (document.activeElement === document.body) board.editor?.getContainer().focus();
  });
}

/** A file dropped beside the canvas would be opened in place of the map. */
function refuseStrayFiles(): () => void {
  const refuse = (event: DragEvent) => {
    if (!event.defaultPrevented && event.dataTransfer?.types.includes('Files')) event.preventDefault();
  };
  window.addEventListener('dragover', refuse);
  window.addEventListener('drop', refuse);
  return () => {
    window.removeEventListener('dragover', refuse);
    window.removeEventListener('drop', refuse);
  };
}
