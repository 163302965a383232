CREATE TABLE "erasure" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"workshop_id" uuid NOT NULL,
	"interview_id" uuid NOT NULL,
	"scope" text NOT NULL,
	"finding_ids" jsonb NOT NULL,
	"counts" jsonb NOT NULL,
	"erased_by" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "guide_question" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"workshop_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"position" integer NOT NULL,
	"text" text NOT NULL,
	"follow_ups" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"core" boolean DEFAULT true NOT NULL,
	"tests" jsonb,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "kept_flag" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"interview_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"words" text NOT NULL,
	"kept_by" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "kept_flag_words" UNIQUE("interview_id","kind","words")
);
--> statement-breakpoint
ALTER TABLE "finding" ADD COLUMN "tags" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "finding" ADD COLUMN "touchpoint_id" text;--> statement-breakpoint
ALTER TABLE "interview" ADD COLUMN "segment" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "interview" ADD COLUMN "persona_id" text;--> statement-breakpoint
ALTER TABLE "interview" ADD COLUMN "planned_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "interview" ADD COLUMN "consent_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "interview" ADD COLUMN "consent_by" uuid;--> statement-breakpoint
ALTER TABLE "interview" ADD COLUMN "shared_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "interview" ADD COLUMN "shared_by" uuid;--> statement-breakpoint
ALTER TABLE "interview_turn" ADD COLUMN "clean" text;--> statement-breakpoint
ALTER TABLE "interview_turn" ADD COLUMN "line_id" text;--> statement-breakpoint
ALTER TABLE "snapshot" ADD COLUMN "erasures" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "workshop" ADD COLUMN "consent_form" text;--> statement-breakpoint
ALTER TABLE "erasure" ADD CONSTRAINT "erasure_workshop_id_workshop_id_fk" FOREIGN KEY ("workshop_id") REFERENCES "public"."workshop"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "erasure" ADD CONSTRAINT "erasure_erased_by_user_id_fk" FOREIGN KEY ("erased_by") REFERENCES "public"."user"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "guide_question" ADD CONSTRAINT "guide_question_workshop_id_workshop_id_fk" FOREIGN KEY ("workshop_id") REFERENCES "public"."workshop"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "kept_flag" ADD CONSTRAINT "kept_flag_interview_id_interview_id_fk" FOREIGN KEY ("interview_id") REFERENCES "public"."interview"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "kept_flag" ADD CONSTRAINT "kept_flag_kept_by_user_id_fk" FOREIGN KEY ("kept_by") REFERENCES "public"."user"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "erasure_workshop" ON "erasure" USING btree ("workshop_id");--> statement-breakpoint
CREATE INDEX "guide_question_workshop" ON "guide_question" USING btree ("workshop_id","kind","position");--> statement-breakpoint
ALTER TABLE "interview" ADD CONSTRAINT "interview_consent_by_user_id_fk" FOREIGN KEY ("consent_by") REFERENCES "public"."user"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "interview" ADD CONSTRAINT "interview_shared_by_user_id_fk" FOREIGN KEY ("shared_by") REFERENCES "public"."user"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
UPDATE "interview" SET "consent_at" = "created_at";
