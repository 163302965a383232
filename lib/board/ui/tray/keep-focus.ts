/** Before a button of the tray goes with what it did: the keyboard stays in the tray. */
export function keepFocus(button: HTMLElement): void {
  button.closest<HTMLElement>('[data-tray]')?.focus({ preventScroll: true });
}
