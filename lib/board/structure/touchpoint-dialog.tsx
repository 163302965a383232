import { useId } from 'react';
import { setTouchpoint } from '../../journey/commands/structure.ts';
import { LIMITS } from '../../journey/model.ts';
import type { Board } from '../board.ts';
import { useValue } from '../signals.ts';
import { useMapText } from '../ui/text.ts';
import { Dialog } from './dialog.tsx';
import { LineField } from './line-field.tsx';
import { channelsFor, ownersFor } from './suggestions.ts';
import { Comers, Marks } from './touchpoint-choices.tsx';

interface TouchpointDialogProps {
  board: Board;
  touchpointId: string;
  /** Opens the list of personas instead. */
  onPersonas: () => void;
  onClose: () => void;
}

const CHANNELS = ['shop', 'web', 'app', 'phone', 'email', 'chat', 'letter', 'visit', 'social'] as const;

/** Everything a touchpoint says of itself; each change is one step and is seen by all at once. */
export default function TouchpointDialog({
  board,
  touchpointId,
  onPersonas,
  onClose,
}: TouchpointDialogProps) {
  const t = useMapText();
  const find = () => board.$journey.get().touchpoints.find((x) => x.id === touchpointId);
  const touchpoint = useValue('touchpoint', find, [board, touchpointId]);
  const usual = CHANNELS.map((channel) => t(`touchpoint.channels.${channel}`));
  const set = (fields: Parameters<typeof setTouchpoint>[2]) =>
    board.step((j) => setTouchpoint(j, touchpointId, fields));
  return (
    <Dialog
      title={touchpoint?.name ?? t('touchpoint.gone')}
      onClose={onClose}
      actions={
        <button type="submit" className="button primary">
          {t('done')}
        </button>
      }
    >
      {touchpoint && (
        <>
          <Field
            label={t('touchpoint.channel')}
            hint={t('touchpoint.channelHint')}
            value={touchpoint.channel ?? ''}
            suggestions={channelsFor(board, usual)}
            set={(channel) => set({ channel })}
          />
          <Field
            label={t('touchpoint.owner')}
            hint={t('touchpoint.ownerHint')}
            value={touchpoint.owner ?? ''}
            suggestions={ownersFor(board)}
            set={(owner) => set({ owner })}
          />
          <Marks board={board} touchpoint={touchpoint} />
          <Comers board={board} touchpoint={touchpoint} onPersonas={onPersonas} />
        </>
      )}
    </Dialog>
  );
}

interface FieldProps {
  label: string;
  hint: string;
  value: string;
  suggestions: readonly string[];
  set: (value: string) => void;
}

/** One line with its name, what it is for, and words to choose from. */
function Field({ label, hint, value, suggestions, set }: FieldProps) {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <LineField
        id={id}
        value={value}
        write={set}
        maxLength={LIMITS.label}
        list={`${id}-list`}
        aria-describedby={`${id}-hint`}
      />
      <datalist id={`${id}-list`}>
        {suggestions.map((word) => (
          <option key={word} value={word} />
        ))}
      </datalist>
      <p className="hint" id={`${id}-hint`}>
        {hint}
      </p>
    </div>
  );
}
