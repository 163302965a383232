ALTER TABLE "erasure" ADD COLUMN "card_ids" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "erasure" ADD COLUMN "completed_at" timestamp with time zone;