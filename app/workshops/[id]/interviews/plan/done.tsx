'use client';
import { useFormAnswer } from '../../../../_components/action-form.tsx';

/** Says that the surrounding form's action has done its work. */
export function Done({ text }: { text: string }) {
  const answer = useFormAnswer();
  return (
    <span role="status" className="small soft">
      {answer?.data ? text : ''}
    </span>
  );
}
