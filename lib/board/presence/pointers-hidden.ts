import { atom } from '../signals.ts';

const KEY = 'utifran:pointers';

/** Whether this person does not want to see the others' pointers; remembered on the device. */
export const $pointersHidden = atom('pointers hidden', read());

export function hidePointers(hidden: boolean): void {
  $pointersHidden.set(hidden);
  try {
    if (hidden) localStorage.setItem(KEY, 'hidden');
    else localStorage.removeItem(KEY);
  } catch {
    // A browser that keeps nothing: it holds for as long as the page lives.
  }
}

function read(): boolean {
  try {
    return localStorage.getItem(KEY) === 'hidden';
  } catch {
    return false;
  }
}
