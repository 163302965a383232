import { INVITABLE_ROLES } from '@/lib/auth/can.ts';
import { translations } from '@/lib/i18n/server.ts';
import type { MemberRole } from '@/lib/services/members.ts';

/** The roles by their names. */
export async function RoleSelect({
  label,
  value,
  id,
}: {
  /** Said to screen readers where no label stands beside it. */
  label?: string;
  value: MemberRole;
  id?: string;
}) {
  const common = await translations('common');
  return (
    // A new key when the stored role changes: React keeps an uncontrolled select as it was.
    <select key={value} id={id} name="role" defaultValue={value} aria-label={label}>
      {INVITABLE_ROLES.map((role) => (
        <option key={role} value={role}>
          {common(`role.${role}`)}
        </option>
      ))}
    </select>
  );
}
