CREATE TYPE "app"."consent_kind" AS ENUM('amendment', 'settlement');--> statement-breakpoint
CREATE TABLE "app"."consent" (
	"deal_id" text NOT NULL,
	"kind" "app"."consent_kind" NOT NULL,
	"signer" text NOT NULL,
	"payload" jsonb NOT NULL,
	"note" text DEFAULT '' NOT NULL,
	"signature" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "consent_deal_id_kind_signer_pk" PRIMARY KEY("deal_id","kind","signer"),
	CONSTRAINT "consent_signed" CHECK ("app"."consent"."signature" <> '0x')
);
--> statement-breakpoint
CREATE TABLE "app"."sealed_rating" (
	"deal_id" text NOT NULL,
	"rater" text NOT NULL,
	"stars" integer NOT NULL,
	"comment" text NOT NULL,
	"signature" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "sealed_rating_deal_id_rater_pk" PRIMARY KEY("deal_id","rater"),
	CONSTRAINT "sealed_rating_stars" CHECK ("app"."sealed_rating"."stars" between 1 and 5)
);
--> statement-breakpoint
CREATE INDEX "consent_signer" ON "app"."consent" USING btree ("signer");