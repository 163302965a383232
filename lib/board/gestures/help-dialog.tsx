import { Fragment, type ReactNode, useEffect, useRef } from 'react';
import dialog from '../ui/dialog.module.css';
import { useMapText } from '../ui/text.ts';
import styles from './help-dialog.module.css';
import { TOOL_KEYS } from './tool-keys.ts';

type Text = ReturnType<typeof useMapText>;
/** What it does, and the keys that do it: each a row of keys pressed together. */
type Row = [what: string, ...ways: string[][]];

/** All the keys of the map. */
export default function HelpDialog({ onClose }: { onClose: () => void }) {
  const t = useMapText();
  const ref = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const element = ref.current;
    element?.showModal();
    const stop = (event: KeyboardEvent) => event.stopPropagation();
    element?.addEventListener('keydown', stop);
    return () => element?.removeEventListener('keydown', stop);
  }, []);
  const ctrl = /mac|iphone|ipad/i.test(navigator.platform) ? '⌘' : t('keys.ctrl');
  return (
    <dialog
      ref={ref}
      className={`${dialog.dialog} ${styles.help}`}
      aria-labelledby="keys-title"
      onClose={onClose}
    >
      <header className={styles.head}>
        <h2 id="keys-title">{t('keys.title')}</h2>
        {/* biome-ignore lint/a11y/noAutofocus: the dialog was asked for, and this is its only control */}
        <button type="button" className="button" autoFocus onClick={() => ref.current?.close()}>
          {t('close')}
        </button>
      </header>
      <div className={styles.columns}>
        <Group title={t('keys.tools')} rows={tools(t)}>
          <p className={styles.places}>{t('keys.places')}</p>
        </Group>
        <Group title={t('keys.cards')} rows={cards(t, ctrl)} />
        <Group title={t('keys.view')} rows={view(t, ctrl)} />
      </div>
    </dialog>
  );
}

const tools = (t: Text): Row[] =>
  TOOL_KEYS.map(({ key, tool }) => [t(`keys.tool.${tool as 'select'}`), [key]]);

function cards(t: Text, ctrl: string): Row[] {
  const shift = t('keys.shift');
  return [
    [t('keys.add'), [t('keys.doubleClick')]],
    [t('keys.tool.drag'), [t('keys.dragging')]],
    [t('keys.edit'), [t('keys.enter')], [t('keys.doubleClick')]],
    [t('keys.stop'), [t('keys.esc')]],
    [t('keys.next'), [t('keys.tab')]],
    [t('keys.sideways'), ['←'], ['→']],
    [t('keys.upDown'), ['↑'], ['↓']],
    [t('keys.react'), ['R']],
    [t('keys.menu'), [shift, 'F10'], ['≣']],
    [t('keys.copy'), [ctrl, 'C'], [ctrl, 'X'], [ctrl, 'V']],
    [t('keys.duplicate'), [ctrl, 'D']],
    [t('keys.altDrag'), [t('keys.alt'), t('keys.dragging')]],
    [t('keys.remove'), [t('keys.del')]],
    [t('keys.undo'), [ctrl, 'Z'], [ctrl, shift, 'Z']],
  ];
}

function view(t: Text, ctrl: string): Row[] {
  const shift = t('keys.shift');
  return [
    [t('keys.pan'), [t('keys.space'), t('keys.dragging')], [t('keys.wheel')]],
    [t('keys.zoom'), [ctrl, '+'], [ctrl, '−'], [ctrl, t('keys.wheel')]],
    [t('keys.fit'), [shift, '1']],
    [t('keys.selection'), [shift, '2']],
    [t('keys.actual'), [shift, '0']],
    [t('keys.find'), [ctrl, 'K']],
    [t('keys.this'), ['?']],
  ];
}

function Group({ title, rows, children }: { title: string; rows: Row[]; children?: ReactNode }) {
  const t = useMapText();
  return (
    <section>
      <h3>{title}</h3>
      <dl className={styles.rows}>
        {rows.map(([what, ...ways]) => (
          <div key={what} className={styles.row}>
            <dt>{what}</dt>
            <dd>
              {ways.map((way, i) => (
                <Fragment key={way.join()}>
                  {i > 0 && <span className={styles.or}>{t('keys.or')}</span>}
                  <span className={styles.way}>
                    {way.map((key) => (
                      <kbd key={key}>{key}</kbd>
                    ))}
                  </span>
                </Fragment>
              ))}
            </dd>
          </div>
        ))}
      </dl>
      {children}
    </section>
  );
}
