CREATE TABLE "doc_past" (
	"doc" text NOT NULL,
	"epoch" bigint NOT NULL,
	"state" "bytea" NOT NULL,
	"retired_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "doc_past_doc_epoch_pk" PRIMARY KEY("doc","epoch")
);
--> statement-breakpoint
ALTER TABLE "doc_state" ADD COLUMN "generation" bigint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "doc_state" ADD COLUMN "genesis" bigint;--> statement-breakpoint
ALTER TABLE "doc_update" ADD COLUMN "epoch" bigint DEFAULT 1 NOT NULL;