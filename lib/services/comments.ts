export { type CommentInput, commentInput } from './comments/input.ts';
export { type Comment, commentsOn } from './comments/read.ts';
export { addComment, MOST_COMMENTS, removeComment } from './comments/write.ts';
