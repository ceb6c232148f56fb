CREATE TYPE "app"."listing_kind" AS ENUM('offer', 'request');--> statement-breakpoint
CREATE TYPE "app"."listing_status" AS ENUM('draft', 'published', 'paused', 'closed');--> statement-breakpoint
CREATE TYPE "app"."listing_welcome" AS ENUM('own', 'anyone');--> statement-breakpoint
CREATE TYPE "app"."proposal_stage" AS ENUM('payment', 'signature', 'funding', 'declined', 'withdrawn');--> statement-breakpoint
CREATE TYPE "app"."words_kind" AS ENUM('brief', 'evidence', 'reasons', 'comment', 'reply', 'void');--> statement-breakpoint
CREATE TABLE "app"."allowance" (
	"key" text PRIMARY KEY NOT NULL,
	"used" integer NOT NULL,
	"resets_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "app"."listing" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"owner" text NOT NULL,
	"kind" "app"."listing_kind" NOT NULL,
	"title" text NOT NULL,
	"description" text DEFAULT '' NOT NULL,
	"category" text NOT NULL,
	"skills" text[] DEFAULT '{}'::text[] NOT NULL,
	"price_minutes" integer NOT NULL,
	"welcome" "app"."listing_welcome" DEFAULT 'anyone' NOT NULL,
	"remote" boolean DEFAULT false NOT NULL,
	"place" text DEFAULT '' NOT NULL,
	"language" text NOT NULL,
	"status" "app"."listing_status" DEFAULT 'draft' NOT NULL,
	"search" "tsvector" GENERATED ALWAYS AS (setweight(to_tsvector('simple', app.fold("title")), 'A') || setweight(to_tsvector('simple', app.fold(app.join_words("skills"))), 'B') || setweight(to_tsvector('simple', app.fold("category")), 'B') || setweight(to_tsvector('simple', app.fold("description")), 'C')) STORED NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "listing_price_positive" CHECK ("app"."listing"."price_minutes" > 0)
);
--> statement-breakpoint
CREATE TABLE "app"."member" (
	"address" text PRIMARY KEY NOT NULL,
	"handle" text NOT NULL,
	"handle_key" text NOT NULL,
	"display_name" text NOT NULL,
	"bio" text DEFAULT '' NOT NULL,
	"skills" text[] DEFAULT '{}'::text[] NOT NULL,
	"languages" text[] DEFAULT '{}'::text[] NOT NULL,
	"place" text DEFAULT '' NOT NULL,
	"time_zone" text DEFAULT 'UTC' NOT NULL,
	"arbiter" boolean DEFAULT false NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "member_handle_key_unique" UNIQUE("handle_key"),
	CONSTRAINT "member_address_lower" CHECK ("app"."member"."address" ~ '^0x[0-9a-f]{40}$')
);
--> statement-breakpoint
CREATE TABLE "app"."nonce" (
	"value" text PRIMARY KEY NOT NULL,
	"issued_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "app"."proposal" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"listing_id" uuid,
	"buyer" text NOT NULL,
	"seller" text NOT NULL,
	"proposer" text NOT NULL,
	"minutes" integer NOT NULL,
	"deliver_from" timestamp with time zone NOT NULL,
	"deliver_by" timestamp with time zone NOT NULL,
	"note" text DEFAULT '' NOT NULL,
	"terms" jsonb,
	"deal_id" text,
	"brief_text" text NOT NULL,
	"brief_salt" text NOT NULL,
	"signature" text,
	"stage" "app"."proposal_stage" DEFAULT 'payment' NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "proposal_deal_id_unique" UNIQUE("deal_id"),
	CONSTRAINT "proposal_minutes_positive" CHECK ("app"."proposal"."minutes" > 0),
	CONSTRAINT "proposal_two_people" CHECK ("app"."proposal"."buyer" <> "app"."proposal"."seller"),
	CONSTRAINT "proposal_proposer_party" CHECK ("app"."proposal"."proposer" in ("app"."proposal"."buyer", "app"."proposal"."seller")),
	CONSTRAINT "proposal_window" CHECK ("app"."proposal"."deliver_from" < "app"."proposal"."deliver_by"),
	CONSTRAINT "proposal_stage_complete" CHECK ("app"."proposal"."stage" not in ('signature', 'funding') or ("app"."proposal"."terms" is not null and "app"."proposal"."deal_id" is not null)),
	CONSTRAINT "proposal_signed" CHECK ("app"."proposal"."stage" <> 'funding' or "app"."proposal"."signature" is not null)
);
--> statement-breakpoint
CREATE TABLE "app"."session" (
	"id_hash" text PRIMARY KEY NOT NULL,
	"address" text NOT NULL,
	"device" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"last_seen_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "app"."words" (
	"hash" text PRIMARY KEY NOT NULL,
	"salt" text NOT NULL,
	"kind" "app"."words_kind" NOT NULL,
	"deal_id" text,
	"author" text NOT NULL,
	"body" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "app"."proposal" ADD CONSTRAINT "proposal_listing_id_listing_id_fk" FOREIGN KEY ("listing_id") REFERENCES "app"."listing"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "allowance_resets_at" ON "app"."allowance" USING btree ("resets_at");--> statement-breakpoint
CREATE INDEX "listing_owner" ON "app"."listing" USING btree ("owner","status");--> statement-breakpoint
CREATE INDEX "listing_status_category" ON "app"."listing" USING btree ("status","category","updated_at");--> statement-breakpoint
CREATE INDEX "listing_search" ON "app"."listing" USING gin ("search");--> statement-breakpoint
CREATE INDEX "listing_title_trigram" ON "app"."listing" USING gin (app.fold("title") gin_trgm_ops);--> statement-breakpoint
CREATE INDEX "listing_skills" ON "app"."listing" USING gin ("skills");--> statement-breakpoint
CREATE INDEX "member_arbiter" ON "app"."member" USING btree ("arbiter");--> statement-breakpoint
CREATE INDEX "member_skills" ON "app"."member" USING gin ("skills");--> statement-breakpoint
CREATE INDEX "nonce_expires_at" ON "app"."nonce" USING btree ("expires_at");--> statement-breakpoint
CREATE INDEX "proposal_buyer" ON "app"."proposal" USING btree ("buyer","stage");--> statement-breakpoint
CREATE INDEX "proposal_seller" ON "app"."proposal" USING btree ("seller","stage");--> statement-breakpoint
CREATE INDEX "proposal_listing" ON "app"."proposal" USING btree ("listing_id");--> statement-breakpoint
CREATE INDEX "session_address" ON "app"."session" USING btree ("address");--> statement-breakpoint
CREATE INDEX "session_expires_at" ON "app"."session" USING btree ("expires_at");--> statement-breakpoint
CREATE INDEX "words_deal" ON "app"."words" USING btree ("deal_id","kind");--> statement-breakpoint
CREATE INDEX "words_author" ON "app"."words" USING btree ("author");