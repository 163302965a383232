'use client';
import { useId } from 'react';
import { useTranslations } from 'use-intl';
import styles from './new.module.css';

export interface Person {
  userId: string;
  name: string;
}

export interface DetailsState {
  alias: string;
  kind: 'customer' | 'employee';
  segment: string;
  /** Id of a persona of the map. */
  personaId: string | null;
  /** `yyyy-mm-dd`, or '' when not known. */
  heldOn: string;
  interviewerId: string | null;
  noteTakerId: string | null;
}

/** Whoever takes the interview in was most likely there, in the part their role names. */
export const firstDetails = (me: { userId: string; role: string }): DetailsState => ({
  alias: '',
  kind: 'customer',
  segment: '',
  personaId: null,
  heldOn: '',
  interviewerId: me.role === 'noteTaker' ? null : me.userId,
  noteTakerId: me.role === 'noteTaker' ? me.userId : null,
});

interface Props {
  value: DetailsState;
  onChange: (value: DetailsState) => void;
  people: readonly Person[];
  personas: readonly { id: string; name: string }[];
  /** Segments other interviews of the workshop stand for. */
  segments: readonly string[];
  aliasMissing: boolean;
}

/** The interviewee by alias and kind, and who was there for us. */
export function Details({ value, onChange, people, personas, segments, aliasMissing }: Props) {
  const t = useTranslations('interviews.new');
  const id = useId();
  const team = (field: 'interviewerId' | 'noteTakerId', label: string) => (
    <div className="field">
      <label htmlFor={`${id}-${field}`}>{label}</label>
      <select
        id={`${id}-${field}`}
        value={value[field] ?? ''}
        onChange={(event) => onChange({ ...value, [field]: event.target.value || null })}
      >
        <option value="">{t('nobodyHere')}</option>
        {people.map((person) => (
          <option key={person.userId} value={person.userId}>
            {person.name}
          </option>
        ))}
      </select>
    </div>
  );
  return (
    <>
      <section className={styles.section} aria-labelledby={`${id}-interviewee`}>
        <h2 id={`${id}-interviewee`}>{t('interviewee')}</h2>
        <div className="field">
          <label htmlFor={`${id}-alias`}>{t('alias')}</label>
          <input
            id={`${id}-alias`}
            value={value.alias}
            maxLength={60}
            autoComplete="off"
            required
            aria-invalid={aliasMissing || undefined}
            aria-describedby={`${id}-alias-hint`}
            onChange={(event) => onChange({ ...value, alias: event.target.value })}
          />
          <p className="hint" id={`${id}-alias-hint`}>
            {t('aliasHint')}
          </p>
        </div>
        <div className={styles.pair}>
          <fieldset className="field">
            <legend>{t('kind')}</legend>
            <div className="row">
              {(['customer', 'employee'] as const).map((kind) => (
                <label key={kind} className={styles.choice}>
                  <input
                    type="radio"
                    name={`${id}-kind`}
                    checked={value.kind === kind}
                    onChange={() => onChange({ ...value, kind })}
                  />
                  {t(kind)}
                </label>
              ))}
            </div>
          </fieldset>
          <div className="field">
            <label htmlFor={`${id}-held`}>
              {t('heldOn')} <span className="small soft">({t('optional')})</span>
            </label>
            <input
              id={`${id}-held`}
              type="date"
              value={value.heldOn}
              onChange={(event) => onChange({ ...value, heldOn: event.target.value })}
            />
          </div>
        </div>
        <Stands {...{ value, onChange, personas, segments }} />
      </section>
      <section className={styles.section} aria-labelledby={`${id}-team`}>
        <h2 id={`${id}-team`}>{t('team')}</h2>
        <p className="soft">{t('teamHint')}</p>
        <div className={styles.pair}>
          {team('interviewerId', t('interviewer'))}
          {team('noteTakerId', t('noteTaker'))}
        </div>
      </section>
    </>
  );
}

/** For whom the interviewee stands: a segment in the workshop's own words, a persona of the map. */
function Stands({
  value,
  onChange,
  personas,
  segments,
}: Pick<Props, 'value' | 'onChange' | 'personas' | 'segments'>) {
  const t = useTranslations('interviews.new');
  const id = useId();
  return (
    <div className={styles.pair}>
      <div className="field">
        <label htmlFor={`${id}-segment`}>
          {t(value.kind === 'employee' ? 'function' : 'segment')}{' '}
          <span className="small soft">({t('optional')})</span>
        </label>
        <input
          id={`${id}-segment`}
          value={value.segment}
          maxLength={60}
          autoComplete="off"
          list={`${id}-segments`}
          onChange={(event) => onChange({ ...value, segment: event.target.value })}
        />
        <datalist id={`${id}-segments`}>
          {segments.map((segment) => (
            <option key={segment} value={segment} />
          ))}
        </datalist>
      </div>
      {personas.length > 0 && value.kind === 'customer' && (
        <div className="field">
          <label htmlFor={`${id}-persona`}>
            {t('persona')} <span className="small soft">({t('optional')})</span>
          </label>
          <select
            id={`${id}-persona`}
            value={value.personaId ?? ''}
            onChange={(event) => onChange({ ...value, personaId: event.target.value || null })}
          >
            <option value="">{t('personaNone')}</option>
            {personas.map((persona) => (
              <option key={persona.id} value={persona.id}>
                {persona.name}
              </option>
            ))}
          </select>
        </div>
      )}
    </div>
  );
}
