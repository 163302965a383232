/** Whether keys pressed there write words. */
export const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));

/** In a menu letters choose an entry; a dialog has the page to itself. */
export const isChoosing = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest('[role=menu], [role=dialog], dialog') !== null;
