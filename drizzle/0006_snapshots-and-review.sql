CREATE TABLE "comment" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"workshop_id" uuid NOT NULL,
	"snapshot_id" uuid NOT NULL,
	"subject_kind" text NOT NULL,
	"subject_id" text NOT NULL,
	"text" text NOT NULL,
	"written_by" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "decision" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"workshop_id" uuid NOT NULL,
	"snapshot_id" uuid NOT NULL,
	"subject_kind" text NOT NULL,
	"subject_id" text NOT NULL,
	"revision" integer NOT NULL,
	"choice" text NOT NULL,
	"text" text DEFAULT '' NOT NULL,
	"owner" text DEFAULT '' NOT NULL,
	"function_name" text DEFAULT '' NOT NULL,
	"due_on" text,
	"status" text NOT NULL,
	"decided_by" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "decision_revision" UNIQUE("workshop_id","subject_kind","subject_id","revision")
);
--> statement-breakpoint
CREATE TABLE "share_link" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"workshop_id" uuid NOT NULL,
	"snapshot_id" uuid NOT NULL,
	"token_hash" text NOT NULL,
	"label" text DEFAULT '' NOT NULL,
	"passcode_hash" text,
	"expires_at" timestamp with time zone NOT NULL,
	"revoked_at" timestamp with time zone,
	"openings" integer DEFAULT 0 NOT NULL,
	"last_opened_at" timestamp with time zone,
	"created_by" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "share_link_token_hash_unique" UNIQUE("token_hash")
);
--> statement-breakpoint
ALTER TABLE "snapshot" ALTER COLUMN "state" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "snapshot" ALTER COLUMN "journey" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "snapshot" ALTER COLUMN "sources" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "snapshot" ADD COLUMN "map" text DEFAULT 'asIs' NOT NULL;--> statement-breakpoint
ALTER TABLE "snapshot" ADD COLUMN "note" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "snapshot" ADD COLUMN "format" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "snapshot" ALTER COLUMN "format" DROP DEFAULT;--> statement-breakpoint
ALTER TABLE "snapshot" ADD COLUMN "content" "bytea";--> statement-breakpoint
ALTER TABLE "snapshot" ADD COLUMN "size" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "snapshot" ALTER COLUMN "size" DROP DEFAULT;--> statement-breakpoint
UPDATE "snapshot" SET "size" = octet_length("state") + pg_column_size("journey") + pg_column_size("sources");--> statement-breakpoint
ALTER TABLE "workshop" ADD COLUMN "stage" text DEFAULT 'prepare' NOT NULL;--> statement-breakpoint
ALTER TABLE "workshop" ADD COLUMN "to_be_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "workshop" ADD COLUMN "to_be_from" integer;--> statement-breakpoint
ALTER TABLE "comment" ADD CONSTRAINT "comment_workshop_id_workshop_id_fk" FOREIGN KEY ("workshop_id") REFERENCES "public"."workshop"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "comment" ADD CONSTRAINT "comment_snapshot_id_snapshot_id_fk" FOREIGN KEY ("snapshot_id") REFERENCES "public"."snapshot"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "comment" ADD CONSTRAINT "comment_written_by_user_id_fk" FOREIGN KEY ("written_by") REFERENCES "public"."user"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "decision" ADD CONSTRAINT "decision_workshop_id_workshop_id_fk" FOREIGN KEY ("workshop_id") REFERENCES "public"."workshop"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "decision" ADD CONSTRAINT "decision_snapshot_id_snapshot_id_fk" FOREIGN KEY ("snapshot_id") REFERENCES "public"."snapshot"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "decision" ADD CONSTRAINT "decision_decided_by_user_id_fk" FOREIGN KEY ("decided_by") REFERENCES "public"."user"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "share_link" ADD CONSTRAINT "share_link_workshop_id_workshop_id_fk" FOREIGN KEY ("workshop_id") REFERENCES "public"."workshop"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "share_link" ADD CONSTRAINT "share_link_snapshot_id_snapshot_id_fk" FOREIGN KEY ("snapshot_id") REFERENCES "public"."snapshot"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "share_link" ADD CONSTRAINT "share_link_created_by_user_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."user"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "comment_snapshot" ON "comment" USING btree ("snapshot_id","created_at");--> statement-breakpoint
CREATE INDEX "decision_snapshot" ON "decision" USING btree ("snapshot_id");--> statement-breakpoint
CREATE INDEX "share_link_snapshot" ON "share_link" USING btree ("snapshot_id");