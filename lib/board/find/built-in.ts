import { regionOf } from '../../i18n/locale.ts';
import { CARD_KINDS, EVIDENCE } from '../../journey/model.ts';
import type { Board } from '../board.ts';
import { createCard } from '../commands.ts';
import { type CardFilter, filterOf, isActive } from '../filter/filter.ts';
import { helpOf } from '../gestures/help.ts';
import { cardIdOf } from '../schema/ids.ts';
import type { useMapText } from '../ui/text.ts';
import { currentView, switchView } from '../views/address.ts';
import type { Command } from './commands.ts';
import { isMac } from './mac.ts';

type Text = ReturnType<typeof useMapText>;

/**
 * What can be done on every map; rooms that own more offer it themselves (`offerCommands`).
 * @param locale as `regionOf` gives it
 * @param from what had the keyboard before the palette.
 */
export function builtIn(board: Board, t: Text, locale: string, from: Element | null): Command[] {
  return [
    ...adding(board, t, from),
    ...history(board, t),
    ...viewing(board, t),
    ...filtering(board, t),
    ...onThePage(),
    ...leaving(board, t, locale),
  ];
}

/** A card of every kind, at the touchpoint one is at. */
function adding(board: Board, t: Text, from: Element | null): Command[] {
  const touchpointId = touchpointHere(board, from);
  const touchpoint = board.$journey.get().touchpoints.find((p) => p.id === touchpointId);
  if (!board.options.canWrite || !touchpointId || !touchpoint) return [];
  return CARD_KINDS.map((kind) => ({
    id: `add.${kind}`,
    label: t('find.add', { kind: t(`kind.${kind}`), touchpoint: touchpoint.name }),
    quiet: !['quote', 'emotion', 'friction'].includes(kind),
    run: () => createCard(board, kind, { touchpointId }),
  }));
}

/** The one whose name or cell has the keyboard, the selected card's, that in the middle of the view, the first. */
function touchpointHere(board: Board, from: Element | null): string | undefined {
  const { editor } = board;
  const cell = from?.closest<HTMLElement>('[data-touchpoint]')?.dataset.touchpoint;
  const name = from?.closest<HTMLElement>('[data-id]')?.dataset.id;
  const named = board.$journey.get().touchpoints.find((p) => p.id === cell || p.id === name);
  if (named) return named.id;
  for (const id of editor?.getSelectedShapeIds() ?? []) {
    const place = board.cardState(cardIdOf(id) ?? '')?.card.place;
    if (place) return place.touchpointId;
  }
  const { columns } = board.$layout.get();
  const middle = editor?.getViewportPageBounds().center.x ?? Number.NEGATIVE_INFINITY;
  const under = columns.find((c) => middle >= c.x && middle < c.x + c.w);
  return (under ?? (middle > (columns[0]?.x ?? 0) ? columns.at(-1) : columns[0]))?.touchpointId;
}

function history(board: Board, t: Text): Command[] {
  const { canWrite } = board.options;
  const ctrl = isMac() ? '⌘' : `${t('keys.ctrl')} `;
  return [
    ...(canWrite && board.$canUndo.get()
      ? [{ id: 'undo', label: t('undo'), hint: `${ctrl}Z`, run: () => board.undo() }]
      : []),
    ...(canWrite && board.$canRedo.get()
      ? [{ id: 'redo', label: t('redo'), hint: `${ctrl}⇧ Z`, run: () => board.redo() }]
      : []),
  ];
}

function viewing(board: Board, t: Text): Command[] {
  const { editor } = board;
  const now = currentView();
  const animation = { animation: { duration: editor?.options.animationMediumMs ?? 0 } };
  const folded = board.$collapsed.get();
  const { lanes } = board.$journey.get();
  return [
    ...(editor
      ? [
          { id: 'keys', label: t('keys.title'), hint: '?', run: () => helpOf(board).set(true) },
          { id: 'fit', label: t('find.fit'), hint: '⇧ 1', run: () => void editor.zoomToFit(animation) },
          {
            id: 'full',
            label: t('find.full'),
            hint: '⇧ 0',
            run: () => void editor.resetZoom(undefined, animation),
          },
        ]
      : []),
    ...(now === 'table'
      ? [{ id: 'view.map', label: t('find.asMap'), run: () => switchView('map') }]
      : [{ id: 'view.table', label: t('find.asTable'), run: () => switchView('table') }]),
    ...lanes.map((lane) => {
      const isFolded = folded.includes(lane.id);
      return {
        id: `fold.${lane.id}`,
        label: t(isFolded ? 'find.unfold' : 'find.fold', { name: lane.name }),
        quiet: true,
        run: () =>
          board.$collapsed.set(isFolded ? folded.filter((id) => id !== lane.id) : [...folded, lane.id]),
      };
    }),
    ...(folded.length > 0
      ? [{ id: 'unfold', label: t('find.unfoldAll'), run: () => board.$collapsed.set([]) }]
      : []),
  ];
}

/** The map looked at through one thing. */
function filtering(board: Board, t: Text): Command[] {
  const { set, clear, $filter } = filterOf(board);
  const only = (id: string, name: string, fields: CardFilter): Command => ({
    id: `only.${id}`,
    label: t('find.only', { name }),
    quiet: true,
    run: () => set(fields),
  });
  return [
    ...(isActive($filter.get())
      ? [{ id: 'filter.clear', label: t('find.all'), hint: 'Esc', run: clear }]
      : []),
    ...CARD_KINDS.map((kind) => only(kind, t(`kind.${kind}`), { kind })),
    ...EVIDENCE.map((evidence) => only(evidence, t(`evidence.${evidence}`), { evidence })),
    ...board.$journey.get().personas.map((p) => only(p.id, p.name, { personaId: p.id })),
    only('mine', t('filter.me'), { authorId: board.options.userId }),
  ];
}

/**
 * Buttons of the page that say so: `data-command` marks one, and is its name where the button's own would not
 * tell by itself. For what stands outside the board, such as taking a snapshot.
 */
function onThePage(): Command[] {
  const buttons = [...document.querySelectorAll<HTMLButtonElement>('button[data-command]:not(:disabled)')];
  return buttons.map((button, i) => ({
    id: `page.button.${i}`,
    label: button.dataset.command || button.ariaLabel || button.textContent?.trim() || '',
    run: () => button.click(),
  }));
}

/** The workshop's other pages, and the map in the other language. */
function leaving(board: Board, t: Text, locale: string): Command[] {
  const base = `/workshops/${board.options.workshopId}`;
  const { canWrite, structure } = board.options;
  const page = (name: 'interviews' | 'snapshots' | 'settings'): Command => ({
    id: `page.${name}`,
    label: t(`find.page.${name}`),
    run: () => window.location.assign(`${base}/${name}`),
  });
  const other = locale === regionOf('sv') ? 'en' : 'sv';
  return [
    ...(canWrite ? [page('interviews')] : []),
    page('snapshots'),
    ...(structure === 'always' ? [page('settings')] : []),
    {
      id: 'language',
      label: t('find.language'),
      words: other === 'sv' ? 'svenska swedish språk language' : 'english engelska språk language',
      run: () => changeLanguage(other),
    },
  ];
}

/** As the switch in the page's head does it: by a form, which comes back to this page. */
function changeLanguage(locale: 'en' | 'sv'): void {
  const form = document.createElement('form');
  form.method = 'post';
  form.action = '/api/locale';
  const field = document.createElement('input');
  field.type = 'hidden';
  field.name = 'locale';
  field.value = locale;
  form.append(field);
  document.body.append(form);
  form.submit();
}
