import { cache } from 'react';
import { runtime } from '@/lib/runtime.ts';
import { readWorkshop } from '@/lib/services/workshops.ts';

/** The workshop's row, read once per request; whoever calls it has asked the guard before. */
export const workshopOf = cache((id: string) => readWorkshop(runtime().db, id));
