export { type Knowledge, knowledgeOn, liveKnowledge } from './guides/knowledge.ts';
export { CORE_ADVISED, GUIDE_KINDS, GUIDE_LIMITS, type GuideKind } from './guides/limits.ts';
export { listGuide } from './guides/list.ts';
export { type GuideQuestion, type QuestionInput, questionInput } from './guides/question.ts';
export { applyTemplate, templateQuestions } from './guides/template.ts';
export {
  addQuestion,
  moveQuestion,
  type NewQuestion,
  removeQuestion,
  updateQuestion,
} from './guides/write.ts';
