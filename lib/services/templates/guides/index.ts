import type { TemplateKey } from '../template.ts';
import type { TemplateGuide } from './guide.ts';
import { publicService } from './public-service.ts';
import { retail } from './retail.ts';
import { subscription } from './subscription.ts';

export type { TemplateGuide, TemplateQuestion } from './guide.ts';

/** What each template asks; a new workshop starts with its own. */
export const TEMPLATE_GUIDES: Record<TemplateKey, TemplateGuide> = { subscription, retail, publicService };
