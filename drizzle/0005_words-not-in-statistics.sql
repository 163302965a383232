-- PostgreSQL keeps samples of what a column holds to plan queries by. What people said must be gone when it
-- is erased, and nothing is ever planned by it: no samples of these.
ALTER TABLE "interview" ALTER COLUMN "alias" SET STATISTICS 0, ALTER COLUMN "segment" SET STATISTICS 0;--> statement-breakpoint
ALTER TABLE "interview_turn" ALTER COLUMN "speaker" SET STATISTICS 0, ALTER COLUMN "text" SET STATISTICS 0, ALTER COLUMN "clean" SET STATISTICS 0;--> statement-breakpoint
ALTER TABLE "finding" ALTER COLUMN "words" SET STATISTICS 0, ALTER COLUMN "speaker" SET STATISTICS 0, ALTER COLUMN "tags" SET STATISTICS 0;--> statement-breakpoint
ALTER TABLE "kept_flag" ALTER COLUMN "words" SET STATISTICS 0;--> statement-breakpoint
ALTER TABLE "doc_update" ALTER COLUMN "bytes" SET STATISTICS 0;--> statement-breakpoint
ALTER TABLE "doc_state" ALTER COLUMN "state" SET STATISTICS 0;--> statement-breakpoint
ALTER TABLE "doc_past" ALTER COLUMN "state" SET STATISTICS 0;--> statement-breakpoint
ALTER TABLE "snapshot" ALTER COLUMN "state" SET STATISTICS 0, ALTER COLUMN "journey" SET STATISTICS 0, ALTER COLUMN "sources" SET STATISTICS 0;
